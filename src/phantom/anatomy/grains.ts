import { smoothCurve } from '../curve.ts';
import type { Curve } from '../curve.ts';
import { createSlicer } from './slices.ts';
import type { Pour, Slicer, TubeMatter } from './slices.ts';
import { add, cross, length, scale, subtract, unit } from './solid.ts';
import type { Point } from './solid.ts';

/** A point of a tube's course with its radius there. */
export interface TubeNode {
  readonly at: Point;
  readonly radius: number;
}

/** Pours tubes, bars and single grains. */
export interface Pourer {
  tube(nodes: readonly TubeNode[], matter: TubeMatter): void;
  /** A flat bar along a course: `wide` along `broad` (a unit vector per node), `thick` across it. */
  bar(nodes: readonly BarNode[], matter: TubeMatter): void;
  /** A single grain. */
  grainAt(at: Point, mass: number, spread: number): void;
}

/** A point of a bar's course. */
export interface BarNode {
  readonly at: Point;
  readonly broad: Point;
  readonly wide: number;
  readonly thick: number;
}

/** A pourer whose finest grains are `grain` mm wide. */
export function createPourer(pour: Pour, grain: number): Pourer {
  const slice = createSlicer(pour, grain);
  const bar = (nodes: readonly BarNode[], matter: TubeMatter): void => {
    for (let n = 0; n + 1 < nodes.length; n++) pourPiece(slice, grain, nodes[n]!, nodes[n + 1]!, matter);
  };
  const tube = (nodes: readonly TubeNode[], matter: TubeMatter): void => {
    const bars = nodes.map(({ at, radius }, n): BarNode => {
      const before = nodes[Math.max(0, n - 1)]!;
      const after = nodes[Math.min(nodes.length - 1, n + 1)]!;
      return { at, broad: acrossOf(subtract(after.at, before.at)), wide: 2 * radius, thick: 2 * radius };
    });
    bar(bars, matter);
  };
  return { tube, bar, grainAt: ([x, y, z], mass, spread) => pour(x, y, z, mass, spread) };
}

/** Pours the straight piece of a bar between two nodes, slice by slice. */
function pourPiece(slice: Slicer, grain: number, from: BarNode, to: BarNode, matter: TubeMatter): void {
  const course = subtract(to.at, from.at);
  const reach = length(course);
  const thin = Math.min(from.wide, from.thick, to.wide, to.thick);
  const steps = Math.max(1, Math.ceil(reach / Math.max(grain, Math.min(0.8, thin / 8))));
  const along = unit(course);
  for (let step = 0; step < steps; step++) {
    const t = (step + 0.5) / steps;
    const broad = unit(add(scale(from.broad, 1 - t), to.broad, t));
    slice(
      {
        at: add(from.at, course, t),
        u: broad,
        v: unit(cross(along, broad)),
        halfU: (from.wide + (to.wide - from.wide) * t) / 2,
        halfV: (from.thick + (to.thick - from.thick) * t) / 2,
        length: reach / steps,
      },
      matter,
    );
  }
}

/** Cuts each piece of a course into several along a smooth curve. */
export function refine(nodes: readonly TubeNode[], pieces: number): TubeNode[] {
  const curve = (value: (node: TubeNode) => number): Curve =>
    smoothCurve(nodes.map((node, n) => [n, value(node)] as const));
  const x = curve((node) => node.at[0]);
  const y = curve((node) => node.at[1]);
  const z = curve((node) => node.at[2]);
  const radius = curve((node) => node.radius);
  return Array.from({ length: (nodes.length - 1) * pieces + 1 }, (_, n) => ({
    at: [x(n / pieces), y(n / pieces), z(n / pieces)],
    radius: radius(n / pieces),
  }));
}

/** A unit vector perpendicular to a direction. */
function acrossOf(direction: Point): Point {
  const [x, y, z] = direction;
  const upright = Math.abs(z) > Math.abs(x) && Math.abs(z) > Math.abs(y);
  return unit(cross(direction, upright ? [1, 0, 0] : [0, 0, 1]));
}
