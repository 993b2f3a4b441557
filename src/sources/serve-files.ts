import type { DatasetPath } from '../domain/brand.ts';
import type { FileSource } from '../domain/dataset/file-source.ts';
import { toFailure } from '../domain/error.ts';
import type { Answer, Request, ToPage, ToWorker } from './port-messages.ts';

/**
 * Answers a `portSource` at the other end of the port with the files of a source that lives here.
 * Contents are transferred, not copied.
 * @returns closes the port; what is still asked for fails with `FILE_READ`.
 */
export function serveFiles(source: FileSource, port: MessagePort): () => void {
  const running = new Map<number, AbortController>();
  const walks = openWalks(source);
  const post = (message: ToWorker, transfer: Transferable[] = []): void =>
    port.postMessage(message, transfer);

  const answer = async (id: number, request: Request): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    const given = await perform(source, walks, request, controller.signal).catch(
      (thrown: unknown): Answer => ({ kind: 'failure', failure: toFailure(thrown) }),
    );
    // An aborted request is no longer listed, and nobody waits for its answer.
    if (!running.delete(id)) return;
    post({ kind: 'answer', id, answer: given }, given.kind === 'read' ? [given.bytes.buffer] : []);
  };
  const abort = (id: number): void => {
    running.get(id)?.abort();
    running.delete(id);
  };

  port.addEventListener('message', ({ data: message }: MessageEvent<ToPage>) => {
    if (message.kind === 'ask') void answer(message.id, message.request);
    else if (message.kind === 'abort') abort(message.id);
    else walks.end(message.walk);
  });
  port.start();
  return () => {
    for (const id of running.keys()) abort(id);
    walks.endAll();
    post({ kind: 'closed' });
    port.close();
  };
}

async function perform(
  source: FileSource,
  walks: Walks,
  request: Request,
  signal: AbortSignal,
): Promise<Answer> {
  if (request.kind === 'list') return { kind: 'list', entries: await source.list(request.path, signal) };
  if (request.kind === 'stat') return { kind: 'stat', stat: await source.stat(request.path, signal) };
  if (request.kind === 'batch') return { kind: 'batch', batch: await walks.next(request.walk) };
  return { kind: 'read', bytes: await source.read(request.path, signal, request.range) };
}

/** The walks that a worker has begun and not yet ended, by the worker's number for them. */
interface Walks {
  next(id: number): Promise<readonly DatasetPath[] | undefined>;
  end(id: number): void;
  endAll(): void;
}

function openWalks(source: FileSource): Walks {
  const controllers = new Map<number, AbortController>();
  const batches = new Map<number, AsyncIterator<readonly DatasetPath[]>>();
  const open = (id: number): AsyncIterator<readonly DatasetPath[]> => {
    const controller = new AbortController();
    const iterator = source.walk(controller.signal)[Symbol.asyncIterator]();
    controllers.set(id, controller);
    batches.set(id, iterator);
    return iterator;
  };
  const end = (id: number): void => {
    controllers.get(id)?.abort();
    controllers.delete(id);
    batches.delete(id);
  };
  return {
    async next(id) {
      const step = await (batches.get(id) ?? open(id)).next();
      return step.done === true ? undefined : step.value;
    },
    end,
    endAll: () => {
      for (const id of controllers.keys()) end(id);
    },
  };
}
