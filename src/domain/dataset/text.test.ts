import { expect, test } from 'vitest';
import { numberAlike } from './text.ts';

test('texts that read the same are numbered, others stay', () => {
  expect(numberAlike(['VOI LUT', 'As filed', 'VOI LUT', 'Percentile'])).toEqual([
    'VOI LUT 1',
    'As filed',
    'VOI LUT 2',
    'Percentile',
  ]);
  expect(numberAlike([])).toEqual([]);
});
