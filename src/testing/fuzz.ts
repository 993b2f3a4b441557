import { MidscopeError } from '../domain/error.ts';
import { guardAllocations } from './allocation-guard.ts';
import { watchForHang } from './watch-for-hang.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** A whole number from 0, below the one given. */
export type Random = (below: number) => number;

/** The same numbers for the same seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** One parser that meets hostile input. */
export interface FuzzTarget {
  readonly name: string;
  /** Valid inputs, from which the hostile ones are made. */
  readonly seeds: (random: Random) => readonly Bytes[];
  /** Bytes that mean something in the format, to be put anywhere. */
  readonly words?: readonly Bytes[];
  /** Mends what would stop every input at the door, as checksums do, or wraps it. */
  readonly finish?: (input: Bytes, random: Random) => Bytes;
  /** Parses; false when the answer is that the input cannot be read. Anything thrown but a MidscopeError is a fault. */
  readonly run: (input: Bytes) => unknown;
  /** The most bytes that buffers may take for one input. */
  readonly allocates?: (input: Bytes) => number;
}

export interface FuzzOptions {
  readonly count: number;
  readonly seed: number;
  /** Number of the first input, to begin where a fault was found. */
  readonly from?: number;
}

export interface FuzzReport {
  readonly accepted: number;
  readonly refused: number;
}

/** Processor time after which an input counts as a hang; the inputs are small. */
const MAX_MILLISECONDS = 2_000;
const SEEDS = 24;

const usualAllocation = (input: Bytes): number => 2 ** 20 + 64 * input.length;

/**
 * Gives a parser mutated inputs, one after the other.
 *
 * @throws Error that names the input when one is answered by anything but a value or a MidscopeError, takes too
 * long or asks for too much memory.
 */
export async function fuzz(target: FuzzTarget, options: FuzzOptions): Promise<FuzzReport> {
  const { count, seed, from = 0 } = options;
  const { name, allocates = usualAllocation } = target;
  const seeds = target.seeds(createRandom(seed));
  const allocations = guardAllocations();
  const watch = watchForHang();
  const report = { accepted: 0, refused: 0 };
  try {
    for (let number = from; number < from + count; number++) {
      const input = makeInput(target, seeds, createRandom(Math.imul(seed, 0x9e3779b1) + number));
      watch.begin(`${name}: input ${number} of seed ${seed} does not end`);
      allocations.allow(allocates(input));
      const start = process.cpuUsage();
      const outcome = await outcomeOf(target, input);
      const { user, system } = process.cpuUsage(start);
      const fault =
        allocations.fault() ??
        (outcome instanceof Error ? (outcome.stack ?? outcome.message) : undefined) ??
        ((user + system) / 1000 > MAX_MILLISECONDS ? `took ${(user + system) / 1000} ms` : undefined);
      if (fault !== undefined)
        throw new Error(`${name}: input ${number} of seed ${seed} (${input.length} bytes): ${fault}`);
      if (outcome === 'accepted') report.accepted++;
      else report.refused++;
    }
  } finally {
    watch.end();
    allocations.end();
  }
  return report;
}

async function outcomeOf(target: FuzzTarget, input: Bytes): Promise<'accepted' | 'refused' | Error> {
  try {
    return (await target.run(input)) === false ? 'refused' : 'accepted';
  } catch (thrown) {
    if (thrown instanceof MidscopeError) return 'refused';
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
}

function makeInput(target: FuzzTarget, seeds: readonly Bytes[], random: Random): Bytes {
  let input = pick(seeds, random).slice();
  for (let change = random(5); change >= 0; change--)
    input = pick(MUTATIONS, random)(input, random, { seeds, words: target.words ?? [] });
  return target.finish?.(input, random) ?? input;
}

/** The seeds of a target: {@link SEEDS} calls of a maker. */
export const manySeeds =
  (make: (random: Random) => Bytes): FuzzTarget['seeds'] =>
  (random) =>
    Array.from({ length: SEEDS }, () => make(random));

export function pick<Value>(values: readonly Value[], random: Random): Value {
  const value = values[random(values.length)];
  if (value === undefined) throw new RangeError('nothing to pick');
  return value;
}

interface Material {
  readonly seeds: readonly Bytes[];
  readonly words: readonly Bytes[];
}

type Mutation = (input: Bytes, random: Random, material: Material) => Bytes;

export const joinBytes = (...parts: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts));

/** Numbers at which lengths and counts change their meaning. */
const EDGES = [
  0, 1, 2, 7, 8, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
];

/** A part of the input, often short, anywhere. */
function rangeOf(input: Bytes, random: Random): readonly [start: number, end: number] {
  const start = random(input.length + 1);
  return [start, Math.min(input.length, start + random(random(4) === 0 ? input.length + 1 : 9))];
}

const MUTATIONS: readonly Mutation[] = [
  // A bit, a byte.
  (input, random) => {
    if (input.length > 0) input[random(input.length)]! ^= 1 << random(8);
    return input;
  },
  (input, random) => {
    if (input.length > 0) input[random(input.length)] = random(256);
    return input;
  },
  // A number of one, two, four or eight bytes, in either order.
  (input, random) => {
    const size = pick([1, 2, 4, 8], random);
    if (input.length < size) return input;
    const at = random(input.length - size + 1);
    const value = BigInt(random(3) === 0 ? input.length + random(5) - 2 : pick(EDGES, random));
    const isLittle = random(2) === 0;
    for (let byte = 0; byte < size; byte++)
      input[at + (isLittle ? byte : size - 1 - byte)] = Number((value >> BigInt(8 * byte)) & 255n);
    return input;
  },
  // An end, a hole, a repetition.
  (input, random) => input.slice(0, random(input.length + 1)),
  (input, random) => {
    const [start, end] = rangeOf(input, random);
    return joinBytes(input.subarray(0, start), input.subarray(end));
  },
  (input, random) => {
    const [start, end] = rangeOf(input, random);
    const part = input.subarray(start, end);
    return joinBytes(
      input.subarray(0, end),
      ...Array.from({ length: random(4) }, () => part),
      input.subarray(end),
    );
  },
  // The end of another seed, or a part of it in the middle.
  (input, random, { seeds }) => {
    const other = pick(seeds, random);
    return joinBytes(input.subarray(0, random(input.length + 1)), other.subarray(random(other.length + 1)));
  },
  (input, random, { seeds }) => {
    const other = pick(seeds, random);
    const [at] = rangeOf(input, random);
    return joinBytes(input.subarray(0, at), other.subarray(...rangeOf(other, random)), input.subarray(at));
  },
  // A word of the format.
  (input, random, { words }) => {
    if (words.length === 0) return input;
    const [start, end] = rangeOf(input, random);
    return joinBytes(
      input.subarray(0, start),
      pick(words, random),
      input.subarray(random(2) === 0 ? start : end),
    );
  },
];
