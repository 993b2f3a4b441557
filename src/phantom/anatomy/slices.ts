import { cosine, sine } from '../exact-math.ts';
import { scale } from './solid.ts';
import type { Point } from './solid.ts';

/**
 * Fine structures are poured out as grains of matter, which a film collects along its rays and a CT in
 * its voxels. Mass is volume in mm³ times density, where density is what the matter attenuates beyond
 * what it replaces, in units of soft tissue: about 1 for bone in soft tissue, −1 for air in soft tissue,
 * 0.75 for a vessel in lung. `spread` is the width in mm over which the grain may be smeared.
 */
export type Pour = (x: number, y: number, z: number, mass: number, spread: number) => void;

/** What a tube or bar is made of. */
export interface TubeMatter {
  readonly density: number;
  /** Thickness of a denser wall, mm, and its density. */
  readonly wall?: number;
  readonly wallDensity?: number;
}

/** A thin elliptic slice of a bar: unit vectors u and v span it, half axes and length in millimetres. */
interface Slice {
  readonly at: Point;
  readonly u: Point;
  readonly v: Point;
  readonly halfU: number;
  readonly halfV: number;
  /** How much of the bar's course it stands for. */
  readonly length: number;
}

/** Pours one slice of a bar. */
export type Slicer = (slice: Slice, matter: TubeMatter) => void;

/** The inside of a walled bone is smooth: its grains may be this much coarser. */
const COARSE = 3;

/** Divides slices into grains: a sunflower of them inside, a ring in the wall. */
export function createSlicer(pour: Pour, grain: number): Slicer {
  const sunflowers = createStore(sunflower);
  const rings = createStore(ring);
  let slices = 0;
  return ({ at, u, v, halfU, halfV, length }, matter) => {
    // Each slice is turned against the one before, or the grains would show as moiré.
    slices++;
    const turn = slices * GOLDEN_ANGLE;
    const wall = Math.min(matter.wall ?? 0, halfU, halfV);
    const [innerU, innerV] = [halfU - wall, halfV - wall];
    if (innerU > 0 && innerV > 0 && matter.density !== 0) {
      const size = Math.max(grain * (wall > 0 ? COARSE : 1), Math.min(innerU, innerV) / 2.5);
      const inside = sunflowers((Math.PI * innerU * innerV) / (size * size));
      const mass = Math.PI * innerU * innerV * length * matter.density;
      scatter(
        pour,
        inside,
        at,
        scale(u, innerU),
        scale(v, innerV),
        turn,
        mass,
        Math.min(size, innerU, innerV),
      );
    }
    if (wall > 0) {
      const [middleU, middleV] = [halfU - wall / 2, halfV - wall / 2];
      const edge = rings((Math.PI * (middleU + middleV)) / (1.2 * grain));
      const mass = Math.PI * (halfU * halfV - innerU * innerV) * length * (matter.wallDensity ?? 0);
      scatter(pour, edge, at, scale(u, middleU), scale(v, middleV), turn, mass, wall * 0.7);
    }
  };
}

/** Pours grains, together `mass`, over the ellipse spanned by u and v. */
function scatter(
  pour: Pour,
  { a, b }: Spread,
  at: Point,
  u: Point,
  v: Point,
  turn: number,
  mass: number,
  size: number,
): void {
  const c = cosine(turn);
  const s = sine(turn);
  const share = mass / a.length;
  for (let n = 0; n < a.length; n++) {
    const p = a[n]! * c - b[n]! * s;
    const q = a[n]! * s + b[n]! * c;
    pour(at[0] + u[0] * p + v[0] * q, at[1] + u[1] * p + v[1] * q, at[2] + u[2] * p + v[2] * q, share, size);
  }
}

/** Offsets evenly spread over a unit disc (sunflower) or along its edge. */
interface Spread {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

const spreadOf = (count: number, radius: (n: number) => number, turn: number): Spread => ({
  a: Float64Array.from({ length: count }, (_, n) => radius(n) * cosine(n * turn)),
  b: Float64Array.from({ length: count }, (_, n) => radius(n) * sine(n * turn)),
});

const sunflower = (count: number): Spread =>
  spreadOf(count, (n) => Math.sqrt((n + 0.5) / count), GOLDEN_ANGLE);

const ring = (count: number): Spread => spreadOf(count, () => 1, (2 * Math.PI) / count);

/** Spreads by their number of grains, rounded up so that few have to be made. */
function createStore(make: (count: number) => Spread): (count: number) => Spread {
  const made = new Map<number, Spread>();
  return (wanted) => {
    let count = 1;
    while (count < wanted && count < MAX_GRAINS) count = Math.ceil(count * 1.15);
    const known = made.get(count);
    if (known) return known;
    const spread = make(count);
    made.set(count, spread);
    return spread;
  };
}

const MAX_GRAINS = 300;
