import { describe, expect, it } from 'vitest';
import { areaMm2 } from './area.ts';
import { spacingOf } from './spacing.ts';

describe('areaMm2', () => {
  it('is rows times columns, in the meaning of the spacing', () => {
    const detector = spacingOf({ Modality: 'DX', ImagerPixelSpacing: [0.2, 0.1] });
    expect(areaMm2(1_000, detector)).toBeCloseTo(20, 12);
    expect(detector.kind).toBe('detector');
  });

  it('counts a magnification twice', () => {
    const spacing = spacingOf({
      Modality: 'DX',
      ImagerPixelSpacing: [0.2, 0.2],
      EstimatedRadiographicMagnificationFactor: 2,
    });
    expect(areaMm2(100, spacing)).toBeCloseTo(1, 12);
  });

  it('is unknown without spacing', () => {
    expect(areaMm2(100, spacingOf({ Modality: 'DX' }))).toBeUndefined();
  });
});
