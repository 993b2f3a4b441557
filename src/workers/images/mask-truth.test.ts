import { describe, expect, it } from 'vitest';
import type { DecodedMask } from '../../formats/masks/decoded-mask.ts';
import { decodeMask } from '../../formats/masks/mask-formats.ts';
import { maskContext } from '../../testing/mask-context.ts';
import { readMaskTruth } from '../../testing/mask-truth.ts';
import { decodeFrame } from './decode-frame.ts';

async function placesOf(mask: DecodedMask): Promise<Record<string, Record<string, number[]>>> {
  const found: Record<string, Record<string, number[]>> = {};
  for await (const { slice, map } of mask.planes())
    map.data.forEach((value, at) => {
      if (value > 0) ((found[mask.names.get(value) ?? String(value)] ??= {})[slice] ??= []).push(at);
    });
  return found;
}

const { cases } = readMaskTruth();

describe('masks that pydicom, nibabel, Pillow and ElementTree wrote', () => {
  it.each(cases)('$name', async ({ bytes, target, format, pixels, colours, marks }) => {
    const mask = await decodeMask(bytes, { ...maskContext(target), decodeFrame });
    expect(mask.format).toBe(format);
    expect([mask.columns, mask.rows, mask.slices]).toEqual([
      target.columns,
      target.rows,
      target.slices.length,
    ]);
    expect(await placesOf(mask)).toEqual(pixels);
    expect(mask.issues ?? []).toEqual([]);
    const nameOf = (value: number): string => mask.names.get(value) ?? String(value);
    const found = Object.fromEntries(Array.from(mask.colours ?? [], ([value, rgb]) => [nameOf(value), rgb]));
    for (const [name, colour] of Object.entries(colours ?? {}))
      // A CIELab value of the file may be rounded.
      expect(
        Math.max(...(found[name] ?? [NaN]).map((part, at) => Math.abs(part - (colour[at] ?? 0)))),
      ).toBeLessThanOrEqual(2);
    const marked = (mask.marks ?? []).map(({ value, slice, x, y }) => [nameOf(value), slice, x, y]);
    expect(marked).toHaveLength(marks?.length ?? 0);
    marks?.forEach(([name, slice, x, y], at) => {
      expect(marked[at]?.slice(0, 2)).toEqual([name, slice]);
      expect(marked[at]?.[2]).toBeCloseTo(x, 4);
      expect(marked[at]?.[3]).toBeCloseTo(y, 4);
    });
  });
});
