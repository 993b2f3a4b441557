import { crc32, deflateSync, gzipSync } from 'node:zlib';
import { TAG } from '../domain/imaging/dicom-dataset.ts';
import { readImageAttributes } from '../domain/imaging/read-image-attributes.ts';
import { element, fileHead, item, itemEnd, joined, sequenceEnd, words } from '../formats/dicom/test-dicom.ts';
import { readFrame } from '../formats/dicom/frames.ts';
import { nativePixels } from '../formats/dicom/native-pixels.ts';
import { readDicomHeader } from '../formats/dicom/read-header.ts';
import {
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
} from '../formats/dicom/transfer-syntax.ts';
import { MAX_DEFLATE_RATIO } from '../formats/inflate.ts';
import {
  displayOrientation,
  niftiSlice,
  niftiStackGeometry,
  orientStack,
  shownSlices,
  sliceGeometry,
} from '../formats/nifti/nifti-stack.ts';
import { decodeNifti, peekNiftiHeader } from '../formats/nifti/read-nifti.ts';
import { decodePng } from '../formats/png/decode-png.ts';
import { sniff } from '../formats/sniff.ts';
import { type Bytes, type FuzzTarget, joinBytes, manySeeds, pick, type Random } from './fuzz.ts';
import { readPlanes } from './mask-context.ts';
import { header1, header2 } from './test-nifti.ts';
import { buildPng, chunk, filtered, IEND, ihdr, pngFile, type Recipe, SAMPLES } from './test-png.ts';

const { signal } = new AbortController();
const IHDR_BYTES = 13;

/** What a picture may take: as many bytes as the input can inflate to, each up to eight pixels of three samples. */
const inflatedPixels = (input: Bytes): number => 2 ** 20 + input.length * MAX_DEFLATE_RATIO * 24;

const numbers = (count: number, below: number, random: Random): number[] =>
  Array.from({ length: count }, () => random(below));

function anyRecipe(random: Random): Recipe {
  const [colourType, depths] = pick(
    [
      [0, [1, 2, 4, 8, 16]],
      [2, [8, 16]],
      [3, [1, 2, 4, 8]],
      [4, [8, 16]],
      [6, [8, 16]],
    ] as const,
    random,
  );
  const depth = pick(depths, random);
  const [columns, rows] = [1 + random(12), 1 + random(12)];
  return {
    columns,
    rows,
    depth,
    colourType,
    samples: numbers(columns * rows * (SAMPLES.get(colourType) ?? 1), 2 ** depth, random),
    filters: numbers(5, 5, random),
    interlaced: random(2) === 0,
    idatBytes: 1 + random(80),
    ...(colourType === 3 && { palette: numbers(3 * 2 ** depth, 256, random) }),
    late:
      random(3) === 0 ? [chunk('tRNS', Uint8Array.from(numbers(pick([1, 2, 6], random), 256, random)))] : [],
  };
}

const anyPng = (random: Random): Bytes => buildPng(anyRecipe(random));

/** One input in eight declares a size that none of them has. */
const isLying = (random: Random): boolean => random(8) === 0;

/** Writes columns and rows from 2^0 to 2^20 into an IHDR chunk whose data begin at `at`. */
function lieInHeader(input: Bytes, at: number, random: Random): void {
  if (input.length < at + IHDR_BYTES || !isLying(random)) return;
  const view = new DataView(input.buffer, input.byteOffset, input.length);
  for (const place of [at, at + 4]) view.setUint32(place, 2 ** random(21));
}

/** Makes the checksums of chunks right, of all or of the header's alone; else few inputs would get past it. */
function withChecksums(input: Bytes, random: Random): Bytes {
  const view = new DataView(input.buffer, input.byteOffset, input.length);
  lieInHeader(input, 16, random);
  const last = pick([0, 9, input.length], random);
  for (let at = 8; at < last && at + 12 <= input.length;) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > input.length) break;
    view.setUint32(end, crc32(input.subarray(at + 4, end)));
    at = end + 4;
  }
  return input;
}

const CHUNK_WORDS = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'acTL', 'fdAT'].map((type) =>
  joinBytes(chunk(type, Buffer.from([0, 0, 0, 1]))),
);

const png: FuzzTarget = {
  name: 'PNG',
  seeds: manySeeds(anyPng),
  words: CHUNK_WORDS,
  finish: withChecksums,
  run: (input) => decodePng(input, signal, { palette: input.length % 2 === 0 ? 'rgb' : 'indices' }),
  allocates: inflatedPixels,
};

/** The same behind the compression: what is mutated is the header and the rows with their filters. */
const pngRows: FuzzTarget = {
  ...png,
  name: 'PNG rows',
  seeds: manySeeds((random) => {
    const recipe = anyRecipe(random);
    return joinBytes(
      ihdr(recipe.columns, recipe.rows, recipe.depth, recipe.colourType, recipe.interlaced ? 1 : 0).subarray(
        8,
        8 + IHDR_BYTES,
      ),
      filtered(recipe),
    );
  }),
  finish: (input, random) => {
    lieInHeader(input, 0, random);
    return pngFile(
      chunk('IHDR', input.subarray(0, IHDR_BYTES)),
      chunk('PLTE', new Uint8Array(30)),
      chunk('IDAT', deflateSync(input.subarray(IHDR_BYTES), { level: 1 })),
      IEND,
    );
  },
};

const VOXEL_TYPES = [2, 4, 8, 16, 64, 128, 256, 512, 768, 1024, 1280, 2304];

function anyNifti(random: Random): Bytes {
  const header = pick([header1, header2], random);
  const isAffine = random(2) === 0;
  const bytes = header(
    {
      dim: [3, 1 + random(5), 1 + random(5), 1 + random(4), 1 + random(2)],
      datatype: pick(VOXEL_TYPES, random),
      slope: random(3),
      sformCode: isAffine ? 1 : 0,
      qformCode: 1,
      srow: numbers(12, 7, random).map((value) => value - 3),
      quatern: numbers(3, 100, random).map((value) => value / 200),
    },
    random(3) > 0,
  );
  return joinBytes(bytes, Uint8Array.from(numbers(100 * 8, 256, random)));
}

/** Writes lengths from 2^0 to 2^14 as the first three dimensions. */
function lieInDimensions(input: Bytes, random: Random): void {
  if (input.length < 348 || !isLying(random)) return;
  const view = new DataView(input.buffer, input.byteOffset, input.length);
  const isLittle = input[0] !== 0;
  const isFirst = view.getInt32(0, isLittle) === 348;
  for (const axis of [1, 2, 3])
    if (isFirst) view.setInt16(40 + 2 * axis, 2 ** random(15), isLittle);
    else view.setBigInt64(16 + 8 * axis, 2n ** BigInt(random(15)), isLittle);
}

/** Some as they are, some gzipped, in one member or two, and some of those broken. */
function gzippedOrNot(input: Bytes, random: Random): Bytes {
  lieInDimensions(input, random);
  if (random(3) > 0) return input;
  const half = random(input.length + 1);
  const bytes =
    random(2) === 0
      ? joinBytes(gzipSync(input, { level: 1 }))
      : joinBytes(
          gzipSync(input.subarray(0, half), { level: 1 }),
          gzipSync(input.subarray(half), { level: 1 }),
        );
  if (random(2) === 0) bytes[random(bytes.length)] = random(256);
  return random(4) === 0 ? bytes.slice(0, random(bytes.length)) : bytes;
}

const nifti: FuzzTarget = {
  name: 'NIfTI',
  seeds: manySeeds(anyNifti),
  finish: gzippedOrNot,
  run: async (input) => {
    const { header, volume } = await decodeNifti(input, signal);
    const stored = niftiStackGeometry(header);
    const turn = displayOrientation(stored);
    const stack = orientStack(stored, turn);
    for (const k of shownSlices(stored).slice(0, 4)) {
      niftiSlice(volume, k, turn);
      sliceGeometry(stack, k);
    }
  },
  allocates: inflatedPixels,
};

/** The first bytes of a file, as the index reads them. */
const niftiHead: FuzzTarget = {
  ...nifti,
  name: 'NIfTI head',
  run: async (input) => {
    const header = await peekNiftiHeader(input.slice(0, 360 + (input.length % 500)), signal);
    shownSlices(niftiStackGeometry(header));
  },
};

const ENCODINGS = [
  [EXPLICIT_LITTLE_ENDIAN, { explicit: true, littleEndian: true }],
  [IMPLICIT_LITTLE_ENDIAN, { explicit: false, littleEndian: true }],
  [EXPLICIT_BIG_ENDIAN, { explicit: true, littleEndian: false }],
] as const;

/** PS3.3 C.12.1.1.2, and two that there are not. */
const CHARACTER_SETS = [
  'ISO_IR 100',
  'ISO_IR 192',
  'GB18030',
  '\\ISO 2022 IR 87',
  'ISO 2022 IR 13\\ISO 2022 IR 87',
  '\\ISO 2022 IR 149',
  'ISO_IR 999',
  '',
];

/** A data set with what decides how pixels are read, sequences, and native or encapsulated pixels. */
function anyDicom(random: Random): Bytes {
  const [syntax, encoding] = pick(ENCODINGS, random);
  const { littleEndian } = encoding;
  const short = (value: number) => words(2, [value], littleEndian);
  const [columns, rows] = [1 + random(8), 1 + random(8)];
  const [bits, samples] = pick(
    [
      [1, 1],
      [8, 1],
      [16, 1],
      [32, 1],
      [8, 3],
      [16, 3],
    ] as const,
    random,
  );
  const isEncapsulated = random(4) === 0;
  const inner = element('00280010', 'US', short(7), encoding);
  const pixels = Uint8Array.from(numbers(Math.ceil((columns * rows * samples * bits) / 8) + 2, 256, random));
  const fragments = joined(
    item(words(4, [0, 8], true)),
    item(Uint8Array.of(0xff, 0xd8, 1, 2)),
    item(Uint8Array.of(0xff, 0xd8, 3, 4)),
    sequenceEnd(),
  );
  return joined(
    ...(random(4) > 0 ? [fileHead(isEncapsulated ? '1.2.840.10008.1.2.5' : syntax)] : []),
    element('00080005', 'CS', pick(CHARACTER_SETS, random), encoding),
    element('00080008', 'CS', 'ORIGINAL\\PRIMARY', encoding),
    element('00081030', 'LO', Buffer.from('T\xf3rax \x1b$B;3\x1b(B \x1b$)C\xb1\xe8', 'latin1'), encoding),
    element('00081140', 'SQ', joined(item(inner, littleEndian, 0xffffffff), itemEnd(littleEndian)), encoding),
    element('00280002', 'US', short(samples), encoding),
    element(
      '00280004',
      'CS',
      samples === 3 ? pick(['RGB', 'YBR_FULL', 'YBR_FULL_422'], random) : 'MONOCHROME2',
      encoding,
    ),
    element('00280006', 'US', short(random(2)), encoding),
    element('00280008', 'IS', String(1 + random(2)), encoding),
    element('00280010', 'US', short(rows), encoding),
    element('00280011', 'US', short(columns), encoding),
    element('00280100', 'US', short(bits), encoding),
    element('00280101', 'US', short(Math.max(1, bits - random(4))), encoding),
    element('00280102', 'US', short(Math.max(0, bits - 1 - random(4))), encoding),
    element('00280103', 'US', short(random(2)), encoding),
    element('00281050', 'DS', '40\\-600', encoding),
    element('00281051', 'DS', '400\\1500', encoding),
    element(
      '00283010',
      'SQ',
      item(element('00283002', 'US', words(2, [2, 0, 16], littleEndian), encoding), littleEndian),
      encoding,
    ),
    isEncapsulated
      ? element(TAG.PixelData, 'OB', fragments, encoding, 0xffffffff)
      : element(TAG.PixelData, bits > 8 ? 'OW' : 'OB', pixels, encoding),
  );
}

const dicom: FuzzTarget = {
  name: 'DICOM header and native pixels',
  seeds: manySeeds(anyDicom),
  run: (input) => {
    // Only the beginning first, as when a large file is opened; what it says is not needed.
    readDicomHeader(input.slice(0, 200 + (input.length % 300)), input.length, signal);
    const read = readDicomHeader(input, input.length, signal);
    if (!read.ok) return false;
    const header = read.value;
    const { attributes } = readImageAttributes(header.dataset);
    // What is compressed goes to a decoder that is not ours.
    const frame = readFrame(input, header, attributes, 0);
    if (!frame.ok) return false;
    return (
      header.pixelData?.encapsulated === true || nativePixels(frame.value, attributes, header.littleEndian).ok
    );
  },
  allocates: inflatedPixels,
};

const masks: readonly FuzzTarget[] = [
  { ...png, name: 'PNG mask', run: readPlanes },
  { ...nifti, name: 'NIfTI mask', run: readPlanes },
];

const kinds: FuzzTarget = {
  name: 'what a file is',
  seeds: (random) => [anyPng(random), anyNifti(random), anyDicom(random), anyDicom(random)],
  run: sniff,
};

export const IMAGE_TARGETS: readonly FuzzTarget[] = [png, pngRows, nifti, niftiHead, dicom, ...masks, kinds];
