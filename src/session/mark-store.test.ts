import { describe, expect, it } from 'vitest';
import type { Mark } from '../domain/measure/measurement.ts';
import type { MarkKeeper } from '../storage/marks.ts';
import { sampleMark } from '../testing/sample-mark.ts';
import type { MarkChange } from '../storage/stored-mark.ts';
import { caseKeyOf, createMarkStore, historyOf, type MarkChannel } from './mark-store.ts';

const CASE = 'sub-1 ses-1';

const mark = (id: string, more: Partial<Mark> = {}): Mark =>
  sampleMark({ id, createdAt: Number(id), changedAt: 0, ...more });

/** A browser's storage, which tabs share. */
function browser() {
  const kept = new Map<string, Mark>();
  const tabs = new Set<(ids: readonly string[]) => void>();
  const state = { kept, full: false };
  const keeper: MarkKeeper = {
    load: () => Promise.resolve({ marks: [...kept.values()], newer: 0 }),
    loadById: (ids) => Promise.resolve(ids.map((id): MarkChange => ({ id, mark: kept.get(id) }))),
    save: (_, changes) => {
      if (state.full) return Promise.reject(new Error('full'));
      for (const { id, mark: one } of changes) {
        if (one) kept.set(id, one);
        else kept.delete(id);
      }
      return Promise.resolve();
    },
    close: () => undefined,
  };
  const channel = (): MarkChannel => {
    let own: ((ids: readonly string[]) => void) | undefined;
    return {
      tell: (ids) => tabs.forEach((tab) => tab !== own && tab(ids)),
      onTold: (listener) => {
        own = listener;
        tabs.add(listener);
      },
      close: () => own && tabs.delete(own),
    };
  };
  const tab = async () => {
    const store = createMarkStore('demo:demo', keeper, channel());
    store.load();
    await Promise.resolve();
    return store;
  };
  return { state, tab };
}

const ids = (store: Awaited<ReturnType<ReturnType<typeof browser>['tab']>>): readonly string[] => [
  ...store.state.getState().marks.keys(),
];
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('marks', () => {
  it('are kept one by one and read again, in the order in which they were made', async () => {
    const { state, tab } = browser();
    const store = await tab();
    store.apply(CASE, { put: [mark('2')] });
    store.apply(CASE, { put: [mark('1')] });
    await store.settled();
    expect([...state.kept.keys()].toSorted((a, b) => a.localeCompare(b))).toEqual(['1', '2']);
    const again = await tab();
    await settle();
    expect(ids(again)).toEqual(['1', '2']);
  });

  it('are undone and redone step by step, each case for itself, and what is kept follows', async () => {
    const { state, tab } = browser();
    const store = await tab();
    store.apply(CASE, { put: [mark('1')] });
    store.apply(CASE, { put: [mark('1', { text: 'nodule' }), mark('2')] });
    store.apply('sub-2 ses-1', { put: [mark('3', { subject: 'sub-2' })] });
    store.apply(CASE, { remove: ['1'] });
    expect(ids(store)).toEqual(['2', '3']);
    store.undo(CASE);
    expect(store.state.getState().marks.get('1')?.text).toBe('nodule');
    store.undo(CASE);
    expect(ids(store)).toEqual(['1', '3']);
    expect(store.state.getState().marks.get('1')?.text).toBe('');
    store.undo(CASE);
    store.undo(CASE);
    expect(ids(store)).toEqual(['3']);
    expect(historyOf(store.state.getState(), CASE)).toEqual({ canUndo: false, canRedo: true });
    store.redo(CASE);
    store.redo(CASE);
    expect(ids(store)).toEqual(['1', '2', '3']);
    await store.settled();
    expect(state.kept.get('1')?.text).toBe('nodule');
    // What is done anew takes the way forward away.
    store.apply(CASE, { remove: ['2'] });
    expect(historyOf(store.state.getState(), CASE)).toEqual({ canUndo: true, canRedo: false });
    store.redo(CASE);
    expect(ids(store)).toEqual(['1', '3']);
    expect(caseKeyOf(mark('1'))).toBe(CASE);
  });

  it('of two tabs reach each other, and neither loses what the other has done', async () => {
    const { state, tab } = browser();
    const [one, other] = [await tab(), await tab()];
    one.apply(CASE, { put: [mark('1')] });
    other.apply(CASE, { put: [mark('2')] });
    await settle();
    expect(ids(one)).toEqual(['1', '2']);
    expect(ids(other)).toEqual(['1', '2']);
    other.apply(CASE, { put: [mark('1', { text: 'renamed' })] });
    one.apply(CASE, { remove: ['2'] });
    await settle();
    for (const store of [one, other]) {
      expect(ids(store)).toEqual(['1']);
      expect(store.state.getState().marks.get('1')?.text).toBe('renamed');
    }
    // Undone in one tab, a step of its own; the other's stays.
    one.undo(CASE);
    await settle();
    expect(ids(other)).toEqual(['1', '2']);
    expect(state.kept.get('1')?.text).toBe('renamed');
  });

  it('that the browser refuses stay on the page, say so, and are kept once there is room', async () => {
    const { state, tab } = browser();
    const store = await tab();
    state.full = true;
    store.apply(CASE, { put: [mark('1')] });
    await store.settled();
    expect(ids(store)).toEqual(['1']);
    expect(store.state.getState().notKept).toBe(true);
    state.full = false;
    store.apply(CASE, { put: [mark('2')] });
    await store.settled();
    expect(store.state.getState().notKept).toBe(false);
    expect(state.kept.size).toBe(2);
  });

  it('drawn while the kept ones are read stay', async () => {
    const { state, tab } = browser();
    state.kept.set('1', mark('1'));
    const store = createMarkStore('demo:demo', {
      load: async () => {
        await settle();
        return { marks: [mark('1')], newer: 3 };
      },
      loadById: () => Promise.resolve([]),
      save: () => Promise.resolve(),
      close: () => undefined,
    });
    store.load();
    store.apply(CASE, { put: [mark('2')] });
    await settle();
    await settle();
    expect(store.state.getState()).toMatchObject({ status: 'ready', newer: 3 });
    expect([...store.state.getState().marks.keys()]).toEqual(['1', '2']);
    store.close();
    expect((await tab()).state.getState().status).not.toBe('unread');
  });
});
