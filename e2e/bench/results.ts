/** One thing that is measured. */
export interface Stage {
  readonly name: string;
  /** Megabytes are 10⁶ bytes; × is how many times another. */
  readonly unit: 'ms' | 'MB' | 'kB' | '%' | '×' | 'slices/s';
  /** What is promised: that the median, or 95 of 100 values, stay at or below the limit. */
  readonly target?: { readonly at: 'median' | 'p95'; readonly limit: number };
}

/** A stage with everything measured of it, in the stage's unit. */
export interface Result extends Stage {
  readonly samples: readonly number[];
}

export interface Summary {
  readonly median: number;
  readonly p95: number;
  readonly min: number;
  readonly max: number;
}

/** Collects measurements by stage, in the order in which the stages came. */
export class Results {
  readonly #results = new Map<string, { readonly stage: Stage; readonly samples: number[] }>();

  record(stage: Stage, ...samples: readonly number[]): void {
    const known = this.#results.get(stage.name);
    if (known) known.samples.push(...samples);
    else this.#results.set(stage.name, { stage, samples: [...samples] });
  }

  get all(): readonly Result[] {
    return [...this.#results.values()].map(({ stage, samples }) => ({ ...stage, samples }));
  }
}

/** Order statistics by the nearest rank; the median of an even number is the mean of the middle two. */
export function summarise(samples: readonly number[]): Summary {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (place: number): number => sorted[place] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    p95: at(Math.ceil(0.95 * sorted.length) - 1),
    min: at(0),
    max: at(sorted.length - 1),
  };
}

const HEAD = ['stage', 'median', 'p95', 'min', 'max', 'n', 'unit', 'target', ''];
const isNumber = (column: number): boolean => column >= 1 && column <= 5;

function cells({ name, unit, target, samples }: Result): readonly string[] {
  const { median, p95, min, max } = summarise(samples);
  const shown = [median, p95, min, max].map((value) => value.toFixed(unit === '×' ? 2 : value < 10 ? 1 : 0));
  const verdict = target
    ? [`${target.at} ≤ ${target.limit}`, isMet(target, { median, p95 }) ? 'ok' : 'over']
    : ['', ''];
  return [name, ...shown, String(samples.length), unit, ...verdict];
}

const isMet = (
  { at, limit }: NonNullable<Stage['target']>,
  summary: Pick<Summary, 'median' | 'p95'>,
): boolean => summary[at] <= limit;

/** The results as a table for a terminal: numbers to the right, words to the left. */
export function formatTable(results: readonly Result[]): string {
  const rows = [HEAD, ...results.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
