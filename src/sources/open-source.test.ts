import { expect, onTestFinished, test } from 'vitest';
import { DATASET_ROOT, joinPath } from '../domain/dataset/file-source.ts';
import { memorySource } from '../testing/memory-source.ts';
import { serveFiles } from './serve-files.ts';
import { openSource } from './open-source.ts';
import { transfersOf, type SourceDescriptor } from './source-descriptor.ts';

const signal = new AbortController().signal;

test('a descriptor opens the source behind its port, also after it was posted', async () => {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(serveFiles(memorySource({ 'a.txt': 'abc' }), port1));
  const descriptor: SourceDescriptor = { kind: 'port', name: 'picked', port: port2 };
  const posted = structuredClone(descriptor, { transfer: transfersOf(descriptor) });
  const source = await openSource(posted);
  expect(source.name).toBe('picked');
  expect(await source.read(joinPath(DATASET_ROOT, 'a.txt'), signal)).toEqual(new Uint8Array([97, 98, 99]));
});

test('a descriptor of a served folder opens it under its name, and needs nothing handed over', async () => {
  const descriptor: SourceDescriptor = { kind: 'served', name: 'covid19_posi', baseUrl: '/dataset' };
  expect((await openSource(structuredClone(descriptor))).name).toBe('covid19_posi');
  expect(transfersOf(descriptor)).toEqual([]);
});

test('a descriptor of the demo opens it with its seed', async () => {
  const source = await openSource({ kind: 'demo' });
  const entries = await source.list(DATASET_ROOT, signal);
  expect(entries).toContainEqual({ name: 'participants.tsv', kind: 'file' });
});
