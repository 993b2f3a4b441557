/**
 * A mask over one image, in image pixel space: row by row from the top left, one value per pixel.
 * 0 is background; every other value is a segment.
 */
export interface LabelMap {
  readonly columns: number;
  readonly rows: number;
  readonly data: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
}

/** Number of pixels of each value that occurs, in ascending order; background left out. */
export function countAreas({ data }: LabelMap): ReadonlyMap<number, number> {
  const counts = new Uint32Array(data instanceof Uint8Array ? 2 ** 8 : 2 ** 16);
  for (let at = 0; at < data.length; at++) counts[data[at]!]!++;
  const areas = new Map<number, number>();
  for (const [value, area] of counts.entries()) if (value > 0 && area > 0) areas.set(value, area);
  return areas;
}
