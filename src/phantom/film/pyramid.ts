/**
 * A picture that collects grains of any size. Each level has half the resolution of the one before, and a
 * grain falls into the level whose pixels are about as wide as the grain; {@link collapse} adds all
 * levels up smoothly. Image pixel space: columns to the right, rows down, both from 0.
 */
export interface Pyramid {
  readonly columns: number;
  readonly rows: number;
  readonly levels: readonly PyramidLevel[];
}

/** One picture: row by row from the top left. */
export interface PyramidLevel {
  readonly columns: number;
  readonly rows: number;
  readonly data: Float32Array<ArrayBuffer>;
}

/** An empty pyramid of so many levels; each is a pixel larger than needed, so that grains at the edge fit. */
export function createPyramid(columns: number, rows: number, depth: number): Pyramid {
  const levels: PyramidLevel[] = [];
  for (let level = 0; level < depth; level++) {
    const w = Math.ceil(columns / 2 ** level) + 1;
    const h = Math.ceil(rows / 2 ** level) + 1;
    levels.push({ columns: w, rows: h, data: new Float32Array(w * h) });
  }
  return { columns, rows, levels };
}

/** Fills a level of a pyramid row by row; row and column are given in pixels of the first level. */
export function fillLevel(
  level: PyramidLevel,
  factor: number,
  startRow: (row: number) => void,
  value: (column: number) => number,
): void {
  for (let r = 0; r < level.rows; r++) {
    startRow((r + 0.5) * factor);
    for (let c = 0; c < level.columns; c++) level.data[r * level.columns + c] = value((c + 0.5) * factor);
  }
}

/** Adds a value at a place, divided among the four pixels of the level around it. */
export function deposit(level: PyramidLevel, column: number, row: number, value: number): void {
  const c = column - 0.5;
  const r = row - 0.5;
  const left = Math.floor(c);
  const top = Math.floor(r);
  if (left < 0 || top < 0 || left >= level.columns - 1 || top >= level.rows - 1) return;
  const at = top * level.columns + left;
  const right = (c - left) * value;
  const rest = value - right;
  const low = r - top;
  const data = level.data;
  data[at]! += rest * (1 - low);
  data[at + 1]! += right * (1 - low);
  data[at + level.columns]! += rest * low;
  data[at + level.columns + 1]! += right * low;
}

/** The sum of all levels at the resolution of the first; the levels are used up. */
export function collapse(pyramid: Pyramid): PyramidLevel {
  const { levels } = pyramid;
  for (let n = levels.length - 1; n > 0; n--) addUpsampled(levels[n]!, levels[n - 1]!);
  return levels[0]!;
}

/**
 * Adds a level to the next finer one by the subdivision of quadratic B-splines (weights 1 3 3 1), which
 * leaves no trace of the coarser grid.
 */
function addUpsampled(coarse: PyramidLevel, fine: PyramidLevel): void {
  const row = new Float32Array(coarse.columns);
  for (let r = 0; r < fine.rows; r++) {
    const near = Math.min(coarse.rows - 1, r >> 1);
    const far = Math.min(coarse.rows - 1, Math.max(0, near + (r & 1 ? 1 : -1)));
    for (let c = 0; c < coarse.columns; c++)
      row[c] = 0.75 * coarse.data[near * coarse.columns + c]! + 0.25 * coarse.data[far * coarse.columns + c]!;
    const start = r * fine.columns;
    for (let c = 0; c < fine.columns; c++) {
      const here = Math.min(coarse.columns - 1, c >> 1);
      const beside = Math.min(coarse.columns - 1, Math.max(0, here + (c & 1 ? 1 : -1)));
      fine.data[start + c]! += 0.75 * row[here]! + 0.25 * row[beside]!;
    }
  }
}

/** A picture at half the resolution: the mean of each two by two pixels. */
export function halve(source: PyramidLevel): PyramidLevel {
  const columns = source.columns >> 1;
  const rows = source.rows >> 1;
  const data = new Float32Array(columns * rows);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const at = 2 * r * source.columns + 2 * c;
      data[r * columns + c] =
        0.25 *
        (source.data[at]! +
          source.data[at + 1]! +
          source.data[at + source.columns]! +
          source.data[at + source.columns + 1]!);
    }
  return { columns, rows, data };
}

/** Smooths in place by the weights 1 2 1 in both directions, which takes the steps off slanting edges. */
export function soften({ columns, rows, data }: PyramidLevel): void {
  for (let r = 0; r < rows; r++) {
    let before = data[r * columns]!;
    for (let n = r * columns; n < (r + 1) * columns - 1; n++) {
      const here = data[n]!;
      data[n] = 0.25 * (before + 2 * here + data[n + 1]!);
      before = here;
    }
  }
  const above = data.slice(0, columns);
  for (let n = 0; n < (rows - 1) * columns; n++) {
    const c = n % columns;
    const here = data[n]!;
    data[n] = 0.25 * (above[c]! + 2 * here + data[n + columns]!);
    above[c] = here;
  }
}

/** Blurs in place with two running means per direction, about a Gaussian of the given sigma in pixels. */
export function blur(level: PyramidLevel, sigma: number): void {
  const radius = Math.max(1, Math.round((Math.sqrt(6 * sigma * sigma + 1) - 1) / 2));
  const { columns, rows, data } = level;
  const line = new Float32Array(Math.max(columns, rows));
  for (let pass = 0; pass < 2; pass++) {
    for (let r = 0; r < rows; r++) runningMean(data, r * columns, 1, columns, radius, line);
    for (let c = 0; c < columns; c++) runningMean(data, c, columns, rows, radius, line);
  }
}

function runningMean(
  data: Float32Array,
  start: number,
  step: number,
  count: number,
  radius: number,
  line: Float32Array,
): void {
  for (let n = 0; n < count; n++) line[n] = data[start + n * step]!;
  const at = (n: number): number => line[Math.min(count - 1, Math.max(0, n))]!;
  let sum = 0;
  for (let n = -radius; n <= radius; n++) sum += at(n);
  const share = 1 / (2 * radius + 1);
  for (let n = 0; n < count; n++) {
    data[start + n * step] = sum * share;
    sum += at(n + radius + 1) - at(n - radius);
  }
}
