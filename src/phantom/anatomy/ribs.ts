import { smoothCurve } from '../curve.ts';
import { CORTEX, MARROW } from './bone.ts';
import type { BarNode, Pourer } from './grains.ts';
import { cross, subtract, unit } from './solid.ts';
import type { Point } from './solid.ts';
import { FIRST_THORACIC, VERTEBRAE } from './spine.ts';
import type { Thorax } from './thorax.ts';

/** How a rib runs: normalised half width and depth (0 front, 1 back) and the part of its fall, over its length. */
const RIB_X = smoothCurve([
  [0, 0.13],
  [0.06, 0.24],
  [0.14, 0.42],
  [0.25, 0.68],
  [0.36, 0.89],
  [0.47, 0.99],
  [0.56, 1.005],
  [0.66, 0.96],
  [0.78, 0.82],
  [0.9, 0.62],
  [1, 0.44],
]);
const RIB_Y = smoothCurve([
  [0, 0.83],
  [0.06, 0.93],
  [0.14, 1.0],
  [0.25, 0.98],
  [0.36, 0.84],
  [0.47, 0.64],
  [0.56, 0.46],
  [0.66, 0.28],
  [0.78, 0.11],
  [0.9, 0.02],
  [1, 0],
]);
const RIB_FALL = smoothCurve([
  [0, 0],
  [0.07, -0.035],
  [0.16, -0.01],
  [0.28, 0.1],
  [0.38, 0.22],
  [0.47, 0.38],
  [0.56, 0.56],
  [0.66, 0.73],
  [0.8, 0.88],
  [1, 1],
]);
const FALL: readonly number[] = [30, 52, 72, 88, 98, 106, 110, 112, 108, 98, 66, 44];
const END: readonly number[] = [0.86, 1, 1, 1, 1, 1, 1, 0.95, 0.9, 0.82, 0.58, 0.36];
const RIB_STEPS = 44;

/** Course of one rib (1 to 12) from its head to the cartilage; side 1 is the patient's left. */
export function ribCourse(thorax: Thorax, side: 1 | -1, rib: number): BarNode[] {
  const { cage, habitus, spineX, spineY } = thorax;
  const start = (VERTEBRAE[rib + FIRST_THORACIC - 1]! + 7) * habitus.height;
  const end = END[rib - 1]!;
  const at = (t: number): Point => {
    const z = start - FALL[rib - 1]! * RIB_FALL(t) * habitus.height;
    const inside = Math.min(z, 88 * habitus.height);
    const front = cage.front(inside) - 3;
    const back = cage.back(inside) + 3;
    const head = t < 0.1 ? 1 - t / 0.1 : 0;
    const y = front + (back - front) * RIB_Y(t);
    return [
      side * (RIB_X(t) * (cage.halfWidth(inside) + 3)) + head * spineX(z),
      y + head * (spineY(start) + 12 - y) * 0.7,
      z,
    ];
  };
  const points = Array.from({ length: RIB_STEPS + 1 }, (_, n) => at((n / RIB_STEPS) * end));
  return points.map((point, n) => {
    const course = unit(subtract(points[Math.min(RIB_STEPS, n + 1)]!, points[Math.max(0, n - 1)]!));
    const outwards = unit([point[0] / cage.halfWidth(0), (point[1] - 5) / 90, 0.08]);
    const t = (n / RIB_STEPS) * end;
    // The first rib lies flat, the others on edge; all are thicker behind and broader in front.
    const broad = rib === 1 ? unit(cross([0, 0, 1], course)) : unit(cross(course, outwards));
    const taper = n < 3 ? 0.7 + 0.1 * n : n > RIB_STEPS - 3 ? 0.85 : 1;
    return {
      at: point,
      broad,
      wide: (rib === 1 ? 13 : rib > 10 ? 9 : 11.5 + 3.5 * t) * taper,
      thick: (7.6 - 1.6 * t) * taper,
    };
  });
}

/** Pours both sides of the twelve ribs. */
export function pourRibs(pourer: Pourer, thorax: Thorax): void {
  const bone = thorax.habitus.bone;
  for (let rib = 1; rib <= 12; rib++)
    for (const side of [1, -1] as const)
      pourer.bar(ribCourse(thorax, side, rib), {
        density: MARROW * bone,
        wall: 1.1,
        wallDensity: CORTEX * bone,
      });
}

/** Pours the breast bone. */
export function pourSternum(pourer: Pourer, thorax: Thorax): void {
  const { width, height, bone } = thorax.habitus;
  const front = thorax.cage.front;
  const outline: readonly (readonly [number, number])[] = [
    [52, 46],
    [44, 52],
    [30, 40],
    [14, 26],
    [-10, 28],
    [-40, 33],
    [-70, 36],
    [-88, 26],
    [-104, 12],
  ];
  const nodes = outline.map(([z, wide]): BarNode => ({
    at: [0, front(z * height) - 5, z * height],
    broad: [1, 0, 0],
    wide: wide * width,
    thick: 10,
  }));
  pourer.bar(nodes, { density: 0.2 * bone, wall: 1, wallDensity: 0.9 * bone });
}
