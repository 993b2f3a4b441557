import { describe, expect, test } from 'vitest';
import { sharedFlights } from './shared-flight.ts';

interface Run {
  readonly key: string;
  readonly signal: AbortSignal;
  readonly resolve: (value: string) => void;
  readonly reject: (reason: Error) => void;
}

function flights() {
  const runs: Run[] = [];
  const request = sharedFlights(
    (key: string, signal: AbortSignal) =>
      new Promise<string>((resolve, reject) => {
        runs.push({ key, signal, resolve, reject });
        signal.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
      }),
  );
  return { runs, request };
}

const signal = (): AbortSignal => new AbortController().signal;

describe('equal requests', () => {
  test('at the same time share one run; other requests have their own', async () => {
    const { runs, request } = flights();
    const results = [request('a', signal()), request('a', signal()), request('b', signal())];
    expect(runs.map(({ key }) => key)).toEqual(['a', 'b']);
    runs[0]?.resolve('A');
    runs[1]?.resolve('B');
    expect(await Promise.all(results)).toEqual(['A', 'A', 'B']);
  });

  test('after the run has ended start a new one, also after a failure', async () => {
    const { runs, request } = flights();
    const failed = request('a', signal());
    runs[0]?.reject(new Error('broken'));
    await expect(failed).rejects.toThrow('broken');
    const again = request('a', signal());
    runs[1]?.resolve('A');
    expect(await again).toBe('A');
  });

  test('the run goes on while one caller still waits', async () => {
    const { runs, request } = flights();
    const leaver = new AbortController();
    const left = request('a', leaver.signal);
    const stayed = request('a', signal());
    leaver.abort();
    expect(runs[0]?.signal.aborted).toBe(false);
    runs[0]?.resolve('A');
    expect(await stayed).toBe('A');
    await left;
  });

  test('the run is aborted when the last caller leaves, and a later request starts anew', async () => {
    const { runs, request } = flights();
    const leaver = new AbortController();
    const left = request('a', leaver.signal);
    leaver.abort();
    expect(runs[0]?.signal.aborted).toBe(true);
    const later = request('a', signal());
    expect(runs).toHaveLength(2);
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    runs[1]?.resolve('A');
    expect(await later).toBe('A');
  });
});
