import { describe, expect, test } from 'vitest';
import { byteCache } from './byte-cache.ts';

const bytes = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(length);

describe('a byte cache', () => {
  test('drops the least recently used arrays above its limit', () => {
    const cache = byteCache<string>(100);
    cache.set('a', bytes(40));
    cache.set('b', bytes(40));
    cache.get('a');
    cache.set('c', bytes(40));
    expect(cache.get('a')).toHaveLength(40);
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('c')).toHaveLength(40);
  });

  test('does not keep an array above its limit, nor drop others for it', () => {
    const cache = byteCache<string>(100);
    cache.set('a', bytes(60));
    cache.set('b', bytes(101));
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('a')).toHaveLength(60);
  });

  test('counts an array that replaces another once', () => {
    const cache = byteCache<string>(100);
    cache.set('a', bytes(60));
    cache.set('a', bytes(60));
    cache.set('b', bytes(40));
    expect(cache.get('a')).toHaveLength(60);
    expect(cache.get('b')).toHaveLength(40);
  });
});
