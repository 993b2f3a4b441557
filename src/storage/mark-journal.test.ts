import { expect, test } from 'vitest';
import { sampleMark } from '../testing/sample-mark.ts';
import { createMarkJournal, type ListedStorage } from './mark-journal.ts';

const MARK = sampleMark();

function storage(): ListedStorage {
  const kept = new Map<string, string>([['midscope:preferences:1', '{}']]);
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (at) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size;
    },
  };
}

test('what a page wrote down and never kept is found by the next one, of its dataset alone', () => {
  const shared = storage();
  createMarkJournal(shared).add('demo:demo', [
    { id: 'a', mark: MARK },
    { id: 'b', mark: undefined },
  ]);
  createMarkJournal(shared).add('served:x', [{ id: 'c', mark: { ...MARK, id: 'c' } }]);
  const next = createMarkJournal(shared);
  const left = next.left('demo:demo');
  expect(left.map(({ change }) => change)).toEqual([
    { id: 'a', mark: MARK },
    { id: 'b', mark: undefined },
  ]);
  next.forget(left);
  expect(next.left('demo:demo')).toEqual([]);
  expect(next.left('served:x')).toHaveLength(1);
});

test('what was kept is no longer written down', () => {
  const shared = storage();
  const journal = createMarkJournal(shared);
  journal.add('demo:demo', [{ id: 'a', mark: MARK }]);
  journal.done('demo:demo', [{ id: 'a', mark: { ...MARK, changedAt: 1 } }]);
  expect(journal.left('demo:demo')).toHaveLength(1);
  journal.done('demo:demo', [{ id: 'a', mark: MARK }]);
  expect(journal.left('demo:demo')).toEqual([]);
  expect(shared.length).toBe(1);
});

test('a storage that refuses, or holds nonsense, is no hindrance', () => {
  const refusing = createMarkJournal(undefined);
  refusing.add('demo:demo', [{ id: 'a', mark: MARK }]);
  expect(refusing.left('demo:demo')).toEqual([]);
  const shared = storage();
  shared.setItem('midscope:mark:x', '{');
  shared.setItem('midscope:mark:y', '7');
  const full = {
    ...shared,
    setItem: () => {
      throw new DOMException('', 'QuotaExceededError');
    },
  };
  createMarkJournal(full).add('demo:demo', [{ id: 'a', mark: MARK }]);
  expect(createMarkJournal(shared).left('demo:demo')).toEqual([]);
});
