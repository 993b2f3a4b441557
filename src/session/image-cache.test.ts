import { describe, expect, test } from 'vitest';
import type { DatasetPath } from '../domain/brand.ts';
import type { LoadedImage } from '../workers/images/image-contract.ts';
import { createImageCache } from './image-cache.ts';

const image = (bytes: number, path = 'film.png', container = 'png'): LoadedImage =>
  ({ path, container, pixels: { data: new Uint8Array(bytes) } }) as unknown as LoadedImage;

const files = (...paths: readonly string[]): ReadonlySet<DatasetPath> => new Set(paths as DatasetPath[]);

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
    cache.hold(files('shown.dcm'));
    cache.set('1', image(100, 'shown.dcm', 'dicom'));
    cache.set('2', image(100, 'shown.dcm', 'dicom'));
    cache.set('ahead', image(100, 'ahead.png'));
    cache.set('3', image(100, 'shown.dcm', 'dicom'));
    expect(['1', '2', '3', 'ahead'].filter((key) => cache.get(key))).toEqual(['1', '2', '3']);
    cache.set('4', image(100, 'shown.dcm', 'dicom'));
    expect(['1', '2', '3', '4'].filter((key) => cache.get(key))).toEqual(['2', '3', '4']);
  });

  test('keeps a volume on screen whole, even one that is larger than its bound, until it is left', () => {
    const cache = createImageCache(300);
    cache.hold(files('ct.nii.gz'));
    for (const key of ['1', '2', '3', '4', '5']) cache.set(key, image(100, 'ct.nii.gz', 'nifti'));
    cache.set('film', image(100));
    expect(cache.bytes).toBe(600);
    cache.hold(files('film.png'));
    cache.set('other', image(50, 'other.png'));
    expect(['1', '2', '3', '4', '5', 'film', 'other'].filter((key) => cache.get(key))).toEqual([
      '5',
      'film',
      'other',
    ]);
  });

  test('lets go of other cases at once, and tells', () => {
    let changes = 0;
    const cache = createImageCache(1_000, () => (changes += 1));
    cache.set('a', image(100, 'a.png'));
    cache.set('b', image(200, 'b.png'));
    cache.retain(files('b.png'));
    expect([cache.get('a'), cache.bytes, changes]).toEqual([undefined, 200, 3]);
    cache.forget(files('b.png').values().next().value!);
    expect([cache.get('b'), cache.bytes, changes]).toEqual([undefined, 0, 4]);
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
