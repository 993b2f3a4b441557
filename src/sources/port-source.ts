import type { DatasetPath } from '../domain/brand.ts';
import type { FileSource } from '../domain/dataset/file-source.ts';
import { DATASET_ROOT } from '../domain/dataset/file-source.ts';
import { fromFailure } from '../domain/error.ts';
import { guarded } from './guard.ts';
import type { Answer, Request, ToPage, ToWorker } from './port-messages.ts';

/** The files of a source that lives at the other end of the port, behind `serveFiles`. */
export function portSource(port: MessagePort, name: string): FileSource {
  const post = (message: ToPage): void => port.postMessage(message);
  const ask = requests(port);
  let walks = 0;

  async function* walk(signal: AbortSignal): AsyncGenerator<readonly DatasetPath[]> {
    const id = ++walks;
    try {
      for (;;) {
        const next = () => ask({ kind: 'batch', walk: id }, signal);
        const { batch } = await guarded(DATASET_ROOT, signal, next);
        if (!batch) return;
        yield batch;
      }
    } finally {
      post({ kind: 'end-walk', walk: id });
    }
  }

  return {
    name,
    list: (path, signal) =>
      guarded(path, signal, async () => (await ask({ kind: 'list', path }, signal)).entries),
    walk,
    stat: (path, signal) =>
      guarded(path, signal, async () => (await ask({ kind: 'stat', path }, signal)).stat),
    read: (path, signal, range) =>
      guarded(path, signal, async () => (await ask({ kind: 'read', path, range }, signal)).bytes),
  };
}

type Ask = <Kind extends Request['kind']>(
  request: Request & { readonly kind: Kind },
  signal: AbortSignal,
) => Promise<Extract<Answer, { kind: Kind }>>;

/** What waits for an answer. */
interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
}

/** Pairs each request with its answer. */
function requests(port: MessagePort): Ask {
  const waiting = new Map<number, Waiting>();
  const post = (message: ToPage): void => port.postMessage(message);
  let lastId = 0;
  let closed = false;

  const failAll = (reason: string): void => {
    for (const request of waiting.values()) request.reject(new Error(reason));
  };
  port.addEventListener('message', ({ data: message }: MessageEvent<ToWorker>) => {
    if (message.kind === 'answer') return waiting.get(message.id)?.resolve(message.answer);
    closed = true;
    failAll('The page closed the dataset');
  });
  // An answer that cannot be taken over, being too large, does not say whose it was.
  port.addEventListener('messageerror', () => failAll('An answer of the page could not be read'));
  port.start();

  return async (request, signal) => {
    if (closed) throw new Error('The page closed the dataset');
    const id = ++lastId;
    const onAbort = (): void => {
      post({ kind: 'abort', id });
      waiting.get(id)?.reject(new Error('No longer wanted'));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      const answer = await new Promise<Answer>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        post({ kind: 'ask', id, request });
      });
      if (answer.kind === 'failure') throw fromFailure(answer.failure);
      if (isOfKind(answer, request.kind)) return answer;
      throw new Error(`Asked for ${request.kind}, answered with ${answer.kind}`);
    } finally {
      signal.removeEventListener('abort', onAbort);
      waiting.delete(id);
    }
  };
}

const isOfKind = <Kind extends Answer['kind']>(
  answer: Answer,
  kind: Kind,
): answer is Extract<Answer, { kind: Kind }> => answer.kind === kind;
