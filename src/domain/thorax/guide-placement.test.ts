import { describe, expect, it } from 'vitest';
import { firstPlacement, movedBy, onImage, scaledBy } from './guide-placement.ts';

describe('a guide over a film', () => {
  const first = firstPlacement(2000, 2400, false);

  it('has its lungs in the middle of the film', () => {
    const [left, top] = onImage(first, [114, 108]);
    const [right, bottom] = onImage(first, [488, 508]);
    expect(right - left).toBeCloseTo(1480);
    expect(bottom - top).toBeCloseTo(1680);
    expect(top).toBeCloseTo(240);
    expect(onImage(first, [300, 0])[0]).toBeCloseTo(1000);
  });

  it('is mirrored on a film that is', () => {
    const mirrored = firstPlacement(2000, 2400, true);
    expect(onImage(mirrored, [300, 0])[0]).toBeCloseTo(1000);
    expect(onImage(mirrored, [114, 0])[0]).toBeGreaterThan(onImage(mirrored, [488, 0])[0]);
  });

  it('moves, and scales about a point that stays', () => {
    expect(movedBy(first, 10, -4)).toEqual({ ...first, x: first.x + 10, y: first.y - 4 });
    const wider = scaledBy(first, 2, 1, [300, 320]);
    expect(wider.scaleX).toBeCloseTo(2 * first.scaleX);
    expect(wider.scaleY).toBe(first.scaleY);
    expect(onImage(wider, [300, 320])[0]).toBeCloseTo(onImage(first, [300, 320])[0]);
    expect(scaledBy(first, -3, 0, [0, 0]).scaleX).toBeGreaterThan(0);
  });
});
