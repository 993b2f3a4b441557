import { openSource } from '../sources/open-source.ts';
import { transfersOf, type SourceDescriptor } from '../sources/source-descriptor.ts';
import { DEMO_ORIGIN, describeOrigin, folderOrigin, type DatasetOrigin } from './origin.ts';

/** Asks the window that opened this one for its dataset. */
const ASK = 'midscope:origin?';
/** Milliseconds after which the other window is taken for gone. */
const PATIENCE = 2_000;

/** What the other window answers with. */
interface Answer {
  readonly descriptor: SourceDescriptor;
  readonly opening: string;
}

/** A dataset of the other window, and which opening of it. */
export interface SharedOrigin {
  readonly origin: DatasetOrigin;
  readonly opening: string;
}

async function originOf(descriptor: SourceDescriptor): Promise<DatasetOrigin> {
  switch (descriptor.kind) {
    case 'served':
      return descriptor;
    case 'demo':
      return DEMO_ORIGIN;
    case 'handle':
      return folderOrigin(descriptor.handle);
    case 'port':
      return { kind: 'files', name: descriptor.name, source: await openSource(descriptor) };
  }
}

/**
 * The dataset of the window that opened this one: a folder with its handle, and files that live in that window's page
 * through a port. Undefined where that window is gone, or has no dataset.
 */
export async function askOrigin(opener: Window | null): Promise<SharedOrigin | undefined> {
  if (!opener || opener.closed) return undefined;
  const { port1, port2 } = new MessageChannel();
  const answer = await new Promise<Answer | undefined>((resolve) => {
    setTimeout(() => resolve(undefined), PATIENCE);
    port1.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data), { once: true });
    port1.start();
    opener.postMessage(ASK, location.origin, [port2]);
  });
  port1.close();
  return answer && { origin: await originOf(answer.descriptor), opening: answer.opening };
}

/** Answers windows of this origin that ask for the dataset. */
export function answerOrigin(origin: DatasetOrigin, opening: string): () => void {
  const onMessage = ({ data, origin: from, ports: [port] }: MessageEvent<unknown>): void => {
    if (data !== ASK || from !== location.origin || !port) return;
    const descriptor = describeOrigin(origin);
    port.postMessage({ descriptor, opening } satisfies Answer, transfersOf(descriptor));
  };
  window.addEventListener('message', onMessage);
  return () => window.removeEventListener('message', onMessage);
}
