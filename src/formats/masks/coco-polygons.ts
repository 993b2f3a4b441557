import { MidscopeError } from '../../domain/error.ts';
import { MAX_PIXELS } from '../../domain/imaging/pixels.ts';
import { fillPolygons, type Polygon } from '../../domain/segmentation/fill-polygons.ts';
import type { LabelMap } from '../../domain/segmentation/label-map.ts';
import type { DecodedMask } from './decoded-mask.ts';

/** The longest file that is parsed. */
const MAX_BYTES = 2 ** 26;
/** Corners of all polygons of an image. */
const MAX_CORNERS = 2 ** 20;
const MAX_CATEGORIES = 255;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

const fault = (
  reason: 'unknown-format' | 'not-polygons' | 'no-such-image' | 'too-many-segments' | 'outline-too-long',
) => new MidscopeError('MASK_INVALID', { reason });

/**
 * The polygons that a COCO file has for one image: `images` with size and file name, `annotations` with
 * `segmentation` as lists of x and y in turn, `categories` with names. Each category is one segment; categories may
 * overlap. Coordinates are image pixels, (0, 0) the top left corner; what lies beyond the image is cut off.
 *
 * @param imageName name of the image's file, which decides where the file describes several images.
 * @throws MidscopeError MASK_INVALID for JSON that is no COCO file, for run lengths and other annotations that are no
 * polygons, for a file without an entry for the image, and for more than anyone has drawn; IMAGE_TOO_LARGE.
 */
export function decodeCoco(bytes: Uint8Array, imageName: string): DecodedMask {
  if (bytes.length > MAX_BYTES) throw new MidscopeError('IMAGE_TOO_LARGE', { bytes: bytes.length });
  const file = parse(bytes);
  const image = imageOf(file, imageName);
  const [columns, rows] = [sizeIn(image, 'width'), sizeIn(image, 'height')];
  if (columns * rows > MAX_PIXELS) throw new MidscopeError('IMAGE_TOO_LARGE', { columns, rows });
  const byCategory = polygonsOf(file, image);
  const ids = [...byCategory.keys()];
  const names = namesOf(file, ids);
  return { columns, rows, slices: 1, names, layers };

  function* layers(): Generator<readonly LabelMap[]> {
    const map = { columns, rows, data: new Uint8Array(columns * rows) };
    for (const [at, id] of ids.entries()) {
      map.data.fill(0);
      fillPolygons(map, byCategory.get(id) ?? [], at + 1);
      yield [map];
    }
  }
}

function parse(bytes: Uint8Array): Json {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw fault('unknown-format');
  }
  if (!isObject(json) || !Array.isArray(json['annotations']) || !Array.isArray(json['images']))
    throw fault('unknown-format');
  return json;
}

const baseOf = (name: unknown): string => (typeof name === 'string' ? (name.split(/[/\\]/).pop() ?? '') : '');

/** The entry of the image by its file name; the only entry, if there is no other. */
function imageOf(file: Json, imageName: string): Json {
  const images = objects(file['images']);
  const found = images.find((image) => baseOf(image['file_name']) === imageName);
  const image = found ?? (images.length === 1 ? images[0] : undefined);
  if (!image) throw fault('no-such-image');
  return image;
}

function sizeIn(image: Json, key: 'width' | 'height'): number {
  const size = image[key];
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1) throw fault('unknown-format');
  return size;
}

/** The polygons of one image by the id of their category, in the order in which categories occur. */
function polygonsOf(file: Json, image: Json): ReadonlyMap<unknown, readonly Polygon[]> {
  const byCategory = new Map<unknown, Polygon[]>();
  let corners = 0;
  for (const annotation of objects(file['annotations'])) {
    if (annotation['image_id'] !== image['id']) continue;
    const polygons = checkedPolygons(annotation['segmentation']);
    for (const { length } of polygons) corners += length / 2;
    if (corners > MAX_CORNERS) throw fault('outline-too-long');
    const id = annotation['category_id'];
    byCategory.set(id, [...(byCategory.get(id) ?? []), ...polygons]);
    if (byCategory.size > MAX_CATEGORIES) throw fault('too-many-segments');
  }
  return byCategory;
}

/** A box without an outline is a list of no polygon, and no fault. */
function checkedPolygons(segmentation: unknown): readonly Polygon[] {
  if (!Array.isArray(segmentation)) throw fault('not-polygons');
  return segmentation.map((polygon: unknown) => {
    if (!Array.isArray(polygon) || polygon.length % 2 !== 0 || !polygon.every(Number.isFinite))
      throw fault('not-polygons');
    return polygon as Polygon;
  });
}

function namesOf(file: Json, ids: readonly unknown[]): ReadonlyMap<number, string> {
  const categories = objects(file['categories']);
  return new Map(
    ids.flatMap((id, at) => {
      const name = categories.find((category) => category['id'] === id)?.['name'];
      return typeof name === 'string' && name.trim() !== '' ? [[at + 1, name.trim()] as const] : [];
    }),
  );
}
