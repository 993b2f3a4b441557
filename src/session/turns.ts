/** Lets a few pieces of work run at a time, the others in the order in which they were asked for; urgent ones first. */
export type Turns = <Value>(
  signal: AbortSignal,
  work: () => Promise<Value>,
  isUrgent?: boolean,
) => Promise<Value>;

/** At most `limit` at a time; who is aborted while waiting leaves the line and rejects. */
export function createTurns(limit: number): Turns {
  let running = 0;
  let waiting: readonly (() => void)[] = [];
  const next = (): void => {
    const [start, ...others] = waiting;
    if (!start || running >= limit) return;
    waiting = others;
    start();
  };
  const turn = (signal: AbortSignal, isUrgent: boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const start = (): void => {
        signal.removeEventListener('abort', leave);
        running += 1;
        resolve();
      };
      const leave = (): void => {
        waiting = waiting.filter((one) => one !== start);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting = isUrgent ? [start, ...waiting] : [...waiting, start];
      next();
    });
  return async (signal, work, isUrgent = false) => {
    signal.throwIfAborted();
    await turn(signal, isUrgent);
    try {
      return await work();
    } finally {
      running -= 1;
      next();
    }
  };
}
