import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { MOST_PARTS, NO_STAT, partHead, partsOf, type BatchPart } from './batch-format.ts';
import { readBatches } from './read-batches.ts';

const signal = new AbortController().signal;
const part = (text: string): BatchPart => ({
  status: 200,
  stat: NO_STAT,
  bytes: new TextEncoder().encode(text),
});
const textOf = ({ bytes }: BatchPart): string => new TextDecoder().decode(bytes);

describe('reads asked for side by side', () => {
  test('go into few requests, and each gets its own part', async () => {
    const sent: number[] = [];
    const read = readBatches(async (items) => {
      sent.push(items.length);
      return items.map(part);
    });
    const names = Array.from({ length: 300 }, (_, n) => `sub-S${n}/x.json`);
    const parts = await Promise.all(names.map((name) => read(name, signal)));
    expect(parts.map(textOf)).toEqual(names);
    expect(sent).toEqual([MOST_PARTS, MOST_PARTS, 300 - 2 * MOST_PARTS]);
  });

  test('are split where the address would become too long', async () => {
    const lengths: number[] = [];
    const read = readBatches(async (items) => {
      lengths.push(items.join('&').length);
      return items.map(part);
    });
    await Promise.all(Array.from({ length: 90 }, (_, n) => read(`${n}`.padEnd(400, 'a'), signal)));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(12_000);
    expect(lengths.length).toBeGreaterThan(2);
  });

  test('fail together when the request fails, and the next ones are asked for again', async () => {
    let tries = 0;
    const read = readBatches(async (items) => {
      tries += 1;
      if (tries === 1) throw new Error('no connection');
      return items.map(part);
    });
    const failed = await Promise.allSettled([read('a', signal), read('b', signal)]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(textOf(await read('c', signal))).toBe('c');
  });

  test('that were called off before are not asked for', async () => {
    const asked: string[] = [];
    const read = readBatches(async (items) => {
      asked.push(...items);
      return items.map(part);
    });
    const controller = new AbortController();
    const called = read('off', controller.signal);
    const kept = read('on', signal);
    controller.abort();
    await expect(called).rejects.toMatchObject({ name: 'AbortError' });
    expect(textOf(await kept)).toBe('on');
    expect(asked).toEqual(['on']);
  });
});

const answer = (parts: readonly BatchPart[]): ArrayBuffer =>
  new Uint8Array(
    parts.flatMap(({ status, stat, bytes }) => [...partHead(status, bytes.length, stat), ...bytes]),
  ).buffer;

describe('an answer of many parts', () => {
  test('comes apart as it was put together', () => {
    const parts = fc.array(
      fc.record({
        status: fc.constantFrom(200, 403, 404, 413),
        stat: fc.record({ size: fc.maxSafeNat(), modified: fc.maxSafeNat() }),
        bytes: fc.uint8Array(),
      }),
    );
    fc.assert(
      fc.property(parts, (made) => {
        const given = made.map((one) => ({ ...one, bytes: new Uint8Array(one.bytes) }));
        expect(partsOf(answer(given), given.length)).toEqual(given);
      }),
    );
  });

  test('is refused when it breaks off, goes on or lies about a length', () => {
    const whole = answer([part('one'), part('two')]);
    expect(() => partsOf(whole.slice(0, -1), 2)).toThrow('breaks off');
    expect(() => partsOf(whole, 1)).toThrow('goes on');
    expect(() => partsOf(whole, 3)).toThrow('breaks off');
    expect(() => partsOf(partHead(200, 2 ** 32 - 1, NO_STAT).buffer, 1)).toThrow('breaks off');
  });
});
