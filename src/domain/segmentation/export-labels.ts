import type { Rgb } from './colour.ts';
import { fillOutline, outlineCrossings } from './fill-outline.ts';
import type { LabelMap } from './label-map.ts';

/** A segment that is to be written to a file: its outlines along pixel edges, slice by slice as the image is shown. */
export interface ExportSegment {
  readonly name: string;
  /** UMLS concept identifier, or an empty string. */
  readonly cui: string;
  readonly colour: Rgb;
  readonly outlines: readonly (string | undefined)[];
}

/** One label map of all segments on a slice: the first has value 1, and where two overlap the later one stays. */
export function labelsOnSlice(
  segments: readonly ExportSegment[],
  slice: number,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): LabelMap {
  const map = { columns, rows, data: new Uint8Array(columns * rows) };
  segments.forEach(({ outlines }, at) => {
    const outline = outlines[slice];
    if (outline) fillOutline(map, outline, at + 1);
  });
  return map;
}

/** Pixels of all segments that one label map cannot hold, since another segment has them too. */
export function countOverlaps(segments: readonly ExportSegment[]): number {
  let overlaps = 0;
  const slices = Math.max(0, ...segments.map(({ outlines }) => outlines.length));
  for (let slice = 0; slice < slices; slice++) {
    const rows = new Map<number, [number, number][]>();
    for (const { outlines } of segments) {
      const outline = outlines[slice];
      for (const [row, xs] of outline ? outlineCrossings(outline) : []) {
        const runs = rows.get(row) ?? [];
        rows.set(row, runs);
        for (let at = 0; at + 1 < xs.length; at += 2) runs.push([xs[at]!, xs[at + 1]!]);
      }
    }
    for (const runs of rows.values()) overlaps += hidden(runs);
  }
  return overlaps;
}

/** Columns of runs that lie in a run before them. */
function hidden(runs: readonly (readonly [from: number, to: number])[]): number {
  let [covered, total] = [0, 0];
  let end = -Infinity;
  for (const [from, to] of runs.toSorted((a, b) => a[0] - b[0])) {
    total += to - from;
    covered += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return total - covered;
}
