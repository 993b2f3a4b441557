import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isAbort, MidscopeError } from '../../domain/error.ts';
import { readImageAttributes } from '../../domain/imaging/read-image-attributes.ts';
import { readDicomHeader } from '../../formats/dicom/read-header.ts';
import {
  element,
  fileHead,
  item,
  joined,
  sequenceEnd,
  UNDEFINED_LENGTH,
  words,
} from '../../formats/dicom/test-dicom.ts';
import { codecsInNode } from '../../testing/codecs-in-node.ts';
import { readTruthTable } from '../../testing/truth-table.ts';
import { decodeFrame } from './decode-frame.ts';

const TABLE = readTruthTable();

function fileOf(name: string): Uint8Array<ArrayBuffer> {
  const truth = TABLE.find((row) => row.name === name);
  if (!truth) throw new Error(`the table has no “${name}”`);
  return truth.file.slice();
}

async function decode(file: Uint8Array<ArrayBuffer>, signal = new AbortController().signal) {
  const header = readDicomHeader(file, file.length, signal);
  if (!header.ok) throw MidscopeError.of(header.error);
  const { attributes } = readImageAttributes(header.value.dataset);
  return decodeFrame(file, header.value, attributes, 0, signal);
}

const issueOf = async (file: Uint8Array<ArrayBuffer>): Promise<unknown> =>
  decode(file).then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof MidscopeError ? thrown.issue : thrown),
  );

/** Puts bytes behind the first place where others are found. */
function patched(file: Uint8Array<ArrayBuffer>, behind: readonly number[], bytes: readonly number[]) {
  const at = file.findIndex((_, start) => behind.every((byte, index) => file[start + index] === byte));
  if (at < 0) throw new Error('the bytes are not in the file');
  file.set(bytes, at + behind.length);
  return file;
}

beforeAll(codecsInNode);

const short = (tag: string, value: number) => element(tag, 'US', words(2, [value]));

describe('a frame in fragments', () => {
  test('may be uncompressed', async () => {
    const file = joined(
      fileHead('1.2.840.10008.1.2.1.98'),
      short('00280010', 1),
      short('00280011', 3),
      short('00280100', 16),
      element('7FE00010', 'OB', new Uint8Array(), undefined, UNDEFINED_LENGTH),
      item(new Uint8Array()),
      item(words(2, [1, 500, 65_535])),
      sequenceEnd(),
    );
    expect(await decode(file)).toMatchObject({ columns: 3, data: Uint16Array.of(1, 500, 65_535) });
  });

  test.each([
    'JPEG-LS, 12 bits',
    'JPEG 2000 lossless, 12 bits',
    'JPEG lossless 70, 12 bits',
    'JPEG baseline',
  ])('of %s is known by its own beginning in a file without meta information', async (name) => {
    const file = fileOf(name);
    // The group's length stands at the beginning of the meta information, behind preamble and mark.
    const bare = file.slice(144 + new DataView(file.buffer).getUint32(140, true));
    expect(await decode(bare)).toEqual(await decode(file));
  });

  test('of no known stream needs its transfer syntax', async () => {
    const file = fileOf('RLE, 12 bits');
    const bare = file.slice(144 + new DataView(file.buffer).getUint32(140, true));
    expect(await issueOf(bare)).toMatchObject({ code: 'TRANSFER_SYNTAX' });
  });
});

describe('a compressed frame', () => {
  test.each([
    ['JPEG 2000 lossless, 12 bits', [0xff, 0x51], [0, 41, 0, 0, 0, 0, 0x40, 0, 0, 0, 0x40, 0]],
    ['HTJ2K, 12 bits', [0xff, 0x51], [0, 41, 0x40, 0, 0, 0, 0x40, 0, 0, 0, 0x40, 0]],
    ['JPEG-LS, 12 bits', [0xff, 0xf7], [0, 11, 12, 0xff, 0xff, 0xff, 0xff]],
    ['JPEG baseline', [0xff, 0xc0], [0, 11, 8, 0xff, 0xff, 0xff, 0xff]],
    ['JPEG extended, 12 bits, quality 90', [0xff, 0xc1], [0, 11, 12, 0xff, 0xff, 0xff, 0xff]],
    ['JPEG lossless 70, 12 bits', [0xff, 0xc3], [0, 11, 12, 0xff, 0xff, 0xff, 0xff]],
  ])(
    'of %s that is larger than its file says is refused before it is decoded',
    async (name, behind, bytes) => {
      expect(await issueOf(patched(fileOf(name), behind, bytes))).toMatchObject({
        code: 'IMAGE_UNDECODABLE',
        facts: { reason: 'stream-differs' },
      });
    },
  );

  test('of progressive 12-bit JPEG is refused', async () => {
    const file = patched(fileOf('JPEG extended, 12 bits, quality 90'), [0xff, 0xd8], []);
    const at = file.findIndex((byte, place) => byte === 0xff && file[place + 1] === 0xc1);
    file[at + 1] = 0xc2;
    expect(await issueOf(file)).toMatchObject({ facts: { reason: 'bit-depth', detail: 'JPEG 12' } });
  });

  test('of a transfer syntax midscope does not know is refused by its name', async () => {
    // JPEG XL lossless, 1.2.840.10008.1.2.4.110.
    const file = fileOf('HTJ2K, 12 bits');
    const uid = Array.from('10008.1.2.4.', (char) => char.charCodeAt(0));
    expect(await issueOf(patched(file, uid, [0x31, 0x31, 0x30]))).toMatchObject({
      code: 'TRANSFER_SYNTAX',
      facts: { uid: '1.2.840.10008.1.2.4.110' },
    });
  });

  test('is not decoded once it is not wanted', async () => {
    const file = fileOf('JPEG-LS, 12 bits');
    const thrown = await decode(file, AbortSignal.abort()).catch((error: unknown) => error);
    expect(isAbort(thrown)).toBe(true);
  });
});

const plainFile = (syntax: string, photometric: string, samples: number, value: Uint8Array) =>
  joined(
    fileHead(syntax),
    short('00280002', samples),
    element('00280004', 'CS', photometric),
    short('00280010', 4),
    short('00280011', 5),
    short('00280100', 8),
    element('7FE00010', 'OB', value),
  );

describe('what is not said right', () => {
  const noise = Uint8Array.from({ length: 60 }, (_, at) => (at * 73) % 256);
  test.each(['YBR_FULL', 'RGB', 'YBR_FULL_422', 'HSV'])(
    'one sample of %s is refused unless there are three, and never taken for grey',
    async (photometric) => {
      expect(
        await issueOf(plainFile('1.2.840.10008.1.2.1', photometric, 1, noise.slice(0, 20))),
      ).toMatchObject({
        code: 'IMAGE_UNDECODABLE',
        facts: { reason: 'colour-space' },
      });
    },
  );

  test('a value in one piece under a compressed transfer syntax is uncompressed only if it is as long', async () => {
    const decoded = await decode(plainFile('1.2.840.10008.1.2.4.80', 'MONOCHROME2', 1, noise.slice(0, 20)));
    expect(decoded.data).toEqual(noise.slice(0, 20));
    for (const length of [22, 60])
      expect(
        await issueOf(plainFile('1.2.840.10008.1.2.4.80', 'MONOCHROME2', 1, noise.slice(0, length))),
      ).toMatchObject({ code: 'IMAGE_UNDECODABLE', facts: { reason: 'compression' } });
  });
});

/** The file with its only frame cut off at a share of its length, the end of a stream put there or not. */
function cut(file: Uint8Array<ArrayBuffer>, share: number, ending: readonly number[]) {
  const header = readDicomHeader(file, file.length, new AbortController().signal);
  const offset = header.ok ? (header.value.pixelData?.offset ?? NaN) : NaN;
  const view = new DataView(file.buffer);
  const fragment = offset + 8 + view.getUint32(offset + 4, true);
  const length = view.getUint32(fragment + 4, true);
  const kept = file.slice(fragment + 8, fragment + 8 + 2 * Math.round((share * length) / 2));
  return joined(file.slice(0, fragment), item(joined(kept, Uint8Array.from(ending))), sequenceEnd());
}

describe('a frame that is cut off is never shown', () => {
  const names = [
    'RLE, 12 bits',
    'RLE, RGB',
    'JPEG baseline',
    'JPEG baseline, YBR 4:2:2',
    'JPEG baseline, odd sides, YBR 4:2:0',
    'JPEG progressive, odd sides, YBR 4:4:4',
    'JPEG extended, 12 bits, quality 90',
    'JPEG lossless 57, predictor 7',
    'JPEG lossless 57, 8 bits',
    'JPEG lossless 70, 16 bits',
    'JPEG lossless 70, RGB of 12 bits',
    'JPEG-LS, 12 bits',
    'JPEG-LS, RGB not interleaved',
    'JPEG 2000 lossless, 12 bits',
    'JPEG 2000, irreversible',
    'HTJ2K, 12 bits',
    'HTJ2K, RGB of 16 bits with none',
  ];
  const shares = [0.1, 0.3, 0.5, 0.7, 0.85, 0.95];

  test.each(names)('%s', async (name) => {
    const whole = fileOf(name);
    expect(await issueOf(cut(whole, 1, []))).toBeUndefined();
    for (const share of shares)
      for (const ending of [[], [0xff, 0xd9]])
        expect(await issueOf(cut(whole, share, ending)), `${share} ${ending.join()}`).toMatchObject({
          code: expect.stringMatching(/^IMAGE_(UNDECODABLE|TRUNCATED)$/) as string,
        });
  });
});

describe('damaged frames', () => {
  const names = [
    'RLE, 12 bits',
    'JPEG extended, 12 bits, quality 90',
    'JPEG lossless 70, 12 bits',
    'JPEG-LS, 12 bits',
    'HTJ2K, 12 bits',
  ];

  test.each(names)('of %s are decoded to their size, or refused with a code', async (name) => {
    const whole = fileOf(name);
    const { rows, columns } = await decode(whole);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: whole.length - 500, max: whole.length - 1 }), fc.nat(255)), {
          minLength: 1,
          maxLength: 6,
        }),
        async (changes) => {
          const file = whole.slice();
          for (const [at, value] of changes) file[at] = value;
          const found = await decode(file).catch((thrown: unknown) => thrown);
          const isRefused = found instanceof MidscopeError;
          expect(isRefused ? { rows, columns } : found).toMatchObject({ rows, columns });
        },
      ),
      { seed: 20_200_320, numRuns: 300 },
    );
  });
});
