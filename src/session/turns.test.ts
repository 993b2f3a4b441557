import { describe, expect, it } from 'vitest';
import { createTurns } from './turns.ts';

const later = (): Promise<void> => new Promise((resume) => setTimeout(resume));
const never = new AbortController().signal;

describe('turns', () => {
  it('lets so many run at a time, in order', async () => {
    const turns = createTurns(2);
    const started: number[] = [];
    let running = 0;
    let most = 0;
    await Promise.all(
      [0, 1, 2, 3, 4].map((one) =>
        turns(never, async () => {
          started.push(one);
          most = Math.max(most, ++running);
          await later();
          running -= 1;
        }),
      ),
    );
    expect(started).toEqual([0, 1, 2, 3, 4]);
    expect(most).toBe(2);
  });

  it('lets urgent work go first', async () => {
    const turns = createTurns(1);
    const started: string[] = [];
    const run = (name: string, isUrgent: boolean) =>
      turns(
        never,
        async () => {
          started.push(name);
          await later();
        },
        isUrgent,
      );
    await Promise.all([run('a', false), run('b', false), run('urgent', true)]);
    expect(started).toEqual(['a', 'urgent', 'b']);
  });

  it('forgets who is aborted while waiting, and goes on after a failure', async () => {
    const turns = createTurns(1);
    const controller = new AbortController();
    const first = turns(never, later);
    const gone = turns(controller.signal, () => Promise.resolve('never'));
    const failing = turns(never, () => Promise.reject(new Error('broken')));
    const last = turns(never, () => Promise.resolve('done'));
    controller.abort();
    await expect(gone).rejects.toThrow('aborted');
    await expect(failing).rejects.toThrow('broken');
    await first;
    expect(await last).toBe('done');
  });
});
