import { expect, it } from 'vitest';
import { nearestSlice } from './nearest-slice.ts';

const axial = (z: number) => ({
  ImageOrientationPatient: [1, 0, 0, 0, 1, 0] as const,
  ImagePositionPatient: [-100, -90, z] as const,
});
const STACK = [axial(40), axial(30), undefined, axial(10)];

it('the nearest slice is the one at the height of an image, wherever that lies beside it', () => {
  expect(nearestSlice(STACK, axial(31))).toBe(1);
  expect(nearestSlice(STACK, { ...axial(9), ImagePositionPatient: [0, 0, 9] })).toBe(3);
  expect(nearestSlice(STACK, axial(-500))).toBe(3);
});

it('an image that faces the other way has one, too', () => {
  expect(nearestSlice(STACK, { ...axial(38), ImageOrientationPatient: [-1, 0, 0, 0, 1, 0] })).toBe(0);
});

it('there is none for another plane, and without a place', () => {
  expect(nearestSlice(STACK, { ...axial(38), ImageOrientationPatient: [1, 0, 0, 0, 0, -1] })).toBeUndefined();
  expect(nearestSlice(STACK, {})).toBeUndefined();
  expect(nearestSlice([], axial(1))).toBeUndefined();
});
