import { power } from '../exact-math.ts';
import type { Curve } from '../curve.ts';

/**
 * Smooth solids in patient space: LPS axes (x to the patient's left, y to the back, z to the head),
 * millimetres, origin in the midline at the height of the carina.
 */
export type Point = readonly [x: number, y: number, z: number];

/** Direction of the rays that a solid is cut by: across the body or front to back. */
export type RayAxis = 'x' | 'y';

/**
 * The cut of a solid at one height, seen along one axis: rays that lie between `centre - reach` and
 * `centre + reach` run through it, their middle on the line `middle + slope · (across - centre)`,
 * for `half` times the profile to either side.
 */
export interface Section {
  readonly centre: number;
  readonly reach: number;
  readonly middle: number;
  readonly slope: number;
  readonly half: number;
  readonly profile: Profile;
}

/** A convex body that can be cut at any height. */
export interface Solid {
  readonly bottom: number;
  readonly top: number;
  /** A point in the middle; films take its depth for the magnification of the whole solid. */
  readonly centre: Point;
  /** The cut at height z for rays along an axis; nothing where the solid is not. */
  section(axis: RayAxis, z: number): Section | undefined;
}

/** Half chord of a unit shape over the distance from its middle, both from 0 to 1. */
type Profile = Float64Array;

const PROFILE_STEPS = 1024;

/**
 * Profile of the superellipse |x|ⁿ + |y|ⁿ = 1. It is tabulated over the square root of the distance
 * from the edge, where its steep flank is nearly straight.
 */
export function superellipse(exponent: number): Profile {
  return Float64Array.from({ length: PROFILE_STEPS + 2 }, (_, n) => {
    const root = Math.min(1, n / PROFILE_STEPS);
    return power(1 - power(1 - root * root, exponent), 1 / exponent);
  });
}

const CIRCLE = superellipse(2);

/** Half the length of the ray at `across` inside a section; 0 where it misses. */
export function halfChord(section: Section, across: number): number {
  const offset = Math.abs(across - section.centre) / section.reach;
  if (offset >= 1) return 0;
  const at = Math.sqrt(1 - offset) * PROFILE_STEPS;
  const step = Math.floor(at);
  const low = section.profile[step]!;
  return section.half * (low + (section.profile[step + 1]! - low) * (at - step));
}

/** Edges of a cross-section over the height, and its outline. */
interface StackShape {
  readonly bottom: number;
  readonly top: number;
  /** Edges of the cross-section over the height z. */
  readonly left: Curve;
  readonly right: Curve;
  readonly front: Curve;
  readonly back: Curve;
  readonly profile?: Profile;
}

/** A solid given by the four edges of its cross-section over the height. */
export function stack(shape: StackShape): Solid {
  const { bottom, top, left, right, front, back, profile = CIRCLE } = shape;
  const section = (axis: RayAxis, z: number): Section | undefined => {
    if (z <= bottom || z >= top) return undefined;
    const centreX = (left(z) + right(z)) / 2;
    const centreY = (front(z) + back(z)) / 2;
    const halfX = (left(z) - right(z)) / 2;
    const halfY = (back(z) - front(z)) / 2;
    if (halfX <= 0 || halfY <= 0) return undefined;
    return axis === 'y'
      ? { centre: centreX, reach: halfX, middle: centreY, slope: 0, half: halfY, profile }
      : { centre: centreY, reach: halfY, middle: centreX, slope: 0, half: halfX, profile };
  };
  const z = (bottom + top) / 2;
  return { bottom, top, centre: [(left(z) + right(z)) / 2, (front(z) + back(z)) / 2, z], section };
}

/** Length of the half axes of an ellipsoid and the directions of the first two (unit vectors, perpendicular). */
interface EllipsoidShape {
  readonly centre: Point;
  readonly axes: Point;
  readonly first?: Point;
  readonly second?: Point;
}

/** An ellipsoid in any orientation; without directions its axes are those of the patient. */
export function ellipsoid(shape: EllipsoidShape): Solid {
  const { centre, axes, first = [1, 0, 0], second = [0, 1, 0] } = shape;
  const third = cross(first, second);
  const form = (row: number, column: number): number =>
    [first, second, third].reduce(
      (sum, direction, n) => sum + (direction[row]! * direction[column]!) / (axes[n]! * axes[n]!),
      0,
    );
  const [xx, yy, zz, xy, xz, yz] = [form(0, 0), form(1, 1), form(2, 2), form(0, 1), form(0, 2), form(1, 2)];
  // Height: the largest z with (p - c)' M (p - c) = 1 is the square root of the zz entry of the inverse of M.
  const flat = xx * yy - xy * xy;
  const determinant = xx * (yy * zz - yz * yz) - xy * (xy * zz - yz * xz) + xz * (xy * yz - yy * xz);
  const height = Math.sqrt(flat / determinant);
  const section = (axis: RayAxis, z: number): Section | undefined => {
    const w = z - centre[2];
    if (Math.abs(w) >= height) return undefined;
    // At one height the form is an ellipse around a centre that moves with the tilt.
    const shiftX = (xy * yz - yy * xz) * (w / flat);
    const shiftY = (xy * xz - xx * yz) * (w / flat);
    const left = 1 - (w * w) / (height * height);
    const along = axis === 'y' ? yy : xx;
    const reach = Math.sqrt((left * along) / flat);
    return {
      centre: axis === 'y' ? centre[0] + shiftX : centre[1] + shiftY,
      reach,
      middle: axis === 'y' ? centre[1] + shiftY : centre[0] + shiftX,
      slope: -xy / along,
      half: Math.sqrt(left / along),
      profile: CIRCLE,
    };
  };
  return { bottom: centre[2] - height, top: centre[2] + height, centre, section };
}

/** Whether a point lies inside a solid. */
export function inSolid(solid: Solid, [x, y, z]: Point): boolean {
  const section = solid.section('y', z);
  if (!section) return false;
  const middle = section.middle + section.slope * (x - section.centre);
  return Math.abs(y - middle) < halfChord(section, x);
}

/** An upright ellipsoid given in the measures of the average chest, scaled to a person. */
export function scaledEllipsoid(
  person: { readonly width: number; readonly depth: number; readonly height: number },
  centre: Point,
  axes: Point,
): Solid {
  const scaled = ([x, y, z]: Point): Point => [x * person.width, y * person.depth, z * person.height];
  return ellipsoid({ centre: scaled(centre), axes: scaled(axes) });
}

/** a + factor · b */
export const add = (a: Point, b: Point, factor = 1): Point => [
  a[0] + b[0] * factor,
  a[1] + b[1] * factor,
  a[2] + b[2] * factor,
];
/** a − b */
export const subtract = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
/** factor · a */
export const scale = (a: Point, factor: number): Point => [a[0] * factor, a[1] * factor, a[2] * factor];
/** Scalar product. */
export const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
/** Vector product. */
export const cross = (a: Point, b: Point): Point => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
/** Euclidean length. */
export const length = (a: Point): number => Math.sqrt(dot(a, a));
/** The same direction with length 1. */
export const unit = (a: Point): Point => scale(a, 1 / Math.max(1e-9, length(a)));
