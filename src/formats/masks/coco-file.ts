import { MidscopeError } from '../../domain/error.ts';
import type { Rgb } from '../../domain/segmentation/colour.ts';
import { JsonCursor, type ByteSpan } from '../json-cursor.ts';

/** The longest file that is read. */
export const MAX_COCO_BYTES = 2 ** 26;
const MAX_IMAGES = 2 ** 20;
const MAX_ANNOTATIONS = 2 ** 22;
const MAX_CATEGORIES = 2 ** 16;
/** The longest entry of the file, which for an annotation is a million of coordinates. */
const MAX_ENTRY_BYTES = 2 ** 23;

export type Json = Readonly<Record<string, unknown>>;

/** How images, annotations and categories name each other. */
type Id = number | string;

/** One entry of `images`. */
export interface CocoImage {
  readonly id: unknown;
  /** As filed; empty without one. */
  readonly fileName: string;
  readonly width: unknown;
  readonly height: unknown;
}

/** A COCO file of which only the small parts are values; annotations are read when they are asked for. */
export interface CocoFile {
  readonly bytes: number;
  readonly images: readonly CocoImage[];
  /** How many annotations name the image, by its id. */
  readonly counts: ReadonlyMap<unknown, number>;
  /** The annotations that name an image. @throws MidscopeError MASK_INVALID for one that is no JSON, or too long. */
  annotationsOf(image: unknown): Iterable<Json>;
  /** Name of a category by its id. */
  readonly categories: ReadonlyMap<unknown, string>;
  /** Colour of a category by its id, where panoptic files have one. */
  readonly colours: ReadonlyMap<unknown, Rgb>;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isId = (value: unknown): value is Id => typeof value === 'number' || typeof value === 'string';

const invalid = (reason: 'unknown-format' | 'broken-json' | 'too-many-entries', cause?: unknown) =>
  new MidscopeError('MASK_INVALID', { reason }, cause);

/**
 * Opens a COCO file: an object with `images` and `annotations`, which are lists. Of several members of one name the last
 * one counts, as in `JSON.parse`.
 *
 * @throws MidscopeError MASK_INVALID: `unknown-format` for other JSON, `broken-json` for what breaks off or is none,
 * `too-many-entries`; IMAGE_TOO_LARGE.
 */
export function openCoco(bytes: Uint8Array): CocoFile {
  if (bytes.length > MAX_COCO_BYTES) throw new MidscopeError('IMAGE_TOO_LARGE', { bytes: bytes.length });
  const cursor = new JsonCursor(bytes);
  try {
    return readFile(cursor);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) throw invalid('broken-json', thrown);
    throw thrown;
  }
}

function readFile(cursor: JsonCursor): CocoFile {
  let images: readonly CocoImage[] | undefined;
  let annotations: ReadonlyMap<Id, readonly ByteSpan[]> | undefined;
  let categories: Categories = { names: new Map(), colours: new Map() };
  if (cursor.next() !== 'object') throw invalid('unknown-format');
  cursor.members((key) => {
    const isList = cursor.next() === 'list';
    if (isList && key === 'images') images = readImages(cursor);
    else if (isList && key === 'annotations') annotations = readAnnotations(cursor);
    else if (isList && key === 'categories') categories = readCategories(cursor);
    else {
      cursor.skip();
      if (key === 'images') images = undefined;
      if (key === 'annotations') annotations = undefined;
    }
  });
  cursor.finish();
  if (!images || !annotations) throw invalid('unknown-format');
  const spans = annotations;
  return {
    bytes: cursor.bytes.length,
    images,
    categories: categories.names,
    colours: categories.colours,
    counts: new Map([...spans].map(([id, own]) => [id, own.length])),
    *annotationsOf(image) {
      for (const span of isId(image) ? (spans.get(image) ?? []) : []) {
        const annotation = parseEntry(cursor, span);
        // The same entry, read as a whole, has the last word on whose it is.
        if (annotation && annotation['image_id'] === image) yield annotation;
      }
    },
  };
}

function readEntries(cursor: JsonCursor, most: number, onEntry: (entry: Json) => void): void {
  let count = 0;
  cursor.elements(() => {
    count += 1;
    if (count > most) throw invalid('too-many-entries');
    onEntry(parseEntry(cursor, cursor.skip()) ?? {});
  });
}

function parseEntry(cursor: JsonCursor, span: ByteSpan): Json | undefined {
  if (span.end - span.start > MAX_ENTRY_BYTES) throw invalid('too-many-entries');
  try {
    const entry = cursor.parse(span);
    return isObject(entry) ? entry : undefined;
  } catch (thrown) {
    throw invalid('broken-json', thrown);
  }
}

function readImages(cursor: JsonCursor): readonly CocoImage[] {
  const images: CocoImage[] = [];
  // Every entry keeps its place, which is how the index names it.
  readEntries(cursor, MAX_IMAGES, ({ id, file_name: name, width, height }) =>
    images.push({ id, fileName: typeof name === 'string' ? name : '', width, height }),
  );
  return images;
}

interface Categories {
  readonly names: ReadonlyMap<unknown, string>;
  readonly colours: ReadonlyMap<unknown, Rgb>;
}

function readCategories(cursor: JsonCursor): Categories {
  const names = new Map<unknown, string>();
  const colours = new Map<unknown, Rgb>();
  readEntries(cursor, MAX_CATEGORIES, ({ id, name, color }) => {
    if (typeof name === 'string' && name.trim() !== '' && !names.has(id)) names.set(id, name.trim());
    if (isRgb(color) && !colours.has(id)) colours.set(id, color);
  });
  return { names, colours };
}

const isRgb = (value: unknown): value is Rgb =>
  Array.isArray(value) &&
  value.length === 3 &&
  value.every(
    (part: unknown) => typeof part === 'number' && Number.isInteger(part) && part >= 0 && part <= 255,
  );

/** Where the annotations of each image lie; those that name none are no one's. */
function readAnnotations(cursor: JsonCursor): ReadonlyMap<Id, readonly ByteSpan[]> {
  const byImage = new Map<Id, ByteSpan[]>();
  let count = 0;
  cursor.elements(() => {
    count += 1;
    if (count > MAX_ANNOTATIONS) throw invalid('too-many-entries');
    const { span, image } = skipAnnotation(cursor);
    if (!isId(image)) return;
    const own = byImage.get(image);
    if (own) own.push(span);
    else byImage.set(image, [span]);
  });
  return byImage;
}

function skipAnnotation(cursor: JsonCursor): { readonly span: ByteSpan; readonly image: unknown } {
  const { at: start } = cursor;
  let image: unknown;
  if (cursor.next() !== 'object') return { span: cursor.skip(), image };
  cursor.members((key) => {
    const value = cursor.skip();
    if (key === 'image_id') image = value.end - value.start > 256 ? undefined : cursor.parse(value);
  });
  return { span: { start, end: cursor.at }, image };
}
