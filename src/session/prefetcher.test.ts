import { describe, expect, test } from 'vitest';
import { createPrefetcher, type PrefetchJob } from './prefetcher.ts';

/** Jobs that end when they are told to, and a log of what became of them. */
function bench() {
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const job = (key: string): PrefetchJob => ({
    key,
    run: (signal) =>
      new Promise<void>((resolve, reject) => {
        log.push(`begin ${key}`);
        ends.set(key, resolve);
        signal.addEventListener('abort', () => {
          log.push(`abort ${key}`);
          reject(new DOMException('', 'AbortError'));
        });
      }),
  });
  const end = async (key: string): Promise<void> => {
    ends.get(key)?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { log, job, end };
}

describe('the prefetcher', () => {
  test('does one job after the other, in order', async () => {
    const { log, job, end } = bench();
    createPrefetcher().want([job('a'), job('b')]);
    expect(log).toEqual(['begin a']);
    await end('a');
    expect(log).toEqual(['begin a', 'begin b']);
  });

  test('lets a job go on that is still wanted, and aborts one that is not', async () => {
    const { log, job, end } = bench();
    const prefetcher = createPrefetcher();
    prefetcher.want([job('a'), job('b')]);
    prefetcher.want([job('c'), job('a')]);
    expect(log).toEqual(['begin a']);
    prefetcher.want([job('c')]);
    expect(log).toEqual(['begin a', 'abort a', 'begin c']);
    await end('c');
    prefetcher.want([job('c'), job('d')]);
    expect(log.at(-1)).toBe('begin d');
  });

  test('goes on after a failure, and stops for good when closed', async () => {
    const { log, job, end } = bench();
    const prefetcher = createPrefetcher();
    const failing = { key: 'f', run: () => Promise.reject(new Error('gone')) };
    prefetcher.want([failing, job('a'), job('b')]);
    await end('');
    expect(log).toEqual(['begin a']);
    prefetcher.close();
    await end('a');
    expect(log).toEqual(['begin a', 'abort a']);
  });
});
