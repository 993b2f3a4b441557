import { encode } from 'fast-png';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import type { DatasetPath } from '../../domain/brand.ts';
import { MidscopeError } from '../../domain/error.ts';
import { makeThumbnail, type Thumbnail } from '../../domain/imaging/thumbnail.ts';
import { sniff } from '../../formats/sniff.ts';
import { codecsInNode } from '../../testing/codecs-in-node.ts';
import { memorySource } from '../../testing/memory-source.ts';
import { describeStack } from './describe-stack.ts';
import { loadImage } from './load-image.ts';

/**
 * All images below a folder as midscope shows them, small and side by side, to be looked at. To write them:
 * `CONTACT_SHEET=/where/to npm run test:unit -- contact-sheet`; CONTACT_SHEET_OF names a folder other than the corpus.
 * What is where, and what cannot be shown, is in `contact-sheet.tsv`.
 */
const { CONTACT_SHEET: OUT = '', CONTACT_SHEET_OF: FOLDER = join('..', 'shared', 'corpus') } = process.env;
const SIDE = 180;
const GAP = 6;
const ACROSS = 10;
const DOWN = 6;
const BACKGROUND = 40;

/** Middle slice of a file, as the viewport shows it at first. */
async function thumbnailOf(path: string): Promise<Thumbnail> {
  const name = basename(path);
  const source = memorySource({ [name]: await readFile(path) });
  const file = { path: name as DatasetPath };
  const { signal } = new AbortController();
  const { slices } = await describeStack(source, [file], signal);
  const slice = slices[slices.length >> 1] ?? { file, frame: 0 };
  const { pixels, attributes, valuesAreModality } = await loadImage(source, slice, signal);
  return makeThumbnail(pixels, attributes, valuesAreModality, SIDE);
}

function draw(
  sheet: Uint8Array,
  width: number,
  place: number,
  { kind, columns, rows, data }: Thumbnail,
): void {
  const left = GAP + (place % ACROSS) * (SIDE + GAP) + ((SIDE - columns) >> 1);
  const top = GAP + Math.floor(place / ACROSS) * (SIDE + GAP) + ((SIDE - rows) >> 1);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++)
      for (let part = 0; part < 3; part++) {
        const from = y * columns + x;
        const value = kind === 'rgb' ? data[3 * from + part] : data[from];
        sheet[3 * ((top + y) * width + left + x) + part] = value ?? 0;
      }
}

async function imagesBelow(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const images: string[] = [];
  for (const file of files.toSorted()) {
    const kind = sniff(new Uint8Array(await readFile(file)));
    if (kind === 'dicom' || kind === 'png' || kind === 'nifti' || kind === 'gzip') images.push(file);
  }
  return images;
}

/** Writes the sheets of a folder; returns how many images are on them. */
async function writeSheets(folder: string, out: string): Promise<number> {
  await mkdir(out, { recursive: true });
  await codecsInNode();
  const rows = ['sheet\trow\tcolumn\tfile\tproblem'];
  const width = GAP + ACROSS * (SIDE + GAP);
  const height = GAP + DOWN * (SIDE + GAP);
  let sheet = new Uint8Array(3 * width * height).fill(BACKGROUND);
  let drawn = 0;
  const save = (number: number) =>
    writeFile(join(out, `contact-sheet-${number}.png`), encode({ width, height, data: sheet, channels: 3 }));
  for (const path of await imagesBelow(folder)) {
    const name = relative(folder, path);
    try {
      const thumbnail = await thumbnailOf(path);
      const place = drawn % (ACROSS * DOWN);
      const number = Math.floor(drawn / (ACROSS * DOWN)) + 1;
      draw(sheet, width, place, thumbnail);
      rows.push(`${number}\t${Math.floor(place / ACROSS) + 1}\t${(place % ACROSS) + 1}\t${name}\t`);
      drawn += 1;
      if (place === ACROSS * DOWN - 1) {
        await save(number);
        sheet = new Uint8Array(3 * width * height).fill(BACKGROUND);
      }
    } catch (thrown) {
      if (!(thrown instanceof MidscopeError)) throw thrown;
      rows.push(`\t\t\t${name}\t${thrown.message}`);
    }
  }
  if (drawn % (ACROSS * DOWN) > 0) await save(Math.ceil(drawn / (ACROSS * DOWN)));
  await writeFile(join(out, 'contact-sheet.tsv'), `${rows.join('\n')}\n`);
  return drawn;
}

test.skipIf(OUT === '')(
  'the images of a folder are drawn side by side',
  async () => {
    expect(await writeSheets(FOLDER, OUT)).toBeGreaterThan(0);
  },
  600_000,
);
