import { imageOrientation } from '../domain/imaging/orientation.ts';
import { bodyGrid, planeSize, type BodyGrid, type PatientPlane } from '../domain/imaging/reslice-grid.ts';
import { reslice } from '../domain/imaging/reslice.ts';
import { seriesKind } from '../domain/imaging/series-kind.ts';
import type { Slab } from '../domain/imaging/slab.ts';
import { buildVolume, type Volume, type VolumeFault } from '../domain/imaging/volume.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { ImageStack, LoadedImage } from '../workers/images/image-contract.ts';

/** The slices of a stack as a volume that can be cut in any plane of the body. */
export interface OpenVolume {
  readonly volume: Volume;
  readonly grid: BodyGrid;
  /** One of its slices, for what is said of the whole. */
  readonly like: LoadedImage;
  readonly stack: ImageStack;
}

/** Why a stack stays a stack. */
export type NoVolume =
  | { readonly kind: 'shape'; readonly fault: VolumeFault | 'localizer' }
  | { readonly kind: 'size'; readonly bytes: number; readonly most: number };

export interface VolumeRequest {
  readonly stack: ImageStack;
  /** Read first, and shown meanwhile. */
  readonly first: number;
  /** Bytes of pixels that may be in memory. */
  readonly most: number;
  readonly signal: AbortSignal;
  /** Tells how many slices are there. */
  onProgress(done: number): void;
}

/** Slices read side by side: as many as there are workers, and one that waits. */
const AT_ONCE = 4;

/**
 * Reads every slice of a stack. The volume is made of the arrays they were decoded into, so it takes no more memory than
 * the stack; one that would take more than there is for images is not read.
 * @throws MidscopeError when a slice cannot be read; an AbortError once aborted.
 */
export async function openVolume(request: VolumeRequest): Promise<Result<OpenVolume, NoVolume>> {
  const { stack, first, most, signal, onProgress } = request;
  const like = await stack.load(first, signal);
  // Planning views lie in one file or series, but make up no body.
  if (seriesKind(like.attributes) === 'localizer') return fail({ kind: 'shape', fault: 'localizer' });
  const bytes = like.pixels.data.byteLength * stack.slices;
  if (bytes > most) return fail({ kind: 'size', bytes, most });
  const images: LoadedImage[] = [];
  let [next, done] = [0, 0];
  const read = async (): Promise<void> => {
    while (next < stack.slices) {
      const slice = next++;
      images[slice] = stack.peek(slice) ?? (await stack.load(slice, signal));
      signal.throwIfAborted();
      onProgress(++done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, read));
  await stack.whenRead(first, signal);
  const built = buildVolume(images);
  if (!built.ok) return fail({ kind: 'shape', fault: built.error });
  return ok({ volume: built.value, grid: bodyGrid(built.value), like, stack });
}

/** Cut planes that are kept: going back and forth cuts none twice. */
const KEPT = 12;

/**
 * The layers of one plane of the body as a stack of images, each cut when it is asked for; its images are shown,
 * windowed and probed as all others are. Another slab of a plane is the same stack to the viewport, which stays as it
 * is enlarged.
 */
export function planeStack(open: OpenVolume, plane: PatientPlane, slab: Slab): ImageStack {
  const { volume, grid, like, stack } = open;
  const { layers } = planeSize(grid, plane);
  const kept = new Map<number, LoadedImage>();
  const cut = (layer: number): LoadedImage => {
    const found = kept.get(layer);
    if (found) return found;
    const { pixels, attributes } = reslice(volume, grid, plane, layer, slab);
    const image: LoadedImage = {
      ...like,
      frame: layer,
      pixels,
      attributes,
      valuesAreModality: volume.valuesAreModality,
      orientation: imageOrientation(attributes),
      issues: [],
    };
    const oldest = kept.keys().next();
    if (kept.size >= KEPT && !oldest.done) kept.delete(oldest.value);
    kept.set(layer, image);
    return image;
  };
  return {
    key: `${plane}\n${stack.key}`,
    description: { ...stack.description, places: [], issues: [] },
    slices: layers,
    pathOf: () => like.path,
    isLoaded: () => true,
    peek: cut,
    load: (layer, signal) => {
      signal.throwIfAborted();
      return Promise.resolve(cut(layer));
    },
    whenRead: () => Promise.resolve(),
  };
}
