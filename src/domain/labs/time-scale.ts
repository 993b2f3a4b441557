/** Where days lie on a line. Places are lengths of one unit, CSS pixels on screen. */
export interface TimeScale {
  readonly width: number;
  /** Place of a day since 1970-01-01. */
  readonly place: (day: number) => number;
}

/** @param margin what is left free at both ends. */
export function createTimeScale(first: number, last: number, width: number, margin: number): TimeScale {
  const days = last - first;
  return {
    width,
    place: (day) => (days === 0 ? width / 2 : margin + ((day - first) / days) * (width - 2 * margin)),
  };
}

/**
 * Places at least `gap` apart, each as near to its own as all together allow (least squares, by pooling adjacent
 * violators), between `from` and `to`; where there is not enough room they go beyond `to`.
 *
 * @param places rising.
 */
export function spreadPlaces(
  places: readonly number[],
  gap: number,
  from: number,
  to: number,
): readonly number[] {
  // Without the gaps of all before it, a place only has to be no less than the one before.
  const blocks: { sum: number; count: number }[] = [];
  places.forEach((place, at) => {
    let block = { sum: place - at * gap, count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.count >= block.sum / block.count;) {
      block = { sum: last.sum + block.sum, count: last.count + block.count };
      blocks.pop();
      last = blocks.at(-1);
    }
    blocks.push(block);
  });
  const most = Math.max(from, to - (places.length - 1) * gap);
  let at = 0;
  return blocks.flatMap(({ sum, count }) => {
    const own = Math.min(most, Math.max(from, sum / count));
    return Array.from({ length: count }, () => own + at++ * gap);
  });
}

/** Steps between the days of an axis. */
const DIGITS = [1, 2, 5];

/**
 * Days for an axis, `zero` among them if it lies there, in the least steps of 1, 2 or 5 times a power of ten of which no
 * more than `most` fit.
 */
export function axisDays(first: number, last: number, zero: number, most: number): readonly number[] {
  const step = stepFor((last - first) / Math.max(1, most));
  const days: number[] = [];
  for (let day = zero + Math.ceil((first - zero) / step) * step; day <= last; day += step) days.push(day);
  return days;
}

function stepFor(days: number): number {
  for (let power = 1; ; power *= 10)
    for (const digit of DIGITS) if (digit * power >= days) return digit * power;
}
