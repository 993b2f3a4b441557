/** Memory for decoded pixels, where a browser does not tell how much there is. */
const USUAL_BYTES = 2 ** 29;
const LEAST_BYTES = 2 ** 28;
const MOST_BYTES = 2 ** 30;
/** The rest is the system's, the files' and what is being decoded. */
const SHARE = 1 / 8;

/**
 * Bytes of decoded pixels that may be kept.
 * @param gibibytes the machine's memory as `navigator.deviceMemory` has it, a rough number; undefined where it is hidden.
 */
export const imageBytes = (gibibytes: number | undefined): number =>
  gibibytes === undefined
    ? USUAL_BYTES
    : Math.min(MOST_BYTES, Math.max(LEAST_BYTES, gibibytes * SHARE * 2 ** 30));

/** Chromium tells it, the others do not. */
export const deviceMemory = (): number | undefined =>
  (navigator as Navigator & { readonly deviceMemory?: number }).deviceMemory;

/** What decoded images take, for whoever shows it. */
export interface ImageMemory {
  /** Bytes that may be kept. */
  readonly limit: number;
  /** Bytes that are kept: more than may be only when what is on screen alone is larger. */
  bytes(): number;
  /** Tells of changes, a few times a second at most. */
  subscribe(listener: () => void): () => void;
}

/** Milliseconds for which changes are gathered: slices arrive faster than anyone reads numbers. */
const GATHERED = 250;

/** Tells listeners of what happened, gathered. */
export function createTeller(): { readonly tell: () => void; readonly subscribe: ImageMemory['subscribe'] } {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    tell: () => {
      if (listeners.size === 0) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const listener of listeners) listener();
      }, GATHERED);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
