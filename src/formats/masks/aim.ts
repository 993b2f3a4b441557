import { MidscopeError } from '../../domain/error.ts';
import { rgbOfHex, type Rgb } from '../../domain/segmentation/colour.ts';
import { fillEllipse, type Ellipse } from '../../domain/segmentation/fill-ellipse.ts';
import { fillPolygons } from '../../domain/segmentation/fill-polygons.ts';
import type { LabelMap } from '../../domain/segmentation/label-map.ts';
import { decodeText } from '../tables/decode-text.ts';
import { readAimShapes, type AimShape } from './aim-xml.ts';
import type { DecodedMask, MaskContext, MaskMark } from './decoded-mask.ts';
import { maskFault, sortByReference } from './mask-place.ts';

/** The longest file that is read; a corner takes about 200 bytes. */
export const MAX_AIM_BYTES = 2 ** 25;
/** Segments beyond have grey values, not labels. */
const MAX_NAMES = 255;

/** SOP Instance UIDs of the images that an AIM file draws on. @throws MidscopeError as {@link decodeAim}. */
export function aimReferences(bytes: Uint8Array<ArrayBuffer>): readonly string[] {
  return [...new Set(shapesOf(bytes).flatMap(({ reference }) => reference?.uid ?? []))];
}

function shapesOf(bytes: Uint8Array<ArrayBuffer>): readonly AimShape[] {
  if (bytes.length > MAX_AIM_BYTES) throw new MidscopeError('IMAGE_TOO_LARGE', { bytes: bytes.length });
  return readAimShapes(decodeText(bytes).text);
}

/**
 * The shapes of an AIM v4 file on the slices of its image. Polylines are closed; circles have their centre and a point
 * of the edge, ellipses the ends of both axes; points and lines of two points mark places and cover nothing. Shapes of
 * one name are one segment; those that are not included are cut out of it.
 *
 * @throws MidscopeError MASK_INVALID as {@link readAimShapes}; `no-segments` without a shape; `no-such-image` when no
 * shape is on the image; `too-many-segments`; IMAGE_TOO_LARGE.
 */
export async function decodeAim(bytes: Uint8Array<ArrayBuffer>, context: MaskContext): Promise<DecodedMask> {
  const shapes = shapesOf(bytes);
  if (shapes.length === 0) throw maskFault('no-segments');
  const target = await context.target();
  const { bySlice, issues } = sortByReference(shapes, target, context.isByHand);
  const names = [...new Set(shapes.map(({ name }) => name))];
  if (names.length > MAX_NAMES) throw maskFault('too-many-segments');
  const valueOf = (shape: AimShape): number => names.indexOf(shape.name) + 1;
  const { columns, rows } = target;

  function* planes() {
    const map: LabelMap = { columns, rows, data: new Uint8Array(columns * rows) };
    for (const [slice, own] of bySlice) {
      for (const value of new Set(own.map(valueOf))) {
        map.data.fill(0);
        const ofValue = own.filter((shape) => valueOf(shape) === value);
        for (const shape of ofValue) if (shape.isIncluded) fillShape(map, shape, value);
        for (const shape of ofValue) if (!shape.isIncluded) fillShape(map, shape, 0);
        yield { slice, map };
      }
    }
  }

  const marks = [...bySlice].flatMap(([slice, own]) =>
    own.flatMap((shape): readonly MaskMark[] =>
      pairsOf(markedPoints(shape)).map(([x, y]) => ({ value: valueOf(shape), slice, x, y })),
    ),
  );
  const colours = new Map<number, Rgb>();
  for (const shape of shapes) {
    const colour = colourOf(shape.colour);
    if (colour && !colours.has(valueOf(shape))) colours.set(valueOf(shape), colour);
  }
  return {
    columns,
    rows,
    slices: target.slices.length,
    names: new Map(names.flatMap((name, at) => (name === '' ? [] : [[at + 1, name] as const]))),
    colours,
    planes,
    marks,
    issues,
  };
}

const pairsOf = (points: readonly number[]): readonly (readonly [number, number])[] =>
  Array.from({ length: points.length >> 1 }, (_, at) => [points[2 * at]!, points[2 * at + 1]!] as const);

/** Points that cover no area: single ones, and the ends of a line. */
function markedPoints({ type, points }: AimShape): readonly number[] {
  if (type === 'TwoDimensionPoint' || type === 'TwoDimensionMultiPoint') return points;
  return type === 'TwoDimensionPolyline' && points.length < 6 ? points : [];
}

function fillShape(map: LabelMap, shape: AimShape, value: number): void {
  const ellipse = ellipseOf(shape);
  if (ellipse) fillEllipse(map, ellipse, value);
  else if (shape.type === 'TwoDimensionPolyline' && shape.points.length >= 6)
    fillPolygons(map, [shape.points], value);
}

/** As the graphic types CIRCLE and ELLIPSE of PS3.3 C.18.6.1.2, which AIM takes its shapes from. */
function ellipseOf({ type, points }: AimShape): Ellipse | undefined {
  if (type === 'TwoDimensionCircle') {
    const [x, y, edgeX, edgeY] = points;
    if (x === undefined || y === undefined || edgeX === undefined || edgeY === undefined)
      throw maskFault('not-points');
    const radius = Math.hypot(edgeX - x, edgeY - y);
    return {
      centre: [x, y],
      axes: [
        [radius, 0],
        [0, radius],
      ],
    };
  }
  if (type !== 'TwoDimensionEllipse') return undefined;
  const [a, b, c, d] = pairsOf(points);
  if (!a || !b || !c || !d) throw maskFault('not-points');
  return {
    centre: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2],
    axes: [
      [(b[0] - a[0]) / 2, (b[1] - a[1]) / 2],
      [(d[0] - c[0]) / 2, (d[1] - c[1]) / 2],
    ],
  };
}

/** `#ff0000`, or three numbers up to 255. */
function colourOf(text: string): Rgb | undefined {
  const [red, green, blue, ...more] = text.split(/[\s,;]+/).map(Number);
  const isTriple = [red, green, blue].every((part) => Number.isInteger(part) && part! >= 0 && part! <= 255);
  if (isTriple && more.length === 0) return [red!, green!, blue!];
  return rgbOfHex(text);
}
