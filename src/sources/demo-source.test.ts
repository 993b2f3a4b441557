import { describe, expect, test } from 'vitest';
import type { DatasetPath } from '../domain/brand.ts';
import { DATASET_ROOT, joinPath } from '../domain/dataset/file-source.ts';
import { MidscopeError } from '../domain/error.ts';
import type { DemoDataset } from '../phantom/demo-dataset.ts';
import { describeFileSourceContract } from '../testing/file-source-contract.ts';
import { demoSource } from './demo-source.ts';
import { isDatasetPath } from './dataset-path.ts';

/** A demo dataset over given files that counts its renderings and takes a while for each. */
function fakeDemo(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>) {
  const rendered: string[] = [];
  const dataset: DemoDataset = {
    paths: [...files.keys()].filter(isDatasetPath),
    render: async (path) => {
      rendered.push(path);
      await new Promise((resolve) => setTimeout(resolve, 1));
      const bytes = files.get(path);
      if (!bytes) throw new MidscopeError('FILE_GONE');
      return bytes;
    },
    head: (path) => (path.endsWith('.png') ? files.get(path)?.slice(0, 2) : undefined),
  };
  return { dataset, rendered };
}

const signal = new AbortController().signal;
const path = (text: string): DatasetPath => joinPath(DATASET_ROOT, text);

describeFileSourceContract('the demo', (files) => ({ source: demoSource(fakeDemo(files).dataset) }));

describe('the demo', () => {
  test('renders a file once for all that ask for it at the same time or soon after', async () => {
    const { dataset, rendered } = fakeDemo(new Map([['a.png', new Uint8Array([1, 2, 3])]]));
    const source = demoSource(dataset);
    await Promise.all([source.read(path('a.png'), signal), source.stat(path('a.png'), signal)]);
    await source.read(path('a.png'), signal, { offset: 1, length: 1 });
    expect(rendered).toEqual(['a.png']);
  });

  test('renders nothing when a known beginning is enough', async () => {
    const { dataset, rendered } = fakeDemo(new Map([['a.png', new Uint8Array([1, 2, 3])]]));
    const source = demoSource(dataset);
    expect([...(await source.read(path('a.png'), signal, { offset: 0, length: 2 }))]).toEqual([1, 2]);
    expect(rendered).toEqual([]);
    expect([...(await source.read(path('a.png'), signal, { offset: 0, length: 3 }))]).toEqual([1, 2, 3]);
    expect(rendered).toEqual(['a.png']);
  });

  test('keeps 64 MB of what it rendered', async () => {
    const large = new Uint8Array(30 * 2 ** 20);
    const { dataset, rendered } = fakeDemo(new Map(['a', 'b', 'c'].map((name) => [name, large])));
    const source = demoSource(dataset);
    for (const name of ['a', 'b', 'c', 'c', 'a']) await source.stat(path(name), signal);
    expect(rendered).toEqual(['a', 'b', 'c', 'a']);
  });

  test('renders nothing to be listed or walked', async () => {
    const { dataset, rendered } = fakeDemo(new Map([['sub-S1/a.png', new Uint8Array(1)]]));
    const source = demoSource(dataset);
    await source.list(path('sub-S1'), signal);
    for await (const batch of source.walk(signal)) expect(batch).toEqual(['sub-S1/a.png']);
    expect(rendered).toEqual([]);
  });
});
