import { MAX_PIXELS } from '../domain/imaging/pixels.ts';
import type { MaskTarget } from '../domain/segmentation/mask-target.ts';
import { readAimShapes } from '../formats/masks/aim-xml.ts';
import { isMarkTable, parseMarkTable } from '../formats/masks/mark-table.ts';
import { type Bytes, type FuzzTarget, manySeeds, pick, type Random } from './fuzz.ts';
import { maskContext, readPlanes } from './mask-context.ts';
import { testAim, testSeg, type TestShape, testStructureSet } from './test-masks.ts';

const encode = (text: string): Bytes => new TextEncoder().encode(text);

const numbers = (count: number, below: number, random: Random): number[] =>
  Array.from({ length: count }, () => random(below));

/** Three slices of 8 × 6 pixels of 2 mm, 5 mm apart, each with a UID. */
const STACK: MaskTarget = {
  columns: 8,
  rows: 6,
  slices: [0, 1, 2].map((slice) => ({
    uid: `2.25.${slice}`,
    plane: {
      ImagePositionPatient: [0, 0, -5 * slice],
      ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
      PixelSpacing: [2, 2],
    },
  })),
};

const allocates = (input: Bytes): number => 2 ** 21 + 64 * input.length;

function anySeg(random: Random): Bytes {
  const [columns, rows] = pick(
    [
      [8, 6],
      [4, 3],
    ] as const,
    random,
  );
  const isFractional = random(2) === 0;
  return testSeg({
    columns,
    rows,
    ...(isFractional && { fraction: 255 }),
    names: ['a', 'b'],
    colours: [[random(65_536), 30_000, 40_000]],
    orientation: '1\\0\\0\\0\\1\\0',
    spacing: '2\\2',
    frames: [0, 1, 2].map((slice) => ({
      segment: 1 + random(2),
      ...(random(2) === 0 && { uid: `2.25.${slice}` }),
      ...(random(2) === 0 && { at: `0\\0\\${-5 * slice}` }),
      samples: numbers(columns * rows, isFractional ? 256 : 2, random),
    })),
  });
}

const anyStructureSet = (random: Random): Bytes =>
  testStructureSet(
    ['a', 'b'].map((name) => ({
      name,
      colour: '255\\0\\9',
      contours: [0, 1].map((slice) => ({
        type: pick(['CLOSED_PLANAR', 'CLOSEDPLANAR_XOR', 'POINT', 'OPEN_PLANAR'], random),
        data: numbers(4, 16, random).flatMap((x) => [x, random(12), -5 * slice]),
      })),
    })),
  );

const anyShape = (random: Random): TestShape => ({
  type: pick(['Polyline', 'MultiPoint', 'Point', 'Circle', 'Ellipse'] as const, random),
  uid: `2.25.${random(3)}`,
  include: random(4) > 0,
  points: Array.from({ length: 4 }, () => [random(90) / 10, random(70) / 10] as const),
});

const anyAim = (random: Random): Bytes =>
  encode(
    testAim([
      ['a', anyShape(random)],
      ['b', anyShape(random), anyShape(random)],
    ]),
  );

const AIM_WORDS = (
  '<!DOCTYPE|<!ENTITY|&a;|&#x0;|&amp;|<![CDATA[|]]>|<!--|<?xml|</x>|<x|/>|value="|1e999|NaN|root=""|xsi:type="TwoDimension' +
  '|</MarkupEntity>|<MarkupEntity>|<TwoDimensionSpatialCoordinate>|<ImageAnnotation>|xmlns="'
)
  .split('|')
  .map(encode);

/** On a stack by what the file says, and on whatever image by the user's hand. */
const onBoth = async (input: Bytes): Promise<unknown> =>
  input.length % 2 === 0
    ? readPlanes(input, maskContext(STACK))
    : readPlanes(input, maskContext({ columns: 8, rows: 6, slices: [{ uid: '2.25.9' }] }, true));

const tableText = (random: Random): string =>
  [
    '\tMark\tType\tidx\tx\ty\tlabel',
    ...Array.from(
      { length: 9 },
      (_, at) =>
        `${at}\t${at % 2}\tname ${at % 2}\t${at}\t${random(80) / 10}\t${random(60) / 10}\t${1 + (at % 2)}`,
    ),
    '',
  ].join('\n');

export const MASK_TARGETS: readonly FuzzTarget[] = [
  // A frame may be as large as any image, whatever is in the file: decoding it is bounded by the bytes that are there.
  {
    name: 'DICOM SEG',
    seeds: manySeeds(anySeg),
    run: onBoth,
    allocates: (input) => allocates(input) + 8 * MAX_PIXELS,
  },
  { name: 'DICOM RTSTRUCT', seeds: manySeeds(anyStructureSet), run: onBoth, allocates },
  { name: 'AIM', seeds: manySeeds(anyAim), words: AIM_WORDS, run: onBoth, allocates },
  {
    name: 'AIM shapes',
    seeds: manySeeds(anyAim),
    words: AIM_WORDS,
    run: (input) => readAimShapes(new TextDecoder().decode(input)),
    allocates,
  },
  {
    name: 'table of marks',
    seeds: manySeeds((random) => encode(tableText(random))),
    words: ['\t', '\n', '"', ',', '1e999', '-1', 'NaN', 'Mark'].map(encode),
    run: (input) => {
      const text = new TextDecoder().decode(input);
      return isMarkTable(text) ? parseMarkTable(text) : readPlanes(input);
    },
    allocates,
  },
];
