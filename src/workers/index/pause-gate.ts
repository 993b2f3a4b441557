/** Lets a loop be held from outside. */
export interface PauseGate {
  readonly paused: boolean;
  set(paused: boolean): void;
  /** Resolves at once, or when the gate is opened; rejects when aborted. */
  pass(signal: AbortSignal): Promise<void>;
}

export function createPauseGate(): PauseGate {
  let paused = false;
  const waiting = new Set<() => void>();
  return {
    get paused() {
      return paused;
    },
    set(next) {
      paused = next;
      if (next) return;
      for (const open of waiting) open();
      waiting.clear();
    },
    async pass(signal) {
      signal.throwIfAborted();
      if (!paused) return;
      await new Promise<void>((resolve, reject) => {
        waiting.add(resolve);
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      });
    },
  };
}
