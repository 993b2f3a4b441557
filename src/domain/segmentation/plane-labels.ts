import type { BodyGrid, PatientPlane } from '../imaging/reslice-grid.ts';
import { reslice } from '../imaging/reslice.ts';
import type { Volume } from '../imaging/volume.ts';
import { fillOutline } from './fill-outline.ts';
import { countAreas } from './label-map.ts';
import { toSvgPath, traceContours } from './trace-contours.ts';

/** Outlines of one segment on each slice of a volume; undefined where it has no pixel. */
export type SliceOutlines = readonly ({ readonly outline: string } | undefined)[];

/** The segments of one mask as voxels of the volume they lie on, slice by slice; 0 is none, n the nth segment. */
export interface LabelVolume {
  readonly volume: Volume;
  readonly slices: readonly Uint8Array<ArrayBuffer>[];
}

/** Segments beyond are not cut; more fit into no byte, and no legend. */
const MOST_SEGMENTS = 255;

/** Fills the outlines of a mask into voxels. Slices without any share one array. */
export function labelVolume(volume: Volume, segments: readonly SliceOutlines[]): LabelVolume {
  const { columns, rows } = volume;
  const empty = new Uint8Array(columns * rows);
  const slices = Array.from({ length: volume.slices }, (_, k) => {
    if (!segments.some((slicesOf) => slicesOf[k])) return empty;
    const data = new Uint8Array(columns * rows);
    segments.slice(0, MOST_SEGMENTS).forEach((slicesOf, at) => {
      const outline = slicesOf[k]?.outline;
      if (outline !== undefined) fillOutline({ columns, rows, data }, outline, at + 1);
    });
    return data;
  });
  return { volume, slices };
}

/** A segment on a plane, with the number it has in its mask, from 0. */
export interface PlaneSegment {
  readonly segment: number;
  readonly areaPx: number;
  readonly outline: string;
}

/** What a plane of the body cuts of a mask; only along the axes of the body, where every pixel is a voxel. */
export function planeSegments(
  { volume, slices }: LabelVolume,
  grid: BodyGrid,
  plane: PatientPlane,
  layer: number,
): readonly PlaneSegment[] {
  if (!grid.isExact) return [];
  const { pixels } = reslice({ ...volume, data: slices }, grid, plane, layer, { mode: 'slice' });
  const map = { columns: pixels.columns, rows: pixels.rows, data: pixels.data as Uint8Array<ArrayBuffer> };
  return [...countAreas(map)].map(([value, areaPx]) => ({
    segment: value - 1,
    areaPx,
    outline: toSvgPath(traceContours(map, value)),
  }));
}
