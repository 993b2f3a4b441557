import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DatasetPath } from '../../domain/brand.ts';
import { MidscopeError } from '../../domain/error.ts';
import { codecsInNode } from '../../testing/codecs-in-node.ts';
import { memorySource } from '../../testing/memory-source.ts';
import { describeStack } from './describe-stack.ts';
import { loadImage } from './load-image.ts';

/** Real images with their licences, beside the project where somebody has put them; the tests stand without. */
const CORPUS = join('..', 'shared', 'corpus');
const PYTHON = ['/usr/bin/python3', 'python3'].find(
  (python) => spawnSync(python, ['-c', 'import pydicom, gdcm, nibabel, numpy, PIL']).status === 0,
);
const SCRIPT = 'src/testing/truth/corpus_values.py';

interface Listed {
  readonly path: string;
  /** By pydicom and GDCM, as whoever made the catalogue found. */
  readonly decodes: boolean;
}

function catalogue(): readonly Listed[] {
  if (!existsSync(CORPUS)) return [];
  const [head = '', ...rows] = readFileSync(join(CORPUS, 'CATALOG.tsv'), 'utf8').trimEnd().split('\n');
  const columns = head.split('\t');
  return rows.flatMap((row) => {
    const cells = row.split('\t');
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    if (!/^(DICOM|PNG|NIfTI)/.test(cell('format'))) return [];
    return [{ path: join(CORPUS, cell('path')), decodes: cell('decode_pydicom_gdcm') === 'yes' }];
  });
}

/** What another decoder made of a file. */
interface Other {
  readonly path: string;
  readonly frames?: number;
  readonly first?: string;
  readonly last?: string;
  /** Values of the first frame, where decoders may differ by a rounding. */
  readonly bytes?: string;
}

function otherDecoders(files: readonly Listed[]): ReadonlyMap<string, Other> {
  if (PYTHON === undefined) return new Map();
  const input = files.map(({ path }) => `${path}\n`).join('');
  const { stdout } = spawnSync(PYTHON, [SCRIPT], { input, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  return new Map(lines.map((line) => JSON.parse(line) as Other).map((other) => [other.path, other]));
}

/** The first and the last image of a file as midscope shows them, without what may lie beside it. */
async function framesOf(path: string) {
  const name = basename(path);
  const source = memorySource({ [name]: readFileSync(path) });
  const file = { path: name as DatasetPath };
  const { signal } = new AbortController();
  const { slices } = await describeStack(source, [file], signal);
  // By the number in the file, which is not the order of enhanced images.
  const first = await loadImage(source, { file, frame: 0 }, signal);
  const last = await loadImage(source, { file, frame: slices.length - 1 }, signal);
  return { frames: slices.length, first: first.pixels.data, last: last.pixels.data };
}

/** SHA-256 of the first and the last frame, as the script makes it, or the code of why there is none. */
async function ours(path: string): Promise<Omit<Other, 'path'> | string> {
  try {
    const { frames, first, last } = await framesOf(path);
    return { frames, first: digest(first), last: digest(last) };
  } catch (thrown) {
    if (thrown instanceof MidscopeError) return thrown.code;
    throw thrown;
  }
}

const digest = (values: Iterable<number>): string =>
  createHash('sha256')
    .update(new Uint8Array(Float64Array.from(values).buffer))
    .digest('hex');

/** A JPEG 2000 whose own header is overwritten: other decoders make noise of it, each its own. */
const UNREADABLE = /JPEG2000-embedded-sequence-delimiter/;

const FILES = catalogue();

function expectWithinOne(found: ArrayLike<number>, bytes: string): void {
  const other = Buffer.from(bytes, 'base64');
  expect(found).toHaveLength(other.length);
  const errors = other.map((value, at) => Math.abs(value - (found[at] ?? NaN)));
  expect(errors.reduce((most, error) => Math.max(most, error), 0)).toBeLessThanOrEqual(1);
}

describe.skipIf(FILES.length === 0)('every image of the corpus', () => {
  let others: ReadonlyMap<string, Other> = new Map();

  beforeAll(async () => {
    await codecsInNode();
    others = otherDecoders(FILES);
  }, 300_000);

  test.each(FILES.filter(({ decodes, path }) => decodes && !UNREADABLE.test(path)))(
    '$path has the stored values of an independent decoder',
    async ({ path }) => {
      const found = await ours(path);
      expect(found).toMatchObject({ first: /^[0-9a-f]{64}$/ });
      const { path: _, ...expected } = others.get(path) ?? { path };
      expect(found).toMatchObject(expected);
    },
  );

  test.each(FILES.filter(({ decodes }) => !decodes))(
    '$path is refused with a code, or as another decoder reads it',
    async ({ path }) => {
      const found = await ours(path);
      const { first, bytes } = others.get(path) ?? {};
      if (bytes !== undefined) return expectWithinOne((await framesOf(path)).first, bytes);
      // Where no other decoder reads it, what midscope finds has nothing to be compared with.
      const isKnown = typeof found !== 'string' && first !== undefined;
      expect(isKnown ? found.first : first).toBe(first);
    },
  );
});
