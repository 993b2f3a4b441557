import { fromFailure, toFailure, type Failure } from '../domain/error.ts';

/**
 * Typed jobs between a page and a worker. A job has an input, an output and, optionally, events on the way;
 * it can be aborted. Buffers named with {@link withTransfer} move instead of being copied.
 */
export type JobMap = Record<string, { input: unknown; output: unknown; event?: unknown }>;

export interface JobContext<Event> {
  readonly signal: AbortSignal;
  emit(event: Event, transfer?: readonly Transferable[]): void;
}

export type JobHandlers<Jobs extends JobMap> = {
  readonly [Name in keyof Jobs]: (
    input: Jobs[Name]['input'],
    context: JobContext<Jobs[Name]['event']>,
  ) => Promise<Jobs[Name]['output'] | Transferred<Jobs[Name]['output']>>;
};

interface Transferred<Value> {
  readonly transferred: Value;
  readonly buffers: readonly Transferable[];
}

/** A job's result whose buffers are handed over. */
export const withTransfer = <Value>(value: Value, buffers: readonly Transferable[]): Transferred<Value> => ({
  transferred: value,
  buffers,
});

const isTransferred = (result: unknown): result is Transferred<unknown> =>
  typeof result === 'object' && result !== null && 'transferred' in result && 'buffers' in result;

type ToWorker =
  | { readonly kind: 'call'; readonly id: number; readonly job: string; readonly input: unknown }
  | { readonly kind: 'abort'; readonly id: number };

type FromWorker =
  | { readonly kind: 'result'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'event'; readonly id: number; readonly event: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure };

/** The part of a worker, its global scope or a message port that jobs travel through. */
export interface Endpoint {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** Answers jobs; called once in a worker with its global scope. */
export function serveJobs<Jobs extends JobMap>(scope: Endpoint, handlers: JobHandlers<Jobs>): void {
  const running = new Map<number, AbortController>();
  const post = (message: FromWorker, transfer: readonly Transferable[] = []): void =>
    scope.postMessage(message, [...transfer]);

  const run = async ({ id, job, input }: ToWorker & { kind: 'call' }): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const handler = handlers[job];
      if (!handler) throw new Error(`no job named ${job}`);
      const result = await handler(input, {
        signal: controller.signal,
        emit: (event, transfer) => {
          if (!controller.signal.aborted) post({ kind: 'event', id, event }, transfer);
        },
      });
      controller.signal.throwIfAborted();
      if (isTransferred(result)) post({ kind: 'result', id, output: result.transferred }, result.buffers);
      else post({ kind: 'result', id, output: result });
    } catch (thrown) {
      post({ kind: 'failure', id, failure: toFailure(thrown) });
    } finally {
      running.delete(id);
    }
  };

  scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind === 'call') void run(data);
    else if (data.kind === 'abort') running.get(data.id)?.abort();
  });
}

export interface CallOptions<Event> {
  readonly signal: AbortSignal;
  readonly onEvent?: (event: Event) => void;
  readonly transfer?: readonly Transferable[];
}

export interface JobClient<Jobs extends JobMap> {
  call<Name extends keyof Jobs & string>(
    job: Name,
    input: Jobs[Name]['input'],
    options: CallOptions<Jobs[Name]['event']>,
  ): Promise<Jobs[Name]['output']>;
  /** Jobs under way. */
  readonly busy: number;
  /** Ends the worker; what is under way is aborted. */
  close(): void;
}

interface Pending {
  resolve(output: unknown): void;
  reject(error: Error): void;
  event(event: unknown): void;
}

/** Calls jobs of one worker. If the worker dies, everything under way fails and the next call starts a new one. */
export function createJobClient<Jobs extends JobMap>(startWorker: () => Worker): JobClient<Jobs> {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let lastId = 0;

  const failAll = (error: Error): void => {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };

  const receive = ({ data }: MessageEvent<FromWorker>): void => {
    const job = pending.get(data.id);
    if (!job) return;
    if (data.kind === 'event') return job.event(data.event);
    pending.delete(data.id);
    if (data.kind === 'result') job.resolve(data.output);
    else job.reject(fromFailure(data.failure));
  };

  const running = (): Worker => {
    if (worker) return worker;
    worker = startWorker();
    worker.addEventListener('message', receive);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      failAll(new Error(event.message || 'worker failed'));
    });
    return worker;
  };

  return {
    get busy() {
      return pending.size;
    },
    call(job, input, { signal, onEvent, transfer = [] }) {
      if (signal.aborted) return Promise.reject(abortError());
      return new Promise((resolve, reject) => {
        const id = ++lastId;
        const target = running();
        const onAbort = (): void => {
          if (!pending.delete(id)) return;
          target.postMessage({ kind: 'abort', id } satisfies ToWorker);
          reject(abortError());
        };
        const settle = (): void => signal.removeEventListener('abort', onAbort);
        pending.set(id, {
          resolve: (output) => (settle(), resolve(output)),
          reject: (error) => (settle(), reject(error)),
          event: (event) => onEvent?.(event),
        });
        signal.addEventListener('abort', onAbort, { once: true });
        target.postMessage({ kind: 'call', id, job, input } satisfies ToWorker, [...transfer]);
      });
    },
    close: () => failAll(abortError()),
  };
}

const abortError = (): Error => fromFailure({ kind: 'abort' });
