import { fromFailure } from '../domain/error.ts';
import type { FromWorker, JobMap, ToWorker } from './rpc.ts';

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
  /** Jobs under way, those included that were aborted and have not ended yet. */
  readonly busy: number;
  /** Ends the worker; what is under way is aborted. */
  close(): void;
}

/** What every worker is told before anything else. */
export interface Greeting<Jobs extends JobMap> {
  readonly job: keyof Jobs & string;
  readonly input: unknown;
  readonly transfer: readonly Transferable[];
}

export interface JobClientOptions<Jobs extends JobMap> {
  /** Asked for each worker that is started, whose jobs fail as the greeting does. */
  readonly greet?: () => Greeting<Jobs>;
  /**
   * Milliseconds that an aborted job may still take. Who decodes hears of nothing until it is done: then the worker is ended,
   * and what else was under way begins again in a new one. Without it, aborted jobs are waited for.
   */
  readonly patience?: number;
}

interface Pending {
  resolve(output: unknown): void;
  reject(error: Error): void;
  event(event: unknown): void;
  /** Sends the job to another worker; undefined where its input was handed over. */
  readonly again: ((target: Worker) => void) | undefined;
}

/** Calls jobs of one worker. If the worker dies, everything under way fails and the next call starts a new one. */
export function createJobClient<Jobs extends JobMap>(
  startWorker: () => Worker,
  { greet, patience }: JobClientOptions<Jobs> = {},
): JobClient<Jobs> {
  const pending = new Map<number, Pending>();
  /** Aborted jobs of which nothing was heard yet, with the time that is left to them. */
  const leaving = new Map<number, ReturnType<typeof setTimeout> | undefined>();
  let worker: Worker | undefined;
  let lastId = 0;

  const endWorker = (): void => {
    worker?.terminate();
    worker = undefined;
    for (const timer of leaving.values()) clearTimeout(timer);
    leaving.clear();
  };

  const failAll = (error: Error): void => {
    endWorker();
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };

  const receive = ({ data }: MessageEvent<FromWorker>): void => {
    if (data.kind !== 'event') {
      clearTimeout(leaving.get(data.id));
      leaving.delete(data.id);
    }
    const job = pending.get(data.id);
    if (!job) return;
    if (data.kind === 'event') return job.event(data.event);
    pending.delete(data.id);
    if (data.kind === 'result') job.resolve(data.output);
    else job.reject(fromFailure(data.failure));
  };

  const running = (): Worker => {
    if (worker) return worker;
    const started = startWorker();
    worker = started;
    started.addEventListener('message', (event) => {
      if (worker === started) receive(event as MessageEvent<FromWorker>);
    });
    started.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker === started) failAll(new Error(event.message || 'worker failed'));
    });
    if (greet) {
      const { job, input, transfer } = greet();
      started.postMessage({ kind: 'call', id: ++lastId, job, input } satisfies ToWorker, [...transfer]);
    }
    return started;
  };

  const restart = (): void => {
    endWorker();
    if (pending.size === 0) return;
    const target = running();
    for (const [id, { again, reject }] of pending)
      if (again) again(target);
      else {
        pending.delete(id);
        reject(new Error('worker was ended'));
      }
  };

  return {
    get busy() {
      return pending.size + leaving.size;
    },
    call(job, input, { signal, onEvent, transfer = [] }) {
      if (signal.aborted) return Promise.reject(abortError());
      return new Promise((resolve, reject) => {
        const id = ++lastId;
        const send = (to: Worker): void =>
          to.postMessage({ kind: 'call', id, job, input } satisfies ToWorker, [...transfer]);
        const onAbort = (): void => {
          if (!pending.delete(id)) return;
          leaving.set(id, patience === undefined ? undefined : setTimeout(restart, patience));
          worker?.postMessage({ kind: 'abort', id } satisfies ToWorker);
          reject(abortError());
        };
        const settle = (): void => signal.removeEventListener('abort', onAbort);
        pending.set(id, {
          resolve: (output) => (settle(), resolve(output)),
          reject: (error) => (settle(), reject(error)),
          event: (event) => onEvent?.(event),
          again: transfer.length === 0 ? send : undefined,
        });
        signal.addEventListener('abort', onAbort, { once: true });
        send(running());
      });
    },
    close: () => failAll(abortError()),
  };
}

const abortError = (): Error => fromFailure({ kind: 'abort' });
