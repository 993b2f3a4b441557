import { SaxesParser } from 'saxes';
import type { ImageReference } from '../../domain/segmentation/mask-target.ts';
import { maskFault } from './mask-place.ts';

/** A shape of AIM: what it is, on which image, and its points in image pixel space. */
export interface AimShape {
  /** `TwoDimensionPolyline` and the like, without a prefix. */
  readonly type: string;
  /** Name of the annotation it belongs to, as filed; empty without one. */
  readonly name: string;
  readonly reference: ImageReference | undefined;
  /** False for a shape that is cut out of the others. */
  readonly isIncluded: boolean;
  /** x and y in turn, (0, 0) the top left corner of the top left pixel. */
  readonly points: readonly number[];
  /** As filed; empty without one. */
  readonly colour: string;
}

/** Deeper than any annotation nests. */
const MAX_DEPTH = 64;
/** Points of all shapes. */
const MAX_POINTS = 2 ** 18;
const MAX_SHAPES = 2 ** 14;
/** Characters of a name or a UID. */
const MAX_TEXT = 1_024;

interface ShapeDraft {
  readonly type: string;
  uid: string;
  frame: number | undefined;
  isIncluded: boolean;
  colour: string;
  readonly points: { readonly order: number; readonly x: number; readonly y: number }[];
}

interface AnnotationDraft {
  name: string;
  code: string;
  observation: string;
  readonly shapes: ShapeDraft[];
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

type Attributes = Readonly<Record<string, string>>;

/** Value of an attribute whatever its prefix. */
function attribute(attributes: Attributes, wanted: string): string {
  for (const [name, value] of Object.entries(attributes))
    if (localName(name) === wanted) return value.slice(0, MAX_TEXT);
  return '';
}

/**
 * Reads the two-dimensional shapes of an AIM v4 file (`ImageAnnotationCollection`). The parser knows no entities but the
 * five of XML itself, loads nothing, and a file with a document type is refused before anything of it is read.
 *
 * @throws MidscopeError MASK_INVALID: `broken-xml`; `unknown-format` for XML of something else; `outline-too-long` beyond
 * what anyone has drawn; `not-points` for coordinates that are no numbers.
 */
export function readAimShapes(text: string): readonly AimShape[] {
  const parser = new SaxesParser();
  const reader = createReader();
  parser.on('error', (error) => {
    throw maskFault('broken-xml', error);
  });
  parser.on('doctype', () => {
    throw maskFault('broken-xml');
  });
  parser.on('opentag', ({ name, attributes }) => reader.open(localName(name), attributes));
  parser.on('closetag', () => reader.close());
  // In pieces, so that what is refused is refused early.
  for (let at = 0; at < text.length; at += 2 ** 16) parser.write(text.slice(at, at + 2 ** 16));
  parser.close();
  return reader.shapes();
}

/** Keeps of the elements what shapes are made of. */
function createReader() {
  const path: string[] = [];
  const annotations: AnnotationDraft[] = [];
  let shape: ShapeDraft | undefined;
  let point: { order: number; x: number; y: number } | undefined;
  let [shapes, points] = [0, 0];

  const open = (name: string, attributes: Attributes): void => {
    if (path.length === 0 && name !== 'ImageAnnotationCollection') throw maskFault('unknown-format');
    if (path.length >= MAX_DEPTH) throw maskFault('broken-xml');
    const parent = path.at(-1);
    path.push(name);
    if (name === 'ImageAnnotation') annotations.push({ name: '', code: '', observation: '', shapes: [] });
    const annotation = annotations.at(-1);
    if (!annotation) return;
    if (name === 'MarkupEntity') {
      shapes += 1;
      if (shapes > MAX_SHAPES) throw maskFault('outline-too-long');
      shape = {
        type: localName(attribute(attributes, 'type')),
        uid: '',
        frame: undefined,
        isIncluded: true,
        colour: '',
        points: [],
      };
      annotation.shapes.push(shape);
    } else if (name === 'TwoDimensionSpatialCoordinate') {
      points += 1;
      if (points > MAX_POINTS) throw maskFault('outline-too-long');
      point = { order: NaN, x: NaN, y: NaN };
    } else if (point && parent === 'TwoDimensionSpatialCoordinate') readPart(point, name, attributes);
    else if (shape && parent === 'MarkupEntity') readShape(shape, name, attributes);
    else readName(annotation, parent, name, attributes);
  };

  const close = (): void => {
    const name = path.pop();
    if (name === 'MarkupEntity') shape = undefined;
    if (name !== 'TwoDimensionSpatialCoordinate' || !point) return;
    if (![point.order, point.x, point.y].every(Number.isFinite)) throw maskFault('not-points');
    shape?.points.push(point);
    point = undefined;
  };

  return {
    open,
    close,
    shapes: () =>
      annotations.flatMap((annotation) => annotation.shapes.map((one) => finish(annotation, one))),
  };
}

/** Number of an attribute; an empty one is none. */
function numberOf(attributes: Attributes): number {
  const text = attribute(attributes, 'value').trim();
  return text === '' ? NaN : Number(text);
}

function readPart(
  point: { order: number; x: number; y: number },
  name: string,
  attributes: Attributes,
): void {
  if (name === 'coordinateIndex') point.order = numberOf(attributes);
  else if (name === 'x' || name === 'y') point[name] = numberOf(attributes);
}

function readShape(shape: ShapeDraft, name: string, attributes: Attributes): void {
  if (name === 'imageReferenceUid') shape.uid = attribute(attributes, 'root').trim();
  else if (name === 'referencedFrameNumber') shape.frame = numberOf(attributes);
  else if (name === 'includeFlag') shape.isIncluded = attribute(attributes, 'value').trim() !== 'false';
  else if (name === 'lineColor') shape.colour = attribute(attributes, 'value').trim();
}

/** The annotation's own name, else what it says was observed, else its code. */
function readName(
  annotation: AnnotationDraft,
  parent: string | undefined,
  name: string,
  attributes: Attributes,
): void {
  const value = (attribute(attributes, 'value') || attribute(attributes, 'displayName')).trim();
  if (parent === 'ImageAnnotation' && name === 'name') annotation.name = value;
  else if (parent === 'ImagingObservationEntity' && name === 'label') annotation.observation ||= value;
  else if (name === 'displayName' && parent === 'typeCode') annotation.code ||= value;
}

function finish({ name, code, observation }: AnnotationDraft, draft: ShapeDraft): AimShape {
  const { frame } = draft;
  const hasFrame = frame !== undefined && Number.isInteger(frame) && frame > 0;
  return {
    type: draft.type,
    name: name || observation || code,
    reference: draft.uid === '' ? undefined : { uid: draft.uid, ...(hasFrame && { frame }) },
    isIncluded: draft.isIncluded,
    colour: draft.colour,
    points: draft.points.toSorted((a, b) => a.order - b.order).flatMap(({ x, y }) => [x, y]),
  };
}
