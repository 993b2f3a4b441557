import { expect, it } from 'vitest';
import { anchorOf } from './anchor-of.ts';

it('is the middle of a square', () => {
  expect(anchorOf('M10,20H14V24H10Z')).toEqual([12, 21.5]);
});

it('is beside a hole, and in the larger of two parts', () => {
  // A ring of one pixel around 6 × 6, with its right side three pixels wide.
  expect(anchorOf('M0,0H10V8H0ZM1,1H7V7H1Z')).toEqual([8.5, 3.5]);
  expect(anchorOf('M0,0H2V4H0ZM10,0H16V4H10Z')).toEqual([13, 1.5]);
});

it('is nowhere for a segment without pixels', () => {
  expect(anchorOf('')).toBeUndefined();
});
