import { MOST_PARTS, type BatchPart } from './batch-format.ts';

/** Requests under way at a time: one is read while the other is answered; the rest of the connections stay free. */
const MOST_REQUESTS = 2;
/** Characters of an address; Node reads no more than 16 kB of all headers. */
const MOST_CHARACTERS = 12_000;

interface Waiting {
  readonly item: string;
  readonly signal: AbortSignal;
  resolve(part: BatchPart): void;
  reject(reason: unknown): void;
}

/**
 * Gathers reads that are asked for side by side into few requests: answering one costs the browser more than a
 * millisecond, reading a small file from the disk a tenth of one.
 *
 * @param send asks for the parts of some items, in their order.
 * @returns asks for one item; rejects with the signal's reason when it is aborted before it is asked for.
 */
export function readBatches(
  send: (items: readonly string[]) => Promise<readonly BatchPart[]>,
): (item: string, signal: AbortSignal) => Promise<BatchPart> {
  let queue: Waiting[] = [];
  let underWay = 0;
  let isScheduled = false;

  const schedule = (): void => {
    if (isScheduled || underWay >= MOST_REQUESTS) return;
    isScheduled = true;
    // A task later, so that all who continue after the last answer have asked again.
    setTimeout(() => {
      isScheduled = false;
      void flush();
    }, 0);
  };

  const flush = async (): Promise<void> => {
    const [batch, rest] = split(queue);
    queue = rest;
    if (batch.length === 0) return;
    underWay += 1;
    if (rest.length > 0) schedule();
    try {
      const parts = await send(batch.map(({ item }) => item));
      batch.forEach(({ resolve, reject }, at) => {
        const part = parts[at];
        if (part) resolve(part);
        else reject(new Error('The answer breaks off'));
      });
    } catch (thrown) {
      for (const { reject } of batch) reject(thrown);
    } finally {
      underWay -= 1;
      if (queue.length > 0) schedule();
    }
  };

  return (item, signal) =>
    new Promise((resolve, reject) => {
      queue.push({ item, signal, resolve, reject });
      schedule();
    });
}

/** What goes into the next request, and what waits on; who was called off goes nowhere. */
function split(queue: readonly Waiting[]): readonly [Waiting[], Waiting[]] {
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  let characters = 0;
  for (const waiting of queue) {
    if (waiting.signal.aborted) {
      waiting.reject(waiting.signal.reason);
      continue;
    }
    characters += waiting.item.length + 1;
    const fits = rest.length === 0 && batch.length < MOST_PARTS && characters <= MOST_CHARACTERS;
    (fits || batch.length === 0 ? batch : rest).push(waiting);
  }
  return [batch, rest];
}
