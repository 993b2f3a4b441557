import { exponential, logarithm } from '../exact-math.ts';
import { createRandom } from '../random.ts';
import { blur, halve } from './pyramid.ts';
import type { PyramidLevel } from './pyramid.ts';

/** How a film is exposed and how the reader harmonises it. */
export interface Exposure {
  /** Quantum noise of the unattenuated beam, in nepers. */
  readonly noise: number;
  /** Share of scattered radiation that reaches the detector. */
  readonly scatter: number;
  /** Gain left to differences across the whole film; 1 shows them as exposed. */
  readonly broad: number;
  /** Gain of differences of some centimetres. */
  readonly regional: number;
  /** Gain of fine detail. */
  readonly detail: number;
}

/**
 * Turns attenuation (nepers, in place) into what a digital detector stores: the negative logarithm of a
 * signal that also holds scattered radiation and quantum noise.
 */
export function expose(attenuation: PyramidLevel, exposure: Exposure, seed: string): void {
  const { columns, rows, data } = attenuation;
  const transmission = createTransmission();
  const minusLog = createMinusLog();
  const scattered = halve(halve(halve(attenuation)));
  for (let n = 0; n < scattered.data.length; n++)
    scattered.data[n] = exposure.scatter * transmission(scattered.data[n]!);
  blur(scattered, scattered.columns / 16);
  const scatterRow = createRowReader(scattered, 8, columns);
  const noise = createNoise(seed);
  for (let r = 0; r < rows; r++) {
    const extra = scatterRow(r);
    for (let c = 0; c < columns; c++) {
      const at = r * columns + c;
      const signal = transmission(data[at]!) * (1 - exposure.scatter) + extra[c]!;
      data[at] = minusLog(signal) + (exposure.noise * noise()) / Math.sqrt(signal);
    }
  }
}

/**
 * Harmonises a film in place as digital radiography does: differences across the film are compressed,
 * fine ones kept and the strongest of them limited, so that lung and mediastinum are readable at once.
 */
export function harmonise(film: PyramidLevel, exposure: Exposure, pixel: number): void {
  const { columns, rows, data } = film;
  const half = halve(film);
  const middle = halve(half);
  const broad = halve(middle);
  // Two scales in millimetres, so that films of any resolution come out alike.
  blur(broad, 17 / (8 * pixel));
  blur(middle, 3.4 / (4 * pixel));
  const broadRow = createRowReader(broad, 8, columns);
  const middleRow = createRowReader(middle, 4, columns);
  for (let r = 0; r < rows; r++) {
    const low = broadRow(r);
    const mid = middleRow(r);
    for (let c = 0; c < columns; c++) {
      const at = r * columns + c;
      const regional = mid[c]! - low[c]!;
      const fine = data[at]! - mid[c]!;
      data[at] =
        exposure.broad * low[c]! +
        (exposure.regional * regional) / (1 + 0.5 * Math.abs(regional)) +
        (exposure.detail * fine) / (1 + 1.2 * Math.abs(fine));
    }
  }
}

type Table = (value: number) => number;

const TABLE_STEP = 1 / 256;
const DARKEST = 12;

/** e to the power of minus the attenuation, from a table. */
function createTransmission(): Table {
  const table = Float64Array.from({ length: DARKEST / TABLE_STEP + 2 }, (_, n) =>
    exponential(-n * TABLE_STEP),
  );
  return (nepers) => {
    const at = (nepers <= 0 ? 0 : nepers >= DARKEST ? DARKEST : nepers) / TABLE_STEP;
    const n = at | 0;
    return table[n]! + (table[n + 1]! - table[n]!) * (at - n);
  };
}

const LOG_STEPS = 2048;

/** Negative logarithm of a signal between 0 and 2, from a table of the mantissa. */
function createMinusLog(): Table {
  const table = Float64Array.from({ length: LOG_STEPS + 2 }, (_, n) => logarithm(1 + n / LOG_STEPS));
  return (signal) => {
    let mantissa = signal < 1e-6 ? 1e-6 : signal;
    let nepers = 0;
    for (; mantissa < 1; nepers += Math.LN2) mantissa *= 2;
    const at = (mantissa - 1) * LOG_STEPS;
    const n = at | 0;
    return nepers - table[n]! - (table[n + 1]! - table[n]!) * (at - n);
  };
}

/** Bell-shaped noise of variance 1: the sum of four bytes of a xorshift word. */
export function createNoise(seed: string): () => number {
  let word = Math.floor(createRandom(seed, 'noise').next() * 2 ** 32) | 1;
  return () => {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    return ((word & 255) + ((word >>> 8) & 255) + ((word >>> 16) & 255) + (word >>> 24) - 510) / 147.8;
  };
}

const clamp = (n: number, size: number): number => (n < 0 ? 0 : n >= size ? size - 1 : n);

/** Reads a coarse picture row by row at the resolution of a finer one, linearly between its pixels. */
export function createRowReader(
  coarse: PyramidLevel,
  factor: number,
  columns: number,
): (row: number) => Float32Array {
  const mixed = new Float32Array(coarse.columns);
  const out = new Float32Array(columns);
  return (row) => {
    const r = (row + 0.5) / factor - 0.5;
    const top = Math.floor(r);
    const low = r - top;
    const a = clamp(top, coarse.rows) * coarse.columns;
    const b = clamp(top + 1, coarse.rows) * coarse.columns;
    for (let c = 0; c < coarse.columns; c++)
      mixed[c] = coarse.data[a + c]! * (1 - low) + coarse.data[b + c]! * low;
    for (let c = 0; c < columns; c++) {
      const x = (c + 0.5) / factor - 0.5;
      const left = Math.floor(x);
      const near = mixed[clamp(left, coarse.columns)]!;
      out[c] = near + (mixed[clamp(left + 1, coarse.columns)]! - near) * (x - left);
    }
    return out;
  };
}
