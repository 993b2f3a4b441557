import { dicom, imageAttributes, pixelData, type DicomItem } from './dicom.ts';
import { png } from './png.ts';

/** Films of 8 × 8 squares, 64 pixels each side, so that a square's grey can be read from a screenshot. */
export const SQUARES = 8;
export const SQUARE = 64;
const SIDE = SQUARES * SQUARE;

/** Stored values of the 64 squares, row by row: 0, 64, 128 … 4032, a 12-bit ramp. */
export const STORED: readonly number[] = Array.from({ length: SQUARES ** 2 }, (_, at) => 64 * at);

export function filmSamples(values: readonly number[]): Uint16Array {
  const samples = new Uint16Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++)
    for (let column = 0; column < SIDE; column++)
      samples[row * SIDE + column] =
        values[Math.floor(row / SQUARE) * SQUARES + Math.floor(column / SQUARE)] ?? 0;
  return samples;
}

export const filmPng = (values: readonly number[] = STORED, depth: 8 | 16 = 16): Buffer =>
  png({ columns: SIDE, rows: SIDE, depth, colour: 'grey', samples: filmSamples(values) });

export const filmDicom = (attributes: DicomItem, values: readonly number[] = STORED): Buffer =>
  dicom({
    ...imageAttributes(SIDE, SIDE, 12, false),
    '00080060': ['CS', 'DX'],
    '7FE00010': ['OW', pixelData(filmSamples(values))],
    ...attributes,
  });

/** A sidecar in the published dialect: one line, `Value` before `vr`. */
export function sidecar(
  attributes: Readonly<Record<string, readonly [vr: string, ...values: readonly unknown[]]>>,
): string {
  const elements = Object.entries(attributes).map(
    ([tag, [vr, ...values]]) => `"${tag}": {"Value": ${JSON.stringify(values)}, "vr": "${vr}"}`,
  );
  return `{${elements.join(', ')}}`;
}

/** A VOI LUT of 4,096 entries of 12 bits that turns the ramp round: entry v is 4095 − v. */
export const INVERSE_LUT: readonly number[] = Array.from({ length: 4096 }, (_, value) => 4095 - value);

/** {@link INVERSE_LUT} as a sidecar files it. */
export const INVERSE_LUT_SEQUENCE = {
  '00283010': [
    'SQ',
    {
      '00283002': { Value: [4096, 0, 12], vr: 'US' },
      '00283003': { Value: ['TURNED'], vr: 'LO' },
      '00283006': { Value: INVERSE_LUT, vr: 'US' },
    },
  ],
} as const;
