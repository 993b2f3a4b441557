import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTeller, imageBytes } from './image-memory.ts';

test.each([
  ['little memory', 0.5, 256],
  ['2 GB', 2, 256],
  ['4 GB', 4, 512],
  ['8 GB', 8, 1_024],
  ['more than enough', 32, 1_024],
  ['memory that the browser hides', undefined, 512],
])('with %s, decoded images are bounded', (_, gibibytes, megabytes) => {
  expect(imageBytes(gibibytes)).toBe(megabytes * 2 ** 20);
});

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('many changes are told once, and whoever left hears nothing', () => {
  const { tell, subscribe } = createTeller();
  let heard = 0;
  const leave = subscribe(() => (heard += 1));
  for (let at = 0; at < 100; at++) tell();
  expect(heard).toBe(0);
  vi.advanceTimersByTime(250);
  expect(heard).toBe(1);
  tell();
  leave();
  vi.advanceTimersByTime(1_000);
  expect(heard).toBe(1);
});
