import { hexOf } from '../../domain/segmentation/colour.ts';
import { labelsOnSlice, type ExportSegment } from '../../domain/segmentation/export-labels.ts';
import type { MaskTarget, SlicePlane } from '../../domain/segmentation/mask-target.ts';
import { normalOf } from '../../domain/segmentation/slice-plane.ts';
import { tsvLine } from '../export/tsv-cell.ts';
import type { NiftiHeader } from '../nifti/nifti-header.ts';
import { displayOrientation, niftiStackGeometry, shownSlices } from '../nifti/nifti-stack.ts';
import { writeNifti, type NiftiAffine } from '../nifti/write-nifti.ts';
import { encodePng } from '../png/encode-png.ts';

/** What every file says of itself. */
export const STAMP = 'midscope, research use only, not for diagnosis';

type Bytes = Uint8Array<ArrayBuffer>;

/** One slice as an 8-bit grey PNG whose values are the labels, 0 where there is none. */
export function writeLabelPng(
  segments: readonly ExportSegment[],
  slice: number,
  target: Pick<MaskTarget, 'columns' | 'rows'>,
): Bytes {
  const { columns, rows, data } = labelsOnSlice(segments, slice, target);
  return encodePng({ columns, rows, samples: 1, data, text: { Description: STAMP } });
}

/** The names of the labels as a `_dseg.tsv` table of BIDS. */
export const writeLabelNames = (segments: readonly ExportSegment[]): string =>
  [
    tsvLine(['index', 'name', 'color', 'cui']),
    ...segments.map(({ name, colour, cui }, at) => tsvLine([String(at + 1), name, hexOf(colour), cui])),
  ].join('');

/** All slices as a NIfTI of 8 bits, voxel by voxel on the NIfTI that the image is, with its affine. */
export function writeLabelNifti(segments: readonly ExportSegment[], image: NiftiHeader): Bytes {
  const stored = niftiStackGeometry(image);
  const turn = displayOrientation(stored);
  const [width, height, depth] = image.dimensions;
  const [columns, rows] = turn.transpose ? [height, width] : [width, height];
  const data = new Uint8Array(width * height * depth);
  for (const [slice, k] of shownSlices(stored).entries()) {
    if (!segments.some(({ outlines }) => outlines[slice])) continue;
    const labels = labelsOnSlice(segments, slice, { columns, rows });
    for (let row = 0, from = 0; row < rows; row++)
      for (let column = 0; column < columns; column++, from++) {
        const x = turn.flipColumns ? columns - 1 - column : column;
        const y = turn.flipRows ? rows - 1 - row : row;
        const [i, j] = turn.transpose ? [y, x] : [x, y];
        data[(k * height + j) * width + i] = labels.data[from]!;
      }
  }
  const { i, j, k, origin } = image.affine;
  const row = (axis: 0 | 1 | 2) => [i[axis], j[axis], k[axis], origin[axis]] as const;
  const affine: NiftiAffine = [row(0), row(1), row(2)];
  return writeNifti({ dimensions: [width, height, depth], data, affine, description: STAMP });
}

/**
 * All slices as a NIfTI of 8 bits, in the order in which they are shown: columns, rows, slices. Of images that lie in the
 * patient the affine says where; others lie as ITK has pictures, columns to the left and rows to the back.
 * @param spacing mm from row to row and from column to column, where the slices do not say.
 * @returns nothing where slices are not equally far apart, which no affine can say.
 */
export function writeStackNifti(
  segments: readonly ExportSegment[],
  target: MaskTarget,
  spacing: readonly [row: number, column: number],
): Bytes | undefined {
  const { columns, rows, slices } = target;
  const affine = affineOf(
    slices.map(({ plane }) => plane),
    spacing,
  );
  if (!affine) return undefined;
  const data = new Uint8Array(columns * rows * slices.length);
  for (const slice of slices.keys())
    if (segments.some(({ outlines }) => outlines[slice]))
      data.set(labelsOnSlice(segments, slice, target).data, slice * columns * rows);
  return writeNifti({ dimensions: [columns, rows, slices.length], data, affine, description: STAMP });
}

/** Millimetres by which a slice may be off its place. */
const SAME_PLACE = 0.02;

function affineOf(
  planes: readonly (SlicePlane | undefined)[],
  [rowMm, columnMm]: readonly [number, number],
): NiftiAffine | undefined {
  const [first] = planes;
  const last = planes.at(-1);
  if (!first || !last)
    return [
      [-columnMm, 0, 0, 0],
      [0, -rowMm, 0, 0],
      [0, 0, 1, 0],
    ];
  const { ImageOrientationPatient: o, ImagePositionPatient: origin, PixelSpacing } = first;
  const steps = planes.length - 1;
  const step = ([0, 1, 2] as const).map((axis) =>
    steps > 0 ? (last.ImagePositionPatient[axis] - origin[axis]) / steps : normalOf(first)[axis],
  );
  const isEven = planes.every((plane, at) =>
    plane?.ImagePositionPatient.every(
      (value, axis) => Math.abs(value - (origin[axis] ?? 0) - at * (step[axis] ?? 0)) <= SAME_PLACE,
    ),
  );
  if (!isEven || !step.some((part) => Math.abs(part) > 0)) return undefined;
  // LPS to RAS: right and anterior become negative.
  const row = (axis: 0 | 1 | 2) => {
    const sign = axis === 2 ? 1 : -1;
    return [
      sign * o[axis] * PixelSpacing[1],
      sign * (o[axis + 3] ?? 0) * PixelSpacing[0],
      sign * (step[axis] ?? 0),
      sign * origin[axis],
    ] as const;
  };
  return [row(0), row(1), row(2)];
}
