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
