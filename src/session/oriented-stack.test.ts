import { expect, it } from 'vitest';
import type { DatasetPath } from '../domain/brand.ts';
import { AS_FILED, mirrorAxis, turnInPlane } from '../domain/imaging/reorient.ts';
import { attributesOf } from '../domain/imaging/test-attributes.ts';
import type { ImageStack, LoadedImage } from '../workers/images/image-contract.ts';
import { orientedStack } from './oriented-stack.ts';

const place = {
  ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
  ImagePositionPatient: [-10, -20, 30],
  PixelSpacing: [1, 1],
} as const;

const image: LoadedImage = {
  path: 'ct.dcm' as DatasetPath,
  frame: 0,
  container: 'dicom',
  pixels: { kind: 'grey', columns: 1, rows: 1, data: Int16Array.of(7) },
  attributes: attributesOf(place),
  attributesFrom: 'header',
  valuesAreModality: false,
  orientation: undefined,
  issues: [],
  bytes: 1,
};

const stack: ImageStack = {
  key: 'ct',
  description: {
    slices: [],
    places: [place, undefined],
    attributes: attributesOf(place),
    issues: [],
    isVolume: false,
  },
  slices: 2,
  pathOf: () => image.path,
  isLoaded: (slice) => slice === 0,
  peek: (slice) => (slice === 0 ? image : undefined),
  load: () => Promise.resolve(image),
  whenRead: () => Promise.resolve(),
};

it('a stack as filed is the stack itself', () => {
  expect(orientedStack(stack, AS_FILED)).toBe(stack);
});

it('a re-oriented stack has the same pixels, with other places and letters, and is another stack', async () => {
  const turned = orientedStack(stack, mirrorAxis(AS_FILED, 2));
  expect(turned.key).not.toBe(stack.key);
  expect(turned.description.places).toEqual([{ ...place, ImagePositionPatient: [-10, -20, -30] }, undefined]);
  const loaded = await turned.load(0, new AbortController().signal);
  expect(loaded.pixels).toBe(image.pixels);
  expect(loaded.attributes.ImagePositionPatient).toEqual([-10, -20, -30]);
  expect(turned.peek(0)).toBe(loaded);
  expect(turned.peek(1)).toBeUndefined();
});

it('a stack that was turned hangs turned, so that right stays on the left', () => {
  const { hung, peek } = orientedStack(stack, turnInPlane(AS_FILED, 'axial'));
  // What the file calls left is the back.
  expect(peek(0)?.orientation?.letters).toEqual({ top: 'L', right: 'P', bottom: 'R', left: 'A' });
  expect(hung).toEqual({ rotation: 90, flipHorizontal: false, flipVertical: false });
});
