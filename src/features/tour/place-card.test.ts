import { expect, test } from 'vitest';
import { lungsOf, placeCard } from './place-card.ts';

const SCREEN = { width: 1440, height: 900 };
const CARD = { width: 320, height: 200 };

test('the card stands to the right of its target, level with its top', () => {
  expect(placeCard({ x: 20, y: 300, width: 260, height: 320 }, CARD, SCREEN, [])).toEqual({ x: 294, y: 300 });
});

test('without room on the right it stands below, and without room there above', () => {
  expect(placeCard({ x: 300, y: 50, width: 1000, height: 40 }, CARD, SCREEN, [])).toEqual({ x: 300, y: 104 });
  expect(placeCard({ x: 300, y: 850, width: 1000, height: 40 }, CARD, SCREEN, [])).toEqual({
    x: 300,
    y: 636,
  });
});

test('a target at the edge pulls the card along, but not out of the window', () => {
  expect(placeCard({ x: 1300, y: 880, width: 130, height: 18 }, CARD, SCREEN, [])).toEqual({
    x: 1108,
    y: 666,
  });
});

test('beside a film the card goes where the lungs are not', () => {
  // The badges of a film that ends where the panel begins.
  const film = { x: 680, y: 114, width: 384, height: 570 };
  const place = placeCard({ x: 764, y: 84, width: 260, height: 24 }, CARD, SCREEN, [lungsOf(film)]);
  expect(place).toEqual({ x: 1038, y: 84 });
  // At the foot of the film there is the abdomen, which may be hidden; the lungs end at 0.76 of its height.
  const foot = placeCard({ x: 690, y: 640, width: 360, height: 40 }, CARD, SCREEN, [
    { x: 100, y: 100, width: 1340, height: 540 },
  ]);
  expect(foot.y).toBeGreaterThanOrEqual(640);
});

test('the lungs of a film that is narrow in its box are in the middle of it', () => {
  expect(lungsOf({ x: 100, y: 100, width: 860, height: 200 })).toEqual({
    x: 430,
    y: 112,
    width: 200,
    height: 140,
  });
  expect(lungsOf({ x: 0, y: 0, width: 400, height: 500 })).toEqual({ x: 40, y: 30, width: 320, height: 350 });
});

test('where nothing else is free, the target stays in sight before the lungs do', () => {
  const all = { x: 0, y: 0, width: 1440, height: 900 };
  const target = { x: 700, y: 400, width: 40, height: 40 };
  const { x, y } = placeCard(target, CARD, SCREEN, [all]);
  const hides = x < 740 && x + CARD.width > 700 && y < 440 && y + CARD.height > 400;
  expect(hides).toBe(false);
});

test('without a target the card stands in the corner, inside a narrow window too', () => {
  expect(placeCard(undefined, CARD, SCREEN, [])).toEqual({ x: 1108, y: 664 });
  expect(placeCard(undefined, CARD, { width: 330, height: 190 }, [])).toEqual({ x: 12, y: 12 });
});
