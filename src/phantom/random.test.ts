import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

describe('createRandom', () => {
  it('yields the numbers of sfc32 for a name', () => {
    // From an implementation of sfc32 and FNV-1a in Python, for 'midscope/19'.
    const random = createRandom('midscope', 19);
    expect([random.next(), random.next(), random.next()]).toEqual([
      0.7817249044310302, 0.6088969430420548, 0.839219402289018,
    ]);
  });

  it('gives every name a stream of its own', () => {
    const first = ['a', 'b', 'a/b', 'ab'].map((name) => createRandom(name).next());
    expect(new Set(first).size).toBe(4);
  });

  it('keeps to its ranges', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(40), (name, low, width) => {
        const random = createRandom(name);
        const whole = random.integer(low, low + width);
        expect(whole).toBeGreaterThanOrEqual(low);
        expect(whole).toBeLessThanOrEqual(low + width);
        expect(Number.isInteger(whole)).toBe(true);
        expect(Math.abs(random.normal())).toBeLessThan(3.5);
      }),
    );
  });

  it('has mean 0 and variance 1 where it is bell-shaped', () => {
    const random = createRandom('bell');
    const values = Array.from({ length: 20_000 }, () => random.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });
});
