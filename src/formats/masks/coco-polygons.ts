import { MidscopeError } from '../../domain/error.ts';
import { MAX_PIXELS } from '../../domain/imaging/pixels.ts';
import { fillPolygons, type Polygon } from '../../domain/segmentation/fill-polygons.ts';
import type { LabelMap } from '../../domain/segmentation/label-map.ts';
import { checkRunLengths, fillRuns, type RunLengths } from '../../domain/segmentation/run-lengths.ts';
import { openCoco, type CocoFile, type CocoImage, type Json } from './coco-file.ts';
import type { MaskPlane, ReadyMask } from './decoded-mask.ts';

/** Corners of all polygons, and runs, of an image. */
const MAX_CORNERS = 2 ** 20;
/** Pixels in the runs of an image, each as often as a run covers it. */
const MAX_RUN_PIXELS = 2 ** 28;
const MAX_CATEGORIES = 255;

const fault = (
  reason: 'unknown-format' | 'not-polygons' | 'no-such-image' | 'too-many-segments' | 'outline-too-long',
) => new MidscopeError('MASK_INVALID', { reason });

/** What the annotations of one category cover. */
interface Shapes {
  readonly polygons: Polygon[];
  readonly runs: RunLengths[];
}

/**
 * The outlines that a COCO file has for one image: `images` with size and file name, `annotations` with
 * `segmentation` as lists of x and y in turn or as run lengths, `categories` with names. Each category is one segment;
 * categories may overlap. Coordinates are image pixels, (0, 0) the top left corner; what lies beyond the image is cut
 * off.
 *
 * @param imageName name of the image's file, which decides where the file describes several images.
 * @throws MidscopeError MASK_INVALID for JSON that is no COCO file, for annotations that are neither polygons nor run
 * lengths, for a file without an entry for the image, and for more than anyone has drawn; IMAGE_TOO_LARGE.
 */
export function decodeCoco(bytes: Uint8Array, imageName: string): ReadyMask {
  const file = openCoco(bytes);
  const { images } = file;
  const named = images.find(({ fileName }) => baseOf(fileName) === imageName);
  const image = named ?? (images.length === 1 ? images[0] : undefined);
  if (!image) throw fault('no-such-image');
  return decodeImage(file, image);
}

/**
 * The outlines of one entry of `images`, by its number from 0.
 * @throws MidscopeError as {@link decodeCoco}; `no-such-image` also when the entry is of another file name.
 */
export function decodeCocoEntry(file: CocoFile, entry: number, imageName: string): ReadyMask {
  const image = file.images[entry];
  if (!image || baseOf(image.fileName) !== imageName) throw fault('no-such-image');
  return decodeImage(file, image);
}

const baseOf = (name: string): string => name.split(/[/\\]/).pop() ?? '';

function decodeImage(file: CocoFile, image: CocoImage): ReadyMask {
  const [columns, rows] = [sizeIn(image, 'width'), sizeIn(image, 'height')];
  if (columns * rows > MAX_PIXELS) throw new MidscopeError('IMAGE_TOO_LARGE', { columns, rows });
  const byCategory = shapesOf(file.annotationsOf(image.id), columns * rows, rows);
  const ids = [...byCategory.keys()];
  const names = new Map(
    ids.flatMap((id, at) => {
      const name = file.categories.get(id);
      return name === undefined ? [] : [[at + 1, name] as const];
    }),
  );
  const colours = new Map(
    ids.flatMap((id, at) => {
      const colour = file.colours.get(id);
      return colour === undefined ? [] : [[at + 1, colour] as const];
    }),
  );
  return { columns, rows, slices: 1, names, colours, planes };

  function* planes(): Generator<MaskPlane> {
    const map: LabelMap = { columns, rows, data: new Uint8Array(columns * rows) };
    for (const [at, id] of ids.entries()) {
      const { polygons, runs } = byCategory.get(id) ?? { polygons: [], runs: [] };
      map.data.fill(0);
      fillPolygons(map, polygons, at + 1);
      for (const lengths of runs) fillRuns(map, lengths, at + 1);
      yield { slice: 0, map };
    }
  }
}

function sizeIn(image: CocoImage, key: 'width' | 'height'): number {
  const size = image[key];
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1) throw fault('unknown-format');
  return size;
}

/** What one image's annotations cover by the id of their category, in the order in which categories occur. */
function shapesOf(annotations: Iterable<Json>, pixels: number, rows: number): ReadonlyMap<unknown, Shapes> {
  const byCategory = new Map<unknown, Shapes>();
  let corners = 0;
  let runPixels = 0;
  for (const { segmentation, category_id: id } of annotations) {
    const shapes = byCategory.get(id) ?? { polygons: [], runs: [] };
    byCategory.set(id, shapes);
    if (byCategory.size > MAX_CATEGORIES) throw fault('too-many-segments');
    if (Array.isArray(segmentation)) {
      for (const polygon of checkedPolygons(segmentation)) {
        corners += Math.max(1, polygon.length / 2);
        shapes.polygons.push(polygon);
      }
    } else {
      const runs = checkedRuns(segmentation, pixels, rows);
      corners += runs.length;
      runPixels += runs.reduce((sum, run, at) => sum + (at % 2 === 1 ? run : 0), 0);
      shapes.runs.push(runs);
    }
    if (corners > MAX_CORNERS || runPixels > MAX_RUN_PIXELS) throw fault('outline-too-long');
  }
  return byCategory;
}

/** A box without an outline is a list of no polygon, and no fault. */
function checkedPolygons(segmentation: readonly unknown[]): readonly Polygon[] {
  return segmentation.map((polygon) => {
    if (!Array.isArray(polygon) || polygon.length % 2 !== 0 || !polygon.every(Number.isFinite))
      throw fault('not-polygons');
    return polygon as Polygon;
  });
}

/** Run lengths of a crowd: `size` is rows and columns, `counts` a list or a string. */
function checkedRuns(segmentation: unknown, pixels: number, rows: number): RunLengths {
  if (typeof segmentation !== 'object' || segmentation === null || !('counts' in segmentation))
    throw fault('not-polygons');
  const { counts, size } = segmentation as { readonly counts: unknown; readonly size?: unknown };
  const isOfImage = Array.isArray(size) && size.length === 2 && size[0] === rows && size[1] * rows === pixels;
  if (!isOfImage) throw new MidscopeError('MASK_INVALID', { reason: 'not-run-lengths' });
  return checkRunLengths(counts, pixels);
}
