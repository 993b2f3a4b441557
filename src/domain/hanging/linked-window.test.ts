import { describe, expect, it } from 'vitest';
import { linkedChoice, type WindowContext } from './linked-window.ts';

const window = (center: number, width: number) =>
  ({ center, width, explanation: '', function: 'LINEAR' }) as const;

const film = (center: number, width: number): WindowContext => ({
  isCt: false,
  own: { center, width },
  offers: { voiLuts: [], windows: [window(center, width)] },
});
const CT: WindowContext = { ...film(40, 400), isCt: true };

describe('linkedChoice', () => {
  it('takes the same Hounsfield units to another CT', () => {
    const lung = { kind: 'preset', center: -600, width: 1500 } as const;
    expect(linkedChoice(lung, CT, { ...CT, own: { center: -300, width: 1200 } })).toBe(lung);
  });

  it('keeps place and width against the window that a film opens with', () => {
    // Half the width, a quarter of the width brighter: of 4096 and of 1024 values.
    expect(
      linkedChoice({ kind: 'manual', center: 3072, width: 2048 }, film(2048, 4096), film(512, 1024)),
    ).toEqual({
      kind: 'manual',
      center: 768,
      width: 512,
    });
  });

  it('comes back as it went', () => {
    const [one, other] = [film(2048, 4096), film(700, 900)];
    const there = linkedChoice({ kind: 'manual', center: 1000, width: 777 }, one, other);
    expect(linkedChoice(there, other, one)).toEqual({ kind: 'manual', center: 1000, width: 777 });
  });

  it('takes what both files offer, else the first choice of the other', () => {
    expect(linkedChoice({ kind: 'window', index: 0 }, film(1, 2), film(3, 4))).toEqual({
      kind: 'window',
      index: 0,
    });
    expect(linkedChoice({ kind: 'window', index: 1 }, film(1, 2), film(3, 4))).toBeUndefined();
    expect(linkedChoice({ kind: 'lut', index: 0 }, film(1, 2), film(3, 4))).toBeUndefined();
    expect(linkedChoice({ kind: 'percentile' }, film(1, 2), film(3, 4))).toEqual({ kind: 'percentile' });
    expect(linkedChoice(undefined, film(1, 2), film(3, 4))).toBeUndefined();
  });

  it('never takes Hounsfield units to a film', () => {
    expect(linkedChoice({ kind: 'manual', center: -600, width: 1500 }, CT, film(3, 4))).toBeUndefined();
  });
});
