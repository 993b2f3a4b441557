import { expect, it } from 'vitest';
import type { DatasetPath } from '../domain/brand.ts';
import type { DemoDataset } from './demo-dataset.ts';
import { writeDemo } from './write-demo.ts';

const small: DemoDataset = {
  paths: ['a', 'b/c', 'd'] as DatasetPath[],
  render: (path, signal) => {
    signal.throwIfAborted();
    return Promise.resolve(new TextEncoder().encode(path));
  },
  head: () => undefined,
};

it('every file is written once, in order, with its progress', async () => {
  const written: string[] = [];
  const steps: string[] = [];
  await writeDemo(
    small,
    (path, bytes) => {
      written.push(`${path}=${new TextDecoder().decode(bytes)}`);
      return Promise.resolve();
    },
    new AbortController().signal,
    ({ path, done, total, bytes }) => steps.push(`${path} ${done}/${total} ${bytes}`),
  );
  expect(written).toEqual(['a=a', 'b/c=b/c', 'd=d']);
  expect(steps).toEqual(['a 1/3 1', 'b/c 2/3 3', 'd 3/3 1']);
});

it('an abort stops between two files', async () => {
  const controller = new AbortController();
  const written: string[] = [];
  const writing = writeDemo(
    small,
    (path) => {
      written.push(path);
      controller.abort();
      return Promise.resolve();
    },
    controller.signal,
  );
  await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
  expect(written).toEqual(['a']);
});
