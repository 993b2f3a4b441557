import { toFailure, type Failure } from '../domain/error.ts';

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

export type ToWorker =
  | { readonly kind: 'call'; readonly id: number; readonly job: string; readonly input: unknown }
  | { readonly kind: 'abort'; readonly id: number };

export type FromWorker =
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
