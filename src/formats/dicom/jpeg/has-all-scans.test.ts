import { expect, test } from 'vitest';
import { joined, words } from '../test-dicom.ts';
import { hasAllScans } from './has-all-scans.ts';

const segment = (marker: number, ...body: readonly number[]) =>
  joined(words(2, [0xff00 + marker, body.length + 2], false), Uint8Array.from(body));
const frame = (marker: number, ...ids: readonly number[]) =>
  segment(marker, 8, 0, 1, 0, 1, ids.length, ...ids.flatMap((id) => [id, 0x11, 0]));
/** Coefficients from first to last, down to a bit. */
const scan = (ids: readonly number[], first: number, last: number, bit: number) =>
  joined(
    segment(0xda, ids.length, ...ids.flatMap((id) => [id, 0]), first, last, bit),
    Uint8Array.of(0xff, 0, 0xff, 0xd0, 7),
  );
const file = (...parts: readonly Uint8Array[]) =>
  joined(Uint8Array.of(0xff, 0xd8), ...parts, Uint8Array.of(0xff, 0xd9));

test('a sequential image has a scan for each of its components', () => {
  const header = frame(0xc0, 1, 2);
  expect(hasAllScans(file(header, scan([1, 2], 0, 63, 0)))).toBe(true);
  expect(hasAllScans(file(header, scan([1], 0, 63, 0), scan([2], 0, 63, 0)))).toBe(true);
  expect(hasAllScans(file(header, scan([1], 0, 63, 0)))).toBe(false);
  expect(hasAllScans(file(header))).toBe(false);
});

test('a progressive image has every coefficient to its last bit', () => {
  const parts = [
    frame(0xc2, 1, 2),
    scan([1, 2], 0, 0, 1),
    scan([1], 1, 5, 2),
    scan([1], 6, 63, 0),
    scan([2], 1, 63, 1),
    scan([1], 1, 5, 0x21),
    scan([1], 1, 5, 0x10),
    scan([2], 1, 63, 0x10),
    scan([1, 2], 0, 0, 0x10),
  ];
  expect(hasAllScans(file(...parts))).toBe(true);
  for (let left = 1; left < parts.length; left++)
    expect(hasAllScans(file(...parts.slice(0, -left))), `${left} scans missing`).toBe(false);
});
