import { describe, expect, test } from 'vitest';
import type { LoadedImage } from '../workers/images/image-contract.ts';
import { createImageCache } from './image-cache.ts';

/** Only the size of the pixels matters to a cache. */
const image = (bytes: number): LoadedImage =>
  ({ pixels: { data: new Uint8Array(bytes) } }) as unknown as LoadedImage;

describe('the cache of decoded images', () => {
  test('lets the least recently used go when its bound is passed', () => {
    const cache = createImageCache(300);
    for (const key of ['a', 'b', 'c']) cache.set(key, image(100));
    cache.get('a');
    cache.set('d', image(100));
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key))).toEqual(['a', 'c', 'd']);
    expect(cache.bytes).toBe(300);
  });

  test('lets what is on screen go last', () => {
    const cache = createImageCache(300);
    for (const key of ['shown', 'b', 'c']) cache.set(key, image(100));
    cache.refresh(['shown', 'absent']);
    cache.set('d', image(100));
    expect(['shown', 'b', 'c', 'd'].filter((key) => cache.get(key))).toEqual(['shown', 'c', 'd']);
  });

  test('keeps one image that is larger than its bound, since it is on screen', () => {
    const cache = createImageCache(100);
    cache.set('small', image(50));
    cache.set('large', image(500));
    expect(cache.get('small')).toBeUndefined();
    expect(cache.get('large')).toBeDefined();
    expect(cache.bytes).toBe(500);
  });

  test('counts an image that is set again once', () => {
    const cache = createImageCache(1_000);
    cache.set('a', image(400));
    cache.set('a', image(300));
    expect(cache.bytes).toBe(300);
    cache.clear();
    expect([cache.bytes, cache.get('a')]).toEqual([0, undefined]);
  });
});
