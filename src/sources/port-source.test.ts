import { describe, expect, onTestFinished, test } from 'vitest';
import type { FileSource } from '../domain/dataset/file-source.ts';
import { DATASET_ROOT, joinPath } from '../domain/dataset/file-source.ts';
import { MidscopeError } from '../domain/error.ts';
import { describeFileSourceContract } from '../testing/file-source-contract.ts';
import { memorySource } from '../testing/memory-source.ts';
import { portSource } from './port-source.ts';
import { serveFiles } from './serve-files.ts';

const film = joinPath(DATASET_ROOT, 'a.png');

/** Both ends of a port, as page and worker hold them. */
function overPort(source: FileSource): { readonly source: FileSource; readonly close: () => void } {
  const { port1, port2 } = new MessageChannel();
  return { close: serveFiles(source, port1), source: portSource(port2, source.name) };
}

function opened(source: FileSource) {
  const ends = overPort(source);
  onTestFinished(ends.close);
  return ends;
}

/** A source whose reads and walks wait until they are aborted. */
function waitingSource() {
  const signals: AbortSignal[] = [];
  const source: FileSource = {
    ...memorySource({ 'a.png': 'abc' }),
    read: (_path, signal) => {
      signals.push(signal);
      return new Promise(() => undefined);
    },
    walk: async function* (signal) {
      signals.push(signal);
      yield [film];
      await new Promise(() => undefined);
    },
  };
  return { source, signals };
}

describeFileSourceContract('a source behind a port', (files) =>
  overPort(memorySource(Object.fromEntries(files))),
);

describe('a source behind a port', () => {
  test('keeps the name of the source', () => {
    expect(opened(memorySource({}, 'covid19_posi')).source.name).toBe('covid19_posi');
  });

  test('an error crosses with its code and facts', async () => {
    const { source } = opened({
      ...memorySource({}),
      read: () => Promise.reject(new MidscopeError('FILE_READ', { status: 500 })),
    });
    await expect(source.read(film, new AbortController().signal)).rejects.toMatchObject({
      issue: { code: 'FILE_READ', facts: { status: 500 } },
    });
  });

  test('a defect on the other side is a read failure here', async () => {
    const { source } = opened({ ...memorySource({}), stat: () => Promise.reject(new TypeError('oh')) });
    await expect(source.stat(film, new AbortController().signal)).rejects.toMatchObject({
      code: 'FILE_READ',
    });
  });

  test('an abort reaches the reading on the page', async () => {
    const { source: page, signals } = waitingSource();
    const { source } = opened(page);
    const controller = new AbortController();
    const reading = source.read(film, controller.signal);
    await expect.poll(() => signals.length).toBe(1);
    controller.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => signals[0]?.aborted).toBe(true);
  });

  test('leaving a walk early ends the walk on the page', async () => {
    const { source: page, signals } = waitingSource();
    const { source } = opened(page);
    for await (const batch of source.walk(new AbortController().signal)) {
      expect(batch).toEqual([film]);
      break;
    }
    await expect.poll(() => signals[0]?.aborted).toBe(true);
  });

  test('after the page closed the dataset, running and later reads fail and none hangs', async () => {
    const { source: page, signals } = waitingSource();
    const { source, close } = overPort(page);
    const reading = source.read(film, new AbortController().signal);
    await expect.poll(() => signals.length).toBe(1);
    close();
    await expect(reading).rejects.toMatchObject({ code: 'FILE_READ' });
    await expect(source.read(film, new AbortController().signal)).rejects.toMatchObject({
      code: 'FILE_READ',
    });
    expect(signals[0]?.aborted).toBe(true);
  });
});
