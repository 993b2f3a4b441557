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
