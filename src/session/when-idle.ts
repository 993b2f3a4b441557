/** Runs a task once the page has nothing else to do; hands out how to call it off. */
export function whenIdle(run: () => void): () => void {
  // Not every browser tells when it is idle.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(run, 200);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(run, { timeout: 1_500 });
  return () => cancelIdleCallback(handle);
}

/** Milliseconds in which a page that was just opened shows its first film. */
const SETTLING = 1_500;

/** Resolves once a page that was just opened has had the machine to itself for a while; also when aborted. */
export const untilSettled = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    let cancelIdle: (() => void) | undefined;
    const timer = setTimeout(() => {
      cancelIdle = whenIdle(resolve);
    }, SETTLING);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        cancelIdle?.();
        resolve();
      },
      { once: true },
    );
  });
