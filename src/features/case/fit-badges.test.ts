import { expect, test } from 'vitest';
import { fitBadges } from './fit-badges.ts';

const guess = { parts: [60, 40], isGuess: true };
const filed = { parts: [100, 50, 30], isGuess: false };

test('the first part of each badge comes first, then what is certain, then what is doubted', () => {
  // Signs of both: 26 + 8 + 26 = 60.
  expect(fitBadges([guess, filed], 60)).toEqual([0, 0]);
  // Doubt in words: 38 + 60 + 20 for "+1", and a sign beside it: 118 + 8 + 26 = 152.
  expect(fitBadges([guess, filed], 151)).toEqual([0, 0]);
  expect(fitBadges([guess, filed], 152)).toEqual([1, 0]);
  // 118 + 8 + (38 + 100 + 20) = 284; what is left over before that, the second doubt takes.
  expect(fitBadges([guess, filed], 283)).toEqual([2, 0]);
  expect(fitBadges([guess, filed], 284)).toEqual([1, 1]);
  // Two parts of what is certain: 60 more; all three: 38 + 180 + 20 = 238 in place of 158, without "+n".
  expect(fitBadges([guess, filed], 344)).toEqual([1, 2]);
  expect(fitBadges([guess, filed], 364)).toEqual([1, 3]);
  // And the second doubt: 38 + 100 + 10 = 148 in place of 118.
  expect(fitBadges([guess, filed], 394)).toEqual([2, 3]);
});

test('the last part may fit where one before it with "+1" would not', () => {
  expect(fitBadges([{ parts: [50, 5], isGuess: false }], 103)).toEqual([2]);
});

test('a small badge stays a sign, and no badge needs no room', () => {
  expect(fitBadges([{ ...filed, isSmall: true }], 1_000)).toEqual([0]);
  expect(fitBadges([], 0)).toEqual([]);
});
