/** Slices in a row: the first, and how many. */
export interface SliceRun {
  readonly from: number;
  readonly count: number;
}

/** The slices that something holds for, in as few runs as they make. @param slices how many there are. */
export function sliceRuns(slices: number, holds: (slice: number) => boolean): readonly SliceRun[] {
  const runs: SliceRun[] = [];
  let from = -1;
  for (let slice = 0; slice <= slices; slice++) {
    const isIn = slice < slices && holds(slice);
    if (isIn && from < 0) from = slice;
    if (isIn || from < 0) continue;
    runs.push({ from, count: slice - from });
    from = -1;
  }
  return runs;
}

export const slicesIn = (runs: readonly SliceRun[]): number =>
  runs.reduce((sum, { count }) => sum + count, 0);
