import { expect, test, vi } from 'vitest';
import type { DatasetPath } from '../domain/brand.ts';
import { isAttachedMask } from '../storage/attached-mask.ts';
import { createAttachedMasks, MOST_ATTACHED_BYTES } from './attached-masks.ts';

const IMAGE = 'sub-1/a.png' as DatasetPath;
const file = (name: string, content = 'x'): File => new File([content], name);

/** There is no database here: masks are there all the same, and that they are not kept is known. */
const masks = () => createAttachedMasks('demo:demo');

test('masks come with the lists of their names, and what was done is taken back', async () => {
  const attached = masks();
  await attached.attach(IMAGE, [file('a.png'), file('a.tsv')]);
  const [one] = attached.state.getState().masks;
  expect(one).toMatchObject({ dataset: 'demo:demo', image: IMAGE, version: 1 });
  expect([one?.file.name, one?.names?.name]).toEqual(['a.png', 'a.tsv']);
  expect(isAttachedMask(one)).toBe(true);
  attached.undo();
  expect(attached.state.getState()).toMatchObject({ masks: [], news: { what: 'removed' } });
  attached.undo();
  expect(attached.state.getState().masks).toEqual([one]);
  attached.remove(one!);
  expect(attached.state.getState().masks).toEqual([]);
  await vi.waitFor(() => expect(attached.state.getState().isKept).toBe(false));
});

test('files without bytes and beyond measure are not attached, and the others are', async () => {
  const attached = masks();
  const large = file('large.dcm');
  Object.defineProperty(large, 'size', { value: MOST_ATTACHED_BYTES + 1 });
  await attached.attach(IMAGE, [file('b.xml'), large]);
  expect(attached.state.getState().news).toEqual({ what: 'too-large', image: IMAGE, name: 'large.dcm' });
  await attached.attach(IMAGE, [file('none.png', '')]);
  expect(attached.state.getState().news).toMatchObject({ what: 'empty', name: 'none.png' });
  expect(attached.state.getState().masks.map((mask) => mask.file.name)).toEqual(['b.xml']);
});

test('only what version 1 wrote is read', () => {
  const kept = {
    version: 1,
    id: 'a',
    dataset: 'demo:demo',
    image: 'sub-1/a.png',
    file: { name: 'a.png', bytes: Uint8Array.of(1) },
    at: 1_600_000_000_000,
  };
  expect(isAttachedMask(kept)).toBe(true);
  expect(isAttachedMask({ ...kept, names: { name: 'a.tsv', bytes: Uint8Array.of(2) } })).toBe(true);
  for (const other of [
    undefined,
    null,
    7,
    {},
    { ...kept, version: 2 },
    { ...kept, file: { name: 'a.png', bytes: [1] } },
    { ...kept, names: {} },
    { ...kept, at: 'now' },
  ])
    expect(isAttachedMask(other)).toBe(false);
});
