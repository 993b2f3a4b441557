import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Rgb } from '../domain/segmentation/colour.ts';
import type { MaskTarget } from '../domain/segmentation/mask-target.ts';

/** One case of `masks/mask-truth.jsonl`, which `masks/mask_truth.py` makes. */
export interface MaskCase {
  readonly name: string;
  readonly format: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly target: MaskTarget;
  /** Places of pixels, row by row, by name and slice. */
  readonly pixels: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly colours?: Readonly<Record<string, Rgb>>;
  readonly marks?: readonly (readonly [name: string, slice: number, x: number, y: number])[];
}

/** Two masks by the places of their pixels, with what numpy says of them. */
export interface OverlapCase {
  readonly one: readonly number[];
  readonly other: readonly number[];
  readonly dice: number;
  readonly iou: number;
}

type Row = Omit<MaskCase, 'bytes'> & { readonly file: string };

export function readMaskTruth(): {
  readonly cases: readonly MaskCase[];
  readonly overlaps: readonly OverlapCase[];
} {
  const path = fileURLToPath(new URL('masks/mask-truth.jsonl', import.meta.url));
  const [head = '{}', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const { overlaps } = JSON.parse(head) as { readonly overlaps: readonly OverlapCase[] };
  return {
    overlaps,
    cases: rows.map((row) => {
      const { file, ...made } = JSON.parse(row) as Row;
      return { ...made, bytes: Uint8Array.from(Buffer.from(file, 'base64')) };
    }),
  };
}
