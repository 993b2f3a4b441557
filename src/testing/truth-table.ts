import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { VoiChoice } from '../domain/imaging/voi.ts';

/** Place of a pixel row by row, with the values that other programs and the standard's formulas give for it. */
type TruePixel = readonly [place: number, stored: number, modality: number, grey: number];

/** One case of `truth/truth.jsonl`, which `truth/truth.py` makes. */
export interface TruthCase {
  readonly name: string;
  /** What the file is called. */
  readonly path: string;
  readonly file: Uint8Array<ArrayBuffer>;
  /** Texts of the files beside it, by name. */
  readonly beside: Readonly<Record<string, string>>;
  /** In the order in which they are shown, from 0. */
  readonly frame: number;
  readonly rows: number;
  readonly columns: number;
  /** What is shown, where it is not the file's first choice. */
  readonly choice?: VoiChoice;
  /** Programs that have the modality values, and the greys but for one of 255; grey cases only. */
  readonly by: readonly string[];
  /** SHA-256 of all stored values, as little endian doubles; grey cases only, as all below. */
  readonly stored?: string;
  readonly modality?: string;
  readonly pixels: readonly TruePixel[];
  /** Of every pixel, one byte each. */
  readonly greys?: Uint8Array;
  /** Of every pixel, three bytes each; colour cases only. */
  readonly rgb?: Uint8Array;
  /** 1 for every pixel below an overlay, or behind a shutter; only where the file has them. */
  readonly overlay?: Uint8Array;
  readonly shutter?: Uint8Array;
}

interface Row {
  readonly data?: string;
  readonly name?: string;
  readonly path?: string;
  readonly beside?: Readonly<Record<string, string>>;
  readonly by?: readonly string[];
  readonly overlay?: string;
  readonly shutter?: string;
  readonly file: number;
  readonly frame: number;
  readonly rows: number;
  readonly columns: number;
  readonly choice?: VoiChoice;
  readonly stored?: string;
  readonly modality?: string;
  readonly pixels?: readonly TruePixel[];
  readonly greys?: string;
  readonly rgb?: string;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'base64'));

/** Bits from the highest of each byte on. */
const bitsOf = (text: string, count: number): Uint8Array =>
  Uint8Array.from({ length: count }, (_, at) => ((bytesOf(text)[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);

/** The truth table: files of every kind, and what their pixels are. */
export function readTruthTable(): readonly TruthCase[] {
  const path = fileURLToPath(new URL('truth/truth.jsonl', import.meta.url));
  const rows = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const files = rows.flatMap(({ data }) => (data === undefined ? [] : [bytesOf(data)]));
  return rows.flatMap(({ name, file, pixels = [], greys, rgb, overlay, shutter, ...row }) =>
    name === undefined
      ? []
      : [
          {
            path: 'x.dcm',
            beside: {},
            by: [],
            ...row,
            name,
            pixels,
            file: files[file] ?? new Uint8Array(),
            ...(greys !== undefined && { greys: bytesOf(greys) }),
            ...(rgb !== undefined && { rgb: bytesOf(rgb) }),
            ...(overlay !== undefined && { overlay: bitsOf(overlay, row.rows * row.columns) }),
            ...(shutter !== undefined && { shutter: bitsOf(shutter, row.rows * row.columns) }),
          },
        ],
  );
}
