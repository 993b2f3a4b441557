import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { DatasetPath } from '../../domain/brand.ts';
import type { ByteRange, FileSource } from '../../domain/dataset/file-source.ts';
import { TAG, type DicomElement } from '../../domain/imaging/dicom-dataset.ts';
import {
  element,
  fileHead,
  item,
  joined,
  sequenceEnd,
  UNDEFINED_LENGTH,
  words,
} from '../../formats/dicom/test-dicom.ts';
import { writeDicom } from '../../formats/dicom/write-dicom.ts';
import { memorySource } from '../../testing/memory-source.ts';
import { loadImage } from './load-image.ts';
import { createDicomFiles } from './dicom-files.ts';

const SIDE = 1_000;
const FRAMES = 20;
const PATH = 'a.dcm' as DatasetPath;
const { signal } = new AbortController();

const filed = (vr: string, ...values: (string | number)[]): DicomElement => ({ vr, values });

/** Frame n holds the value 100 + n; 20 of them are 40 MB. */
async function fileOf(frames: number): Promise<Uint8Array<ArrayBuffer>> {
  const values = new Uint16Array(SIDE * SIDE * frames);
  for (let frame = 0; frame < frames; frame++)
    values.fill(100 + frame, frame * SIDE ** 2, (frame + 1) * SIDE ** 2);
  const dataset = new Map([
    [TAG.SOPClassUID, filed('UI', '1.2.840.10008.5.1.4.1.1.2.1')],
    [TAG.SOPInstanceUID, filed('UI', '2.25.9')],
    [TAG.NumberOfFrames, filed('IS', frames)],
    [TAG.Rows, filed('US', SIDE)],
    [TAG.Columns, filed('US', SIDE)],
    [TAG.BitsAllocated, filed('US', 16)],
  ]);
  return writeDicom(dataset, new Uint8Array(values.buffer));
}

/** A source that adds up what is read. */
function counting(source: FileSource): { readonly source: FileSource; readonly read: () => number } {
  let bytes = 0;
  const read = async (path: DatasetPath, given: AbortSignal, range?: ByteRange) => {
    const found = await source.read(path, given, range);
    bytes += found.length;
    return found;
  };
  return { source: { ...source, read }, read: () => bytes };
}

async function askAlone(source: FileSource, frame: number) {
  const stat = await source.stat(PATH, signal);
  return createDicomFiles(source).frame({ file: { path: PATH }, frame }, stat, signal);
}

describe('a frame of a large file', () => {
  test('is read without the others', async () => {
    const { source, read } = counting(memorySource({ 'a.dcm': await fileOf(FRAMES) }));
    const { pixels, frame, bytes } = await loadImage(source, { file: { path: PATH }, frame: 17 }, signal);
    expect([pixels.data[0], pixels.data.at(-1), pixels.data.length, frame]).toEqual([
      117, 117, 1_000_000, 17,
    ]);
    expect(bytes).toBeGreaterThan(40_000_000);
    expect(read()).toBeLessThan(3_000_000);
  });

  test('that the file does not have is none', async () => {
    const source = memorySource({ 'a.dcm': await fileOf(FRAMES) });
    expect(await askAlone(source, FRAMES)).toBeUndefined();
    await expect(loadImage(source, { file: { path: PATH }, frame: FRAMES }, signal)).rejects.toMatchObject({
      issue: { facts: { reason: 'no-such-frame' } },
    });
  });

  test('of a small file is read with the whole where it is the first', async () => {
    const small = memorySource({ 'a.dcm': await fileOf(2) });
    expect(await askAlone(small, 0)).toBeUndefined();
    expect((await askAlone(small, 1))?.isAlone).toBe(true);
  });
});

const ROWS = 40;
const COLUMNS = 50;
const MANY = 30;

/** A frame of RLE in 8 bits whose pixels are all `value`, in runs of 100. */
function rleFrame(value: number): Uint8Array<ArrayBuffer> {
  const runs = Array.from({ length: (ROWS * COLUMNS) / 100 }, () => [157, value]).flat();
  return joined(words(4, [1, 64, ...Array.from({ length: 14 }, () => 0)]), Uint8Array.from(runs));
}

const short = (tag: string, value: number) => element(tag, 'US', words(2, [value]));

/** How a file says where its frames begin. */
type Table = 'none' | 'basic' | 'extended' | 'wrong';

/** Frame n is grey n, in so many fragments, behind a header that is long. */
function compressed(table: Table, syntax = '1.2.840.10008.1.2.5', isLast = true): Uint8Array<ArrayBuffer> {
  const frames = Array.from({ length: MANY }, (_, at) => rleFrame(at));
  const step = 8 + rleFrame(0).length;
  const offsets = frames.map((_, at) => at * step + (table === 'wrong' && at > 0 ? 2 : 0));
  return joined(
    fileHead(syntax),
    element('00081140', 'OB', new Uint8Array(20_000)),
    short('00280002', 1),
    element('00280004', 'CS', 'MONOCHROME2'),
    element('00280008', 'IS', String(MANY)),
    short('00280010', ROWS),
    short('00280011', COLUMNS),
    short('00280100', 8),
    ...(table === 'extended' ? [element('7FE00001', 'OV', words(8, offsets))] : []),
    element('7FE00010', 'OB', new Uint8Array(), undefined, UNDEFINED_LENGTH),
    item(table === 'basic' || table === 'wrong' ? words(4, offsets) : new Uint8Array()),
    ...frames.map((frame) => item(frame)),
    ...(isLast ? [sequenceEnd()] : []),
  );
}

describe('a compressed frame of a file of many', () => {
  test.each(['none', 'basic', 'extended', 'wrong'] as const)(
    'is read without the others, with an offset table that is %s',
    async (table) => {
      const { source, read } = counting(memorySource({ 'a.dcm': compressed(table) }));
      const files = createDicomFiles(source);
      for (const frame of [1, 17, MANY - 1]) {
        const before = read();
        const { pixels } = await loadImage(source, { file: { path: PATH }, frame }, signal, files);
        expect(pixels.data).toEqual(new Uint8Array(ROWS * COLUMNS).fill(frame));
        // The header is read once, and of the frames no more than their items where no table says where they are.
        expect(read() - before).toBeLessThan(frame === 1 ? 80_000 : 1_000);
      }
    },
  );

  test('is read whole where it is the first, and then the others are there', async () => {
    const { source, read } = counting(memorySource({ 'a.dcm': compressed('basic') }));
    const files = createDicomFiles(source);
    for (const frame of [0, 5, 9])
      expect((await loadImage(source, { file: { path: PATH }, frame }, signal, files)).pixels.data[7]).toBe(
        frame,
      );
    expect(read()).toBeLessThanOrEqual(compressed('basic').length);
  });

  test('of a deflated file is inflated once', async () => {
    const plain = compressed('none', '1.2.840.10008.1.2.1.99');
    const start = fileHead('1.2.840.10008.1.2.1.99').length;
    // The frames themselves are not compressed any more: eight bits each, one after the other.
    const head = plain.slice(start, plain.length - 8 - MANY * (8 + rleFrame(0).length) - 8 - 12);
    const values = Uint8Array.from({ length: MANY * ROWS * COLUMNS }, (_, at) =>
      Math.floor(at / (ROWS * COLUMNS)),
    );
    const body = joined(head, element('7FE00010', 'OB', values));
    const deflated = joined(plain.slice(0, start), new Uint8Array(deflateRawSync(body)));
    const { source, read } = counting(memorySource({ 'a.dcm': deflated }));
    const files = createDicomFiles(source);
    for (const frame of [3, 4, 29])
      expect((await loadImage(source, { file: { path: PATH }, frame }, signal, files)).pixels.data[9]).toBe(
        frame,
      );
    // Once to see that it is one, once whole.
    expect(read()).toBeLessThanOrEqual(4 * deflated.length);
  });

  test('that is cut off, or not there, is said to be', async () => {
    const whole = compressed('basic', '1.2.840.10008.1.2.5', false);
    const source = memorySource({ 'a.dcm': whole.slice(0, -30) });
    const load = (frame: number) => loadImage(source, { file: { path: PATH }, frame }, signal);
    expect((await load(MANY - 2)).pixels.data[0]).toBe(MANY - 2);
    await expect(load(MANY - 1)).rejects.toMatchObject({ code: 'IMAGE_TRUNCATED' });
    await expect(load(MANY)).rejects.toMatchObject({ issue: { facts: { reason: 'no-such-frame' } } });
  });

  test('of a file that has changed is read anew', async () => {
    const contents = { 'a.dcm': compressed('basic') };
    const inner = memorySource(contents);
    let modified = 1;
    const source: FileSource = {
      ...inner,
      stat: async (path, own) => ({ ...(await inner.stat(path, own)), modified }),
    };
    const files = createDicomFiles(source);
    const load = async () =>
      (await loadImage(source, { file: { path: PATH }, frame: 4 }, signal, files)).pixels.data[0];
    expect(await load()).toBe(4);
    const changed = compressed('basic');
    // The fifth frame's runs.
    const at = changed.length - 8 - (MANY - 4) * (8 + rleFrame(0).length) + 8 + 64;
    for (let run = 0; run < 40; run += 2) changed[at + run + 1] = 77;
    contents['a.dcm'].set(changed);
    modified = 2;
    expect(await load()).toBe(77);
  });
});
