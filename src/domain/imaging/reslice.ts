import type { ImageAttributes } from './image-attributes.ts';
import { isPadding } from './padding.ts';
import { MAX_PIXELS, type PixelArray, type Pixels } from './pixels.ts';
import {
  BODY_AXES,
  fromGrid,
  gridPlace,
  PLANE_AXES,
  planeSize,
  toVoxel,
  type BodyGrid,
  type PatientPlane,
} from './reslice-grid.ts';
import { interpolateLayer } from './reslice-oblique.ts';
import { slabLayers, slabSum, type Slab } from './slab.ts';
import type { Volume } from './volume.ts';

/** A layer of a volume as an image of its own. */
export interface Reslice {
  readonly pixels: Pixels;
  readonly attributes: ImageAttributes;
}

/**
 * Cuts a volume in a plane of the body.
 * @param layer from 0: axial from the head, coronal from the front, sagittal from the right.
 * @returns values in the units of the volume's data. One layer of a volume along the axes of the body is read as it
 * is, of the same array type; slabs and interpolated layers are floating-point, not a number where the volume has
 * nothing. Position, orientation and spacing are those of the cut.
 */
export function reslice(
  volume: Volume,
  grid: BodyGrid,
  plane: PatientPlane,
  layer: number,
  slab: Slab,
): Reslice {
  const { columns, rows, layers } = planeSize(grid, plane);
  if (columns * rows > MAX_PIXELS) throw new RangeError(`${columns} × ${rows} pixels`);
  if (layer < 0 || layer >= layers) throw new RangeError(`layer ${layer} of ${layers}`);
  const attributes = planeAttributes(volume, grid, plane, layer, slab);
  if (slab.mode === 'slice' && grid.isExact) {
    const data = emptyLike(volume, columns * rows);
    readLayer(volume, grid, plane, layer, data);
    return { pixels: { kind: 'grey', columns, rows, data }, attributes };
  }
  const scratch = new Float64Array(columns * rows);
  const readInto = (at: number): void => {
    if (!grid.isExact) return interpolateLayer(volume, grid, plane, at, scratch);
    readLayer(volume, grid, plane, at, scratch);
    dropPadding(volume, scratch);
  };
  if (slab.mode === 'slice') {
    readInto(layer);
    return { pixels: { kind: 'grey', columns, rows, data: compact(volume, scratch) }, attributes };
  }
  const sum = slabSum(orderOf(slab.mode, volume), columns * rows);
  for (const { offset, share } of slabLayers(slab, grid.spacing[PLANE_AXES[plane].layer])) {
    if (layer + offset < 0 || layer + offset >= layers) continue;
    readInto(layer + offset);
    sum.add(scratch, share);
  }
  return { pixels: { kind: 'grey', columns, rows, data: compact(volume, sum.result()) }, attributes };
}

/** Where the rescale turns values around, the brightest modality value is the least stored one. */
function orderOf(mode: 'mean' | 'max' | 'min', volume: Volume): 'mean' | 'max' | 'min' {
  const isTurned = !volume.valuesAreModality && (volume.attributes.RescaleSlope ?? 1) < 0;
  if (mode === 'mean' || !isTurned) return mode;
  return mode === 'max' ? 'min' : 'max';
}

function emptyLike({ data }: Volume, length: number): PixelArray {
  const [first] = data;
  if (!first) throw new RangeError('no slice');
  return new (first.constructor as new (size: number) => PixelArray)(length);
}

/** As many bits as the values need. */
const compact = ({ data }: Volume, values: Float64Array<ArrayBuffer>): PixelArray =>
  (data[0]?.BYTES_PER_ELEMENT ?? 2) > 2 && !(data[0] instanceof Float32Array)
    ? values
    : Float32Array.from(values);

function dropPadding({ padding }: Volume, values: Float64Array<ArrayBuffer>): void {
  if (!padding) return;
  for (let at = 0; at < values.length; at++) if (isPadding(padding, values[at]!)) values[at] = NaN;
}

/** Reads a layer of a grid whose every place is a voxel. */
function readLayer(
  volume: Volume,
  grid: BodyGrid,
  plane: PatientPlane,
  layer: number,
  into: PixelArray,
): void {
  const axes = PLANE_AXES[plane];
  const { columns, rows } = planeSize(grid, plane);
  const [i, j, k] = toVoxel(grid, gridPlace(plane, 0, 0, layer));
  const across = grid.steps[axes.column];
  const down = grid.steps[axes.row];
  // Of the two directions at most one leads from slice to slice; inside a slice a step is a stride.
  const acrossStride = across[0] + across[1] * volume.columns;
  const downStride = down[0] + down[1] * volume.columns;
  const from = i + j * volume.columns;
  if (across[2] === 0) {
    for (let y = 0; y < rows; y++)
      copyLine(
        volume.data[k + y * down[2]],
        from + y * downStride,
        acrossStride,
        into,
        y * columns,
        1,
        columns,
      );
    return;
  }
  for (let x = 0; x < columns; x++)
    copyLine(volume.data[k + x * across[2]], from + x * acrossStride, downStride, into, x, columns, rows);
}

// The engine compiles a function for the few array types that it has met: one kind of source, two of targets.
function copyLine(
  source: PixelArray | undefined,
  from: number,
  stride: number,
  into: PixelArray,
  to: number,
  toStride: number,
  count: number,
): void {
  if (!source) throw new RangeError('no such slice');
  let at = from;
  let target = to;
  for (let n = 0; n < count; n++) {
    into[target] = source[at]!;
    at += stride;
    target += toStride;
  }
}

/** What is said of a cut: everything that all slices share, and its own place. */
function planeAttributes(
  volume: Volume,
  grid: BodyGrid,
  plane: PatientPlane,
  layer: number,
  slab: Slab,
): ImageAttributes {
  const axes = PLANE_AXES[plane];
  const { columns, rows } = planeSize(grid, plane);
  const [[a, b, c], [d, e, f]] = [BODY_AXES[axes.column], BODY_AXES[axes.row]];
  const { InstanceNumber: _, SOPInstanceUID: __, ...shared } = volume.attributes;
  const spacing = grid.spacing[axes.layer];
  return {
    ...shared,
    ImageType: ['DERIVED', 'SECONDARY', slab.mode === 'max' ? 'MIP' : slab.mode === 'min' ? 'MINIP' : 'MPR'],
    Rows: rows,
    Columns: columns,
    ImageOrientationPatient: [a, b, c, d, e, f],
    ImagePositionPatient: fromGrid(grid, gridPlace(plane, 0, 0, layer)),
    PixelSpacing: [grid.spacing[axes.row], grid.spacing[axes.column]],
    SliceThickness: slab.mode === 'slice' ? spacing : Math.max(spacing, slab.thickness),
  };
}
