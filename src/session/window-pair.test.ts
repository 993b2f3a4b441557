import { afterEach, expect, test, vi } from 'vitest';
import type { SmallStorage } from '../storage/web-storage.ts';
import { createWindowPair, type PairEvents, type WindowPair } from './window-pair.ts';

const open: WindowPair[] = [];
afterEach(() => {
  for (const pair of open.splice(0)) pair.close();
  vi.unstubAllGlobals();
});

const storage = (kept: Readonly<Record<string, string>> = {}): SmallStorage => {
  const items = new Map(Object.entries(kept));
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
};

const leave = (pair: WindowPair): void => {
  open.splice(open.indexOf(pair), 1);
  pair.close();
};

/** A window of the pair `7`, as the page in it sees it. */
function pairIn(name: string, dataset: string, events: Partial<PairEvents> = {}): WindowPair {
  vi.stubGlobal('window', {
    name,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    screenX: 0,
    screenY: 0,
    outerWidth: 800,
    outerHeight: 600,
  });
  const pair = createWindowPair(dataset, storage({ 'midscope:pair': '7' }), storage(), {
    show: () => undefined,
    datasetChanged: () => undefined,
    toLibrary: () => undefined,
    ...events,
  });
  open.push(pair);
  return pair;
}

const library = (dataset: string, events?: Partial<PairEvents>): WindowPair => pairIn('', dataset, events);
const images = (dataset: string, events?: Partial<PairEvents>): WindowPair =>
  pairIn('midscope-images-7', dataset, events);

const untilPaired = (...pairs: readonly WindowPair[]): Promise<void> =>
  vi.waitFor(() =>
    expect(pairs.map(({ state }) => state.getState().isPaired)).toEqual(pairs.map(() => true)),
  );

test('a row of the list is shown beside, and the case beside is known to the list', async () => {
  const [show, toLibrary] = [vi.fn<(address: string) => void>(), vi.fn<() => void>()];
  const list = library('demo:demo', { toLibrary });
  expect(list.show('/case/a/b')).toBe(false);
  const beside = images('demo:demo', { show });
  await untilPaired(list, beside);
  expect(list.show('/case/a/b')).toBe(true);
  await vi.waitFor(() => expect(show).toHaveBeenCalledWith('/case/a/b'));
  beside.tell({ subject: 'sub-1', session: 'ses-2' });
  await vi.waitFor(() =>
    expect(list.state.getState().at).toMatchObject({ subject: 'sub-1', session: 'ses-2' }),
  );
  expect(beside.goToLibrary()).toBe(true);
  await vi.waitFor(() => expect(toLibrary).toHaveBeenCalledOnce());
  expect(list.goToLibrary()).toBe(false);
});

test('either window may go and come back; the list then learns again which case is beside it', async () => {
  const list = library('files:x');
  const beside = images('files:x');
  await untilPaired(list, beside);
  leave(beside);
  await vi.waitFor(() => expect(list.state.getState()).toEqual({ isPaired: false, at: undefined }));
  expect(list.show('/case/a/b')).toBe(false);
  const again = images('files:x');
  again.tell({ subject: 'sub-1', session: 'ses-1' });
  await untilPaired(list, again);
  leave(list);
  const reloaded = library('files:x');
  await vi.waitFor(() => expect(reloaded.state.getState().at).toMatchObject({ subject: 'sub-1' }));
});

test('nothing passes between datasets: the window of images is told to follow', async () => {
  const [show, datasetChanged] = [vi.fn<(address: string) => void>(), vi.fn<(dataset: string) => void>()];
  const beside = images('files:old', { show, datasetChanged });
  const list = library('files:new');
  await vi.waitFor(() => expect(datasetChanged).toHaveBeenCalledWith('files:new'));
  beside.tell({ subject: 'sub-1', session: 'ses-1' });
  expect(list.show('/case/a/b')).toBe(false);
  await new Promise((done) => setTimeout(done, 50));
  expect(show).not.toHaveBeenCalled();
  expect(list.state.getState()).toEqual({ isPaired: false, at: undefined });
});
