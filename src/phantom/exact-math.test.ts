import { describe, expect, it } from 'vitest';
import { cosine, exponential, logarithm, power, sine } from './exact-math.ts';

const steps = (from: number, to: number): number[] =>
  Array.from({ length: 401 }, (_, n) => from + ((to - from) * n) / 400);

describe('exact math', () => {
  it('agrees with the functions of the engine to twelve digits', () => {
    for (const x of steps(-40, 40)) {
      expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 12);
      expect(sine(x)).toBeCloseTo(Math.sin(x), 12);
      expect(cosine(x)).toBeCloseTo(Math.cos(x), 12);
    }
    for (const x of steps(1e-6, 900)) expect(logarithm(x)).toBeCloseTo(Math.log(x), 12);
  });

  it('raises non-negative numbers to broken powers', () => {
    expect(power(2, 0.5)).toBeCloseTo(Math.SQRT2, 12);
    expect(power(0.3, 2.35)).toBeCloseTo(0.3 ** 2.35, 12);
    expect(power(0, 2)).toBe(0);
  });
});
