import { expect, test } from 'vitest';
import { keepItem, storageOrMemory } from './web-storage.ts';

const refuse = (): never => {
  throw new DOMException('', 'SecurityError');
};

test('where the browser forbids its storage, memory keeps things for the life of the page', () => {
  const storage = storageOrMemory(refuse);
  expect(storage.getItem('a')).toBeNull();
  expect(keepItem(storage, 'a', '1')).toBe(true);
  expect(storage.getItem('a')).toBe('1');
  expect(keepItem(storage, 'a', undefined)).toBe(true);
  expect(storage.getItem('a')).toBeNull();
});

test('a full storage is a false, not an exception', () => {
  const full = { getItem: () => null, setItem: refuse, removeItem: refuse };
  expect(keepItem(full, 'a', '1')).toBe(false);
  expect(keepItem(full, 'a', undefined)).toBe(false);
});
