/** A knot of a curve: position, value. */
export type Knot = readonly [at: number, value: number];

/** A function of one variable. */
export type Curve = (at: number) => number;

/**
 * A smooth curve through knots in ascending order: cubic Hermite pieces whose slopes are those of the
 * chords between the neighbours. Constant beyond the first and the last knot.
 */
export function smoothCurve(knots: readonly Knot[]): Curve {
  const at = knots.map(([position]) => position);
  const value = knots.map(([, height]) => height);
  const last = knots.length - 1;
  const slope = value.map((_, n) => {
    const before = Math.max(0, n - 1);
    const after = Math.min(last, n + 1);
    return (value[after]! - value[before]!) / (at[after]! - at[before]!);
  });
  return (position) => {
    if (position <= at[0]!) return value[0]!;
    if (position >= at[last]!) return value[last]!;
    let n = 0;
    while (position > at[n + 1]!) n++;
    const width = at[n + 1]! - at[n]!;
    const t = (position - at[n]!) / width;
    const u = 1 - t;
    return (
      value[n]! * u * u * (1 + 2 * t) +
      value[n + 1]! * t * t * (1 + 2 * u) +
      width * t * u * (slope[n]! * u - slope[n + 1]! * t)
    );
  };
}

/** 0 below `from`, 1 above `to`, smooth between; `from` may be the larger one. */
export function smoothStep(from: number, to: number, at: number): number {
  const t = Math.min(1, Math.max(0, (at - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
