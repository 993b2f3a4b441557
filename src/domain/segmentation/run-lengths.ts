import { MidscopeError } from '../error.ts';
import type { LabelMap } from './label-map.ts';

/** Lengths of runs that are outside and inside a segment in turn, outside first, column by column from the top left. */
export type RunLengths = readonly number[];

/** Sets the pixels of a label map that lie in the runs that are inside; pixels behind the last run are outside. */
export function fillRuns({ columns, rows, data }: LabelMap, runs: RunLengths, value: number): void {
  let column = 0;
  let row = 0;
  for (const [number, length] of runs.entries()) {
    if (number % 2 === 1) {
      let [x, y] = [column, row];
      for (let left = length; left > 0 && x < columns; left--) {
        data[y * columns + x] = value;
        y += 1;
        if (y === rows) [x, y] = [x + 1, 0];
      }
    }
    column += Math.floor((row + length) / rows);
    row = (row + length) % rows;
  }
}

const unreadable = () => new MidscopeError('MASK_INVALID', { reason: 'not-run-lengths' });

/** Characters stand for six bits each: five of a number, lowest first, and one that says that more follow. */
const FIRST_CHARACTER = 48;
const [BITS, MORE, SIGN] = [5, 0x20, 0x10];
/** Bits of a number that a run of an image may have, and one for its sign. */
const MAX_BITS = 30;

/**
 * The run lengths that the COCO mask API writes as a string: signed numbers, from the fourth on each as what it has more
 * than the last but one.
 * @throws MidscopeError MASK_INVALID for characters beyond the alphabet, numbers too large, and a string that breaks off.
 */
export function parseRunLengths(text: string): RunLengths {
  const runs: number[] = [];
  let number = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at) - FIRST_CHARACTER;
    if (character < 0 || character > 0x3f || bits + BITS > MAX_BITS) throw unreadable();
    number |= (character & 0x1f) << bits;
    bits += BITS;
    if ((character & MORE) !== 0) continue;
    if ((character & SIGN) !== 0) number -= 2 ** bits;
    runs.push(runs.length > 2 ? number + (runs[runs.length - 2] ?? 0) : number);
    [number, bits] = [0, 0];
  }
  if (bits > 0) throw unreadable();
  return runs;
}

/**
 * Run lengths as filed, checked against the pixels of their image.
 * @throws MidscopeError MASK_INVALID for lengths that are none, or that are longer than the image.
 */
export function checkRunLengths(counts: unknown, pixels: number): RunLengths {
  const runs: unknown = typeof counts === 'string' ? parseRunLengths(counts) : counts;
  if (!Array.isArray(runs)) throw unreadable();
  let total = 0;
  for (const run of runs as readonly unknown[]) {
    if (typeof run !== 'number' || !Number.isInteger(run) || run < 0) throw unreadable();
    total += run;
  }
  if (total > pixels) throw unreadable();
  return runs as RunLengths;
}
