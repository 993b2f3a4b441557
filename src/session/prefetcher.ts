/** Something that will likely be asked for soon. */
export interface PrefetchJob {
  /** The same for the same work. */
  readonly key: string;
  readonly run: (signal: AbortSignal) => Promise<unknown>;
}

/** Does work ahead of being asked for it, one job at a time, and lets go of what is no longer likely. */
export interface Prefetcher {
  /**
   * Replaces what is wanted, the most urgent first. What runs and is still wanted goes on, what runs and is not is
   * aborted; what is done is not done again as long as it stays wanted.
   */
  want(jobs: readonly PrefetchJob[]): void;
  close(): void;
}

export function createPrefetcher(): Prefetcher {
  let waiting: readonly PrefetchJob[] = [];
  let running: { readonly key: string; readonly controller: AbortController } | undefined;
  let done = new Set<string>();

  const next = async (): Promise<void> => {
    const [job, ...rest] = waiting;
    if (running || !job) return;
    waiting = rest;
    const own = { key: job.key, controller: new AbortController() };
    running = own;
    try {
      await job.run(own.controller.signal);
    } catch {
      // Whoever asks for it in earnest will be told why it failed.
    }
    if (running !== own) return;
    running = undefined;
    done.add(job.key);
    void next();
  };

  return {
    want(jobs) {
      const keys = new Set(jobs.map(({ key }) => key));
      done = new Set([...done].filter((key) => keys.has(key)));
      if (running && !keys.has(running.key)) {
        running.controller.abort();
        running = undefined;
      }
      waiting = jobs.filter(({ key }) => !done.has(key) && key !== running?.key);
      void next();
    },
    close() {
      waiting = [];
      running?.controller.abort();
      running = undefined;
    },
  };
}
