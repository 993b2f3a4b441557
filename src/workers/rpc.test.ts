import { describe, expect, onTestFinished, test } from 'vitest';
import { MidscopeError } from '../domain/error.ts';
import { createJobClient, type JobClientOptions } from './job-client.ts';
import { serveJobs, withTransfer, type JobHandlers } from './rpc.ts';

type Jobs = {
  double: { input: number; output: number };
  count: { input: number; output: string; event: number };
  fail: { input: 'code' | 'defect'; output: never };
  wait: { input: undefined; output: 'never' };
  bytes: { input: number; output: Uint8Array };
};

/** A worker's place taken by the other end of a message channel. */
function connect(handlers: Partial<JobHandlers<Jobs>>, options: JobClientOptions<Jobs> = {}) {
  const ends: MessageChannel[] = [];
  let fault: ((event: unknown) => void) | undefined;
  const client = createJobClient<Jobs>(() => {
    const channel = new MessageChannel();
    ends.push(channel);
    serveJobs<Jobs>(channel.port1, handlers as JobHandlers<Jobs>);
    channel.port1.start();
    channel.port2.start();
    const { port2 } = channel;
    return {
      postMessage: (message: unknown, transfer: Transferable[]) => port2.postMessage(message, transfer),
      addEventListener: (type: string, listener: (event: unknown) => void) => {
        if (type === 'error') fault = listener;
        else port2.addEventListener(type, listener);
      },
      terminate: () => port2.close(),
    } as unknown as Worker;
  }, options);
  onTestFinished(() => {
    for (const { port1, port2 } of ends) {
      port1.close();
      port2.close();
    }
  });
  return {
    client,
    ends,
    crash: () => fault?.({ message: 'out of memory', preventDefault: () => undefined }),
  };
}

const signal = (): AbortSignal => new AbortController().signal;

describe('jobs between a page and a worker', () => {
  test('give each caller its own answer', async () => {
    const { client } = connect({ double: async (value) => 2 * value });
    const answers = await Promise.all([1, 2, 3].map((n) => client.call('double', n, { signal: signal() })));
    expect(answers).toEqual([2, 4, 6]);
    expect(client.busy).toBe(0);
  });

  test('tell events in their order before the answer', async () => {
    const { client } = connect({
      count: async (to, { emit }) => {
        for (let n = 1; n <= to; n++) emit(n);
        return 'done';
      },
    });
    const events: number[] = [];
    const options = { signal: signal(), onEvent: (event: number) => void events.push(event) };
    await expect(client.call('count', 3, options)).resolves.toBe('done');
    expect(events).toEqual([1, 2, 3]);
  });

  test('keep the code and the facts of a failure', async () => {
    const { client } = connect({
      fail: async (kind) => {
        throw kind === 'code' ? new MidscopeError('FILE_GONE') : new TypeError('x is not a function');
      },
    });
    await expect(client.call('fail', 'code', { signal: signal() })).rejects.toMatchObject({
      code: 'FILE_GONE',
    });
    await expect(client.call('fail', 'defect', { signal: signal() })).rejects.toThrow('x is not a function');
  });

  test('are aborted on both sides', async () => {
    let stopped = false;
    const { client } = connect({
      wait: (_, { signal: inside }) =>
        new Promise((_resolve, reject) => {
          inside.addEventListener('abort', () => {
            stopped = true;
            reject(inside.reason as Error);
          });
        }),
    });
    const controller = new AbortController();
    const waiting = client.call('wait', undefined, { signal: controller.signal });
    setTimeout(() => controller.abort(), 5);
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => stopped).toBe(true);
    await expect(client.call('wait', undefined, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  test('hand buffers over instead of copying them', async () => {
    const made = new Uint8Array(16).fill(7);
    const { client } = connect({ bytes: async () => withTransfer(made, [made.buffer]) });
    await expect(client.call('bytes', 16, { signal: signal() })).resolves.toEqual(new Uint8Array(16).fill(7));
    expect(made.byteLength).toBe(0);
  });

  test('all fail when the worker dies, and the next call starts a new one', async () => {
    const { client, ends, crash } = connect({
      wait: () => new Promise(() => undefined),
      double: async (value) => 2 * value,
    });
    const waiting = client.call('wait', undefined, { signal: signal() });
    crash();
    await expect(waiting).rejects.toThrow('out of memory');
    await expect(client.call('double', 4, { signal: signal() })).resolves.toBe(8);
    expect(ends).toHaveLength(2);
  });

  test('of which one does not end once it is aborted leave its worker, and begin again in another', async () => {
    const calls: number[] = [];
    const stuck = new AbortController();
    const { client, ends } = connect(
      {
        // A decoder hears of nothing until it is done; this one never is.
        wait: () => new Promise(() => undefined),
        double: async (value) => {
          calls.push(value);
          // The first worker is busy with the other job.
          if (ends.length === 1) await new Promise(() => undefined);
          return 2 * value;
        },
      },
      { patience: 20 },
    );
    const waiting = client.call('wait', undefined, { signal: stuck.signal });
    const doubled = client.call('double', 21, { signal: signal() });
    stuck.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(client.busy).toBe(2);
    await expect(doubled).resolves.toBe(42);
    expect([ends.length, calls, client.busy]).toEqual([2, [21, 21], 0]);
  });

  test('that end soon after they are aborted leave their worker alone', async () => {
    const { client, ends } = connect(
      {
        wait: (_, { signal: inside }) =>
          new Promise((_resolve, reject) => {
            inside.addEventListener('abort', () => reject(inside.reason as Error));
          }),
        double: async (value) => 2 * value,
      },
      { patience: 30 },
    );
    const leaving = new AbortController();
    const waiting = client.call('wait', undefined, { signal: leaving.signal });
    leaving.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => client.busy).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await expect(client.call('double', 1, { signal: signal() })).resolves.toBe(2);
    expect(ends).toHaveLength(1);
  });

  test('whose input was handed over cannot begin again, and say so', async () => {
    const buffer = new ArrayBuffer(8);
    const { client } = connect(
      { wait: () => new Promise(() => undefined), double: () => new Promise(() => 1) },
      {
        patience: 10,
      },
    );
    const stuck = new AbortController();
    const waiting = client.call('wait', undefined, { signal: stuck.signal });
    const lost = client.call('double', 1, { signal: signal(), transfer: [buffer] });
    stuck.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(lost).rejects.toThrow('worker was ended');
  });

  test('come after the greeting, in each worker that is started', async () => {
    const greeted: number[] = [];
    const { client, crash } = connect(
      {
        count: async (to) => {
          greeted.push(to);
          return 'open';
        },
        double: async (value) => 2 * value * greeted.length,
      },
      { greet: () => ({ job: 'count', input: 7, transfer: [] }) },
    );
    await expect(client.call('double', 1, { signal: signal() })).resolves.toBe(2);
    await expect(client.call('double', 1, { signal: signal() })).resolves.toBe(2);
    crash();
    await expect(client.call('double', 1, { signal: signal() })).resolves.toBe(4);
    expect(greeted).toEqual([7, 7]);
  });
});
