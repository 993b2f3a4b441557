import { TAG, type DicomDataset } from './dicom-dataset.ts';
import { numbersOf, textsOf } from './dicom-values.ts';
import type { ImageAttributes } from './image-attributes.ts';
import type { Pixels } from './pixels.ts';
import { pixelShape } from './spacing.ts';

/** The display shutter of an image (PS3.3 C.7.6.11): what lies outside is not to be seen. */
export interface Shutter {
  /** What is covered, a path each, in image pixel space with (0, 0) the corner of the first pixel; even-odd. */
  readonly covered: readonly string[];
  /** Grey of the cover, 0 (black) to 255 (white). */
  readonly grey: number;
}

/** Presentation values are 16 bits wide (PS3.3 C.7.6.11.1). */
const MAX_PRESENTATION_VALUE = 0xffff;
const MAX_GREY = 255;
/** The cover goes beyond the image by this part of it, so that no bright line is left of its last pixels. */
const MARGIN_SHARE = 250;
/** Corners of a polygon beyond which it is noise. */
const MAX_VERTICES = 10_000;

/** The edges named are the first and the last that are seen; rows and columns count from 1. */
function rectangle(dataset: DicomDataset): string | undefined {
  const edge = (tag: string): number => numbersOf(dataset, tag)[0] ?? NaN;
  const [left, right] = [edge(TAG.ShutterLeftVerticalEdge) - 1, edge(TAG.ShutterRightVerticalEdge)];
  const [top, bottom] = [edge(TAG.ShutterUpperHorizontalEdge) - 1, edge(TAG.ShutterLowerHorizontalEdge)];
  if (!(left < right && top < bottom)) return undefined;
  return `M${left} ${top}H${right}V${bottom}H${left}Z`;
}

/** The radius is a number of pixels along a row (PS3.3 C.7.6.11): where pixels are not square, it is another one along a column. */
function circle(dataset: DicomDataset, [height, width]: readonly [number, number]): string | undefined {
  const [row = NaN, column = NaN] = numbersOf(dataset, TAG.CenterOfCircularShutter);
  const radius = numbersOf(dataset, TAG.RadiusOfCircularShutter)[0] ?? NaN;
  if (!(radius > 0) || Number.isNaN(row + column)) return undefined;
  // The centre of pixel 1 lies half a pixel from the corner.
  const [x, y] = [column - 0.5, row - 0.5];
  const radii = `${radius} ${(radius * width) / height}`;
  return `M${x - radius} ${y}A${radii} 0 1 0 ${x + radius} ${y}A${radii} 0 1 0 ${x - radius} ${y}Z`;
}

function polygon(dataset: DicomDataset): string | undefined {
  const filed = numbersOf(dataset, TAG.VerticesOfThePolygonalShutter).slice(0, 2 * MAX_VERTICES);
  if (filed.length < 6 || filed.length % 2 !== 0 || filed.some(Number.isNaN)) return undefined;
  const corners = Array.from(
    { length: filed.length / 2 },
    (_, at) => `${(filed[2 * at + 1] ?? 0) - 0.5} ${(filed[2 * at] ?? 0) - 0.5}`,
  );
  return `M${corners.join('L')}Z`;
}

type Shape = (dataset: DicomDataset, pixel: readonly [height: number, width: number]) => string | undefined;

const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ['RECTANGULAR', rectangle],
  ['CIRCULAR', circle],
  ['POLYGONAL', polygon],
]);

/**
 * The shutter of an image of so many columns and rows, whose attributes say how high and wide a pixel is; undefined without one, or where its shape cannot be. Several
 * shapes leave what all of them leave.
 */
export function readShutter(
  dataset: DicomDataset,
  attributes: ImageAttributes,
  { columns, rows }: Pick<Pixels, 'columns' | 'rows'>,
): Shutter | undefined {
  const pixel = pixelShape(attributes);
  const visible = textsOf(dataset, TAG.ShutterShape).flatMap(
    (shape) => SHAPES.get(shape.toUpperCase())?.(dataset, pixel) ?? [],
  );
  if (visible.length === 0) return undefined;
  const value = numbersOf(dataset, TAG.ShutterPresentationValue)[0] ?? 0;
  const margin = Math.ceil(Math.max(columns, rows) / MARGIN_SHARE);
  const share = Math.min(1, Math.max(0, value / MAX_PRESENTATION_VALUE));
  return {
    covered: visible.map(
      (shape) => `M${-margin} ${-margin}H${columns + margin}V${rows + margin}H${-margin}Z${shape}`,
    ),
    grey: Number.isNaN(share) ? 0 : Math.round(MAX_GREY * share),
  };
}
