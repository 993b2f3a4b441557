import type { LabelMap } from './label-map.ts';

type Point = readonly [x: number, y: number];

/** Two half axes from a centre, in image pixel space, (0, 0) the top left corner of the top left pixel. */
export interface Ellipse {
  readonly centre: Point;
  /** From the centre to the ends of the axes. */
  readonly axes: readonly [Point, Point];
}

/** Sets the pixels of a label map whose centres lie in an ellipse, its edge included. One without area has none. */
export function fillEllipse(
  { columns, rows, data }: LabelMap,
  { centre, axes }: Ellipse,
  value: number,
): void {
  const [[ax, ay], [bx, by]] = axes;
  const area = ax * by - ay * bx;
  if (!(Math.abs(area) > 0)) return;
  const [cx, cy] = centre;
  const height = Math.hypot(ay, by);
  const first = Math.max(0, Math.ceil(cy - height - 0.5));
  const last = Math.min(rows - 1, Math.floor(cy + height - 0.5));
  for (let row = first; row <= last; row++) {
    // A place (x, y) off the centre is s times the first axis and t times the second one, and inside where s² + t² ≤ 1:
    // a square equation in x for each row.
    const y = row + 0.5 - cy;
    const a = (by * by + ay * ay) / (area * area);
    const half = (-y * (by * bx + ay * ax)) / (area * area);
    const c = (y * y * (bx * bx + ax * ax)) / (area * area) - 1;
    const root = Math.sqrt(Math.max(0, half * half - a * c));
    const from = Math.max(0, Math.ceil(cx + (-half - root) / a - 0.5));
    const to = Math.min(columns, Math.floor(cx + (-half + root) / a - 0.5) + 1);
    if (half * half >= a * c && from < to) data.fill(value, row * columns + from, row * columns + to);
  }
}
