import { expect, test } from 'vitest';
import { countFitting } from './count-fitting.ts';

test('what fits is counted with the gaps between and the "+n" behind, unless nothing is left out', () => {
  // 50 + 5 + 50 = 105; with "+n" behind it 136.
  expect(countFitting([50, 50], 105)).toBe(2);
  expect(countFitting([50, 50], 104)).toBe(1);
  expect(countFitting([50, 50, 50], 159)).toBe(2);
  expect(countFitting([50, 50, 50], 160)).toBe(3);
  expect(countFitting([50, 50, 50], 135)).toBe(1);
  expect(countFitting([50, 50, 50], 136)).toBe(2);
  expect(countFitting([50, 50], 0)).toBe(1);
  expect(countFitting([], 100)).toBe(0);
});
