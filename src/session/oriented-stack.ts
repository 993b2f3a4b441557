import { hangingTurn, imageOrientation } from '../domain/imaging/orientation.ts';
import {
  isAsFiled,
  reorientAttributes,
  writeReorientation,
  type Reorientation,
} from '../domain/imaging/reorient.ts';
import type { ImageStack, LoadedImage, SlicePlace } from '../workers/images/image-contract.ts';

/**
 * A stack whose files were stored wrongly, as the user has turned it: the same pixels, with positions and directions
 * that are right, hung as usual.
 */
export function orientedStack(stack: ImageStack, reorientation: Reorientation): ImageStack {
  if (isAsFiled(reorientation)) return stack;
  const { description } = stack;
  const attributes = reorientAttributes(reorientation, description.attributes);
  const places = description.places?.map((place): SlicePlace | undefined => {
    if (!place) return undefined;
    const turned = reorientAttributes(reorientation, { windows: [], voiLuts: [], ...place });
    const { ImageOrientationPatient, ImagePositionPatient } = turned;
    return ImageOrientationPatient && ImagePositionPatient
      ? { ImageOrientationPatient, ImagePositionPatient, PixelSpacing: place.PixelSpacing }
      : undefined;
  });
  // The same image is the same object, so that nobody takes it for another one.
  const turned = new WeakMap<LoadedImage, LoadedImage>();
  const turn = (image: LoadedImage): LoadedImage => {
    const kept = turned.get(image);
    if (kept) return kept;
    const own = reorientAttributes(reorientation, image.attributes);
    const next = { ...image, attributes: own, orientation: imageOrientation(own) };
    turned.set(image, next);
    return next;
  };
  const letters = imageOrientation(places?.[0] ?? attributes)?.letters;
  return {
    ...stack,
    key: `${writeReorientation(reorientation)}\n${stack.key}`,
    description: { ...description, attributes, ...(places && { places }) },
    ...(letters && { hung: hangingTurn(letters) }),
    peek: (slice) => {
      const image = stack.peek(slice);
      return image && turn(image);
    },
    load: async (slice, signal) => turn(await stack.load(slice, signal)),
  };
}
