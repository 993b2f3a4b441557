import { expect, test } from 'vitest';
import { createFormats } from './formats.ts';

const at = (text: string): number => new Date(text).getTime();
const NOW = at('2026-11-22T10:00');

test.each([
  ['2026-11-22T00:01', 'today', 'hoy'],
  ['2026-11-21T23:59', 'yesterday', 'ayer'],
  ['2026-11-18T12:00', '18 Nov', '18 nov'],
  ['2025-11-18T12:00', '18 Nov 2025', '18 nov 2025'],
])('the day of %s is said as %s and %s', (time, english, spanish) => {
  expect(createFormats('en').day(at(time), NOW)).toBe(english);
  expect(createFormats('es').day(at(time), NOW)).toBe(spanish);
});

test.each([
  [-600, '−600', '−600'],
  [-1204, '−1,204', '−1.204'],
  [-0.0001, '0', '0'],
  [1204.5, '1,204.5', '1.204,5'],
])('%d is written with a real minus and the separators of the language', (value, english, spanish) => {
  expect(createFormats('en').number(value)).toBe(english);
  expect(createFormats('es').number(value)).toBe(spanish);
});

test('fixed digits and days have a real minus too, and nothing is minus zero', () => {
  const { fixed, signedDays } = createFormats('es');
  expect([fixed(-0.5, 2), fixed(-0.001, 1), fixed(2, 1)]).toEqual(['−0,50', '0,0', '2,0']);
  expect([signedDays(-2), signedDays(0), signedDays(6)]).toEqual(['−2', '0', '+6']);
});
