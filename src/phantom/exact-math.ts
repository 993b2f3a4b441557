/**
 * Elementary functions made of IEEE 754 additions, multiplications, divisions and square roots only.
 *
 * ECMAScript leaves the last bit of Math.exp, Math.sin and Math.log to the engine; the demo dataset
 * promises the same bytes in every one. Errors stay below 1e-12, far under a grey level.
 */

const HALF_PI = Math.PI / 2;

/** e to the power of x, for |x| up to about 700. */
export function exponential(x: number): number {
  const doublings = Math.round(x / Math.LN2);
  const rest = x - doublings * Math.LN2;
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= 14; n++) {
    term *= rest / n;
    sum += term;
  }
  const factor = doublings < 0 ? 0.5 : 2;
  for (let n = Math.abs(doublings); n > 0; n--) sum *= factor;
  return sum;
}

/** Natural logarithm of a positive number. */
export function logarithm(x: number): number {
  let mantissa = x;
  let doublings = 0;
  for (; mantissa > 1.5; doublings++) mantissa *= 0.5;
  for (; mantissa < 0.75; doublings--) mantissa *= 2;
  const s = (mantissa - 1) / (mantissa + 1);
  let power = s;
  let sum = 0;
  for (let n = 1; n <= 41; n += 2) {
    sum += power / n;
    power *= s * s;
  }
  return 2 * sum + doublings * Math.LN2;
}

/** A non-negative base to any power. */
export const power = (base: number, exponent: number): number =>
  base <= 0 ? 0 : exponential(exponent * logarithm(base));

/** Sine of an angle in radians, for angles of moderate size. */
export function sine(angle: number): number {
  const quarters = Math.round(angle / HALF_PI);
  const rest = angle - quarters * HALF_PI;
  const turn = ((quarters % 4) + 4) % 4;
  const value = turn % 2 === 0 ? sineSeries(rest) : cosineSeries(rest);
  return turn < 2 ? value : -value;
}

/** Cosine of an angle in radians, for angles of moderate size. */
export const cosine = (angle: number): number => sine(angle + HALF_PI);

function sineSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 2; n <= 18; n += 2) {
    term *= (-x * x) / (n * (n + 1));
    sum += term;
  }
  return sum;
}

function cosineSeries(x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= 19; n += 2) {
    term *= (-x * x) / (n * (n + 1));
    sum += term;
  }
  return sum;
}
