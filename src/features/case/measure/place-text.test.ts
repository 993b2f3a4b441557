import { describe, expect, it } from 'vitest';
import { placeText } from './place-text.ts';

const SIZE = { width: 600, height: 500 };
const WORDS = ['12.3 mm at detector'];
const LONG = WORDS.map((words) => words.length * 6.6)[0] ?? 0;

describe('the text of a mark', () => {
  it('is to its right, at the height of its right end', () => {
    expect(
      placeText(
        'length',
        [
          [100, 200],
          [300, 240],
        ],
        WORDS,
        SIZE,
      ),
    ).toEqual({ x: 310, y: 240, anchor: 'start' });
  });

  it('is to its left where there is no room to its right', () => {
    expect(
      placeText(
        'length',
        [
          [300, 200],
          [560, 240],
        ],
        WORDS,
        SIZE,
      ),
    ).toEqual({ x: 290, y: 200, anchor: 'end' });
  });

  it('is below or above what spans the image, and never beyond its edges', () => {
    const below = placeText(
      'length',
      [
        [20, 100],
        [590, 120],
      ],
      WORDS,
      SIZE,
    );
    expect(below.y).toBeGreaterThan(120);
    const above = placeText(
      'length',
      [
        [20, 480],
        [590, 490],
      ],
      WORDS,
      SIZE,
    );
    expect(above.y).toBeLessThan(480);
    for (const { x, y } of [below, above]) {
      expect(x).toBeGreaterThan(0);
      expect(x + LONG).toBeLessThan(SIZE.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(SIZE.height);
    }
  });

  it('of a ratio is below the midline, where no lung is', () => {
    const { y } = placeText(
      'ctr',
      [
        [300, 50],
        [300, 400],
        [250, 300],
        [350, 300],
        [100, 320],
        [500, 320],
      ],
      ['CTR 0.48'],
      SIZE,
    );
    expect(y).toBeGreaterThan(400);
  });
});
