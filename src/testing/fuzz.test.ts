import { describe, expect, it } from 'vitest';
import { MidscopeError } from '../domain/error.ts';
import { fuzz, type FuzzTarget } from './fuzz.ts';
import { TARGETS } from './fuzz-targets.ts';

const COUNT = 10_000;
const SEED = 20_200_316;

describe('whatever the bytes', () => {
  it.each(TARGETS)('$name', { timeout: 600_000 }, async (target) => {
    const { accepted, refused } = await fuzz(target, { count: COUNT, seed: SEED });
    expect(accepted + refused).toBe(COUNT);
    // Inputs that all stop at the door would find nothing behind it.
    expect(accepted).toBeGreaterThan(COUNT / 100);
  });
});

const parser = (run: FuzzTarget['run']): FuzzTarget => ({
  name: 'a parser',
  seeds: () => [Uint8Array.of(1, 2, 3, 4)],
  run,
});

const verdict = (run: FuzzTarget['run']) => fuzz(parser(run), { count: 300, seed: 7 });

const crash: FuzzTarget['run'] = (input) => {
  if (input[0] === 0xff) throw new TypeError('of the parser');
};

/** A parser that makes nothing of an allocation which fails. */
const wants = (allocate: () => unknown) =>
  verdict(() => {
    try {
      return allocate();
    } catch {
      return false;
    }
  });

describe('fuzz', () => {
  it('counts what is read and what is refused with a code', async () => {
    const { accepted, refused } = await verdict((input) => {
      if (input.length > 4) throw new MidscopeError('IMAGE_UNKNOWN');
      return input.length === 4;
    });
    expect(accepted).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
    expect(accepted + refused).toBe(300);
  });

  it('names the input of a crash, from which it can go on', async () => {
    const thrown: unknown = await verdict(crash).catch((error: unknown) => error);
    const [, number = ''] = /input (\d+) of seed 7.*of the parser/s.exec(String(thrown)) ?? [];
    await expect(fuzz(parser(crash), { count: 1, seed: 7, from: Number(number) })).rejects.toThrow(
      'of the parser',
    );
  });

  it('finds an allocation that its input does not justify, even where it is caught', async () => {
    await expect(wants(() => new Uint8Array(2 ** 30))).rejects.toThrow('asked for');
    await expect(wants(() => new Float64Array(2 ** 20))).rejects.toThrow('asked for');
    await expect(wants(() => Array.from({ length: 2 ** 30 }))).rejects.toThrow('asked for');
    expect((await wants(() => new Uint8Array(2 ** 16))).accepted).toBe(300);
  });

  it('finds an input that takes too long', async () => {
    const slow = verdict(() => {
      const start = process.cpuUsage();
      do for (let at = 0; at < 1e7; at++) Math.sqrt(at);
      while (process.cpuUsage(start).user < 2_500_000);
    });
    await expect(slow).rejects.toThrow('took');
  });

  it('leaves the constructors as they were', async () => {
    const { Uint8Array: before } = globalThis;
    await verdict(() => undefined);
    expect(globalThis.Uint8Array).toBe(before);
  });
});
