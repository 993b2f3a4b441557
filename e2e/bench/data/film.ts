import { crc32, deflateSync } from 'node:zlib';
import { createRandom } from '../../../src/phantom/random.ts';
import { dicom, imageAttributes, type DicomItem } from '../../support/dicom.ts';

/** Stored values of a film, row by row. */
export interface Film {
  readonly columns: number;
  readonly rows: number;
  readonly values: Uint16Array<ArrayBuffer>;
}

/** Window that shows a film's values. */
export const FILM_WINDOW = { center: 8_000, width: 14_000 } as const;

/** Deviation of the noise in stored values of 14 bits; a film of 15 MB then takes 10 MB as PNG. */
const NOISE = 40;

/** How much air is at a place, 0 to 1, for the lung around a column; places from 0 to 1 across the film. */
const lung = (x: number, y: number, middle: number): number =>
  Math.exp(-(((x - middle) / 0.14) ** 2) - ((y - 0.45) / 0.27) ** 2);

/** Two dark fields on a bright one, under the noise of a detector: nothing that deflate could find twice. */
export function makeFilm(columns: number, rows: number): Film {
  const random = createRandom('bench', 'film', columns, rows);
  const values = new Uint16Array(columns * rows);
  for (let row = 0, at = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, at++) {
      const [x, y] = [column / columns, row / rows];
      const air = 7_500 * Math.max(lung(x, y, 0.3), lung(x, y, 0.7));
      values[at] = 11_500 + 1_500 * Math.sin(9 * y) - air + NOISE * random.normal();
    }
  return { columns, rows, values };
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** PNG section 9.4: the predictor whose value is nearest to a + b − c. */
function paeth(a: number, b: number, c: number): number {
  const [toA, toB, toC] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  if (toA <= toB && toA <= toC) return a;
  return toB <= toC ? b : c;
}

/** PNG section 9.2: what filters 1 to 4 subtract from a byte, by the bytes left, above and above left. */
const PREDICTORS: readonly ((a: number, b: number, c: number) => number)[] = [
  (a) => a,
  (_, b) => b,
  (a, b) => (a + b) >> 1,
  paeth,
];

/** Rows take turns with the four filters, as encoders that choose the best one mix them. */
function filtered({ columns, rows, values }: Film): Buffer {
  const width = 2 * columns;
  const raw = Buffer.from(values.slice().buffer).swap16();
  const out = Buffer.alloc(rows * (width + 1));
  for (let row = 0, to = 0; row < rows; row++) {
    const predict = PREDICTORS[row % PREDICTORS.length];
    out[to++] = 1 + (row % PREDICTORS.length);
    for (let byte = 0; byte < width; byte++) {
      const at = row * width + byte;
      const left = byte < 2 ? 0 : (raw[at - 2] ?? 0);
      const above = row === 0 ? 0 : (raw[at - width] ?? 0);
      const corner = byte < 2 || row === 0 ? 0 : (raw[at - width - 2] ?? 0);
      out[to++] = (raw[at] ?? 0) - (predict?.(left, above, corner) ?? 0);
    }
  }
  return out;
}

/** A grey PNG of 16 bits, compressed as image libraries do by default. */
export function filmPng(film: Film): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(film.columns, 0);
  header.writeUInt32BE(film.rows, 4);
  header[8] = 16;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(filtered(film))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Everything a DICOM film of these values says beside them. */
export const filmAttributes = ({ columns, rows }: Film): DicomItem => ({
  ...imageAttributes(columns, rows, 14, false),
  '00080060': ['CS', 'DX'],
  '00181164': ['DS', '0.139\\0.139'],
  '00200020': ['CS', 'L\\F'],
  '00280004': ['CS', 'MONOCHROME2'],
  '00281050': ['DS', String(FILM_WINDOW.center)],
  '00281051': ['DS', String(FILM_WINDOW.width)],
});

/** The same values as a DICOM file in Explicit VR Little Endian, or in a transfer syntax that begins as one. */
export const filmDicom = (film: Film, syntax?: string): Buffer =>
  dicom({ ...filmAttributes(film), '7FE00010': ['OW', Buffer.from(film.values.buffer)] }, syntax);
