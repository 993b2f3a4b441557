import { smoothCurve } from '../curve.ts';
import type { Curve } from '../curve.ts';
import type { Habitus } from './habitus.ts';
import { halfChord, stack, superellipse } from './solid.ts';
import type { Point, RayAxis, Solid } from './solid.ts';

/** Side of the patient. */
export type Side = 'right' | 'left';

/** −1 for the patient's right, 1 for the left: the sign of x. */
export const signOf = (side: Side): 1 | -1 => (side === 'left' ? 1 : -1);

/** One dome of the diaphragm: elliptic arcs that fall from the top to the sides, the front and the back. */
interface Dome {
  readonly top: number;
  readonly x: number;
  readonly y: number;
  /** Reach of the arcs and how far each falls. */
  readonly lateral: number;
  readonly medial: number;
  readonly front: number;
  readonly back: number;
  readonly fallSide: number;
  readonly fallDepth: number;
}

/** Pleural fluid: below `level` everything, and a film along the wall that climbs `rise` higher. */
export interface Fluid {
  readonly level: number;
  readonly rise: number;
}

/** One lung: a pleural space, cut off by the diaphragm, partly filled with fluid. */
export interface Lung {
  readonly side: Side;
  /** The pleural space down to the deepest recess; the dome is cut off by {@link domeChord}. */
  readonly space: Solid;
  readonly dome: Dome;
  readonly fluid?: Fluid;
}

/** Inner outline of the chest cage over the height, shared by lungs, ribs and soft tissue. */
export interface Cage {
  readonly halfWidth: Curve;
  readonly front: Curve;
  readonly back: Curve;
}

const OUTER: readonly (readonly [number, number])[] = [
  [-205, 128],
  [-160, 134],
  [-125, 135],
  [-90, 133],
  [-60, 130],
  [-30, 125],
  [0, 117],
  [20, 111],
  [40, 103],
  [60, 93],
  [74, 83],
  [86, 74],
  [95, 68],
  [104, 62],
];
const INNER: readonly (readonly [number, number])[] = [
  [-205, 8],
  [40, 7],
  [60, 9],
  [78, 13],
  [90, 18],
  [104, 26],
];
const FRONT: readonly (readonly [number, number])[] = [
  [-205, -94],
  [-120, -97],
  [-90, -95],
  [-60, -91],
  [-30, -84],
  [0, -73],
  [20, -64],
  [40, -52],
  [60, -36],
  [80, -15],
  [92, -2],
  [102, 9],
];
const BACK: readonly (readonly [number, number])[] = [
  [-205, 80],
  [-150, 87],
  [-120, 91],
  [-60, 92],
  [-30, 89],
  [0, 84],
  [20, 79],
  [40, 72],
  [60, 62],
  [80, 48],
  [92, 38],
  [102, 29],
];

const LUNG_PROFILE = superellipse(2.35);
const APEX = 103.5;
/** Height of the round cap at the apex. */
const CAP = 20;
const DEEPEST = -205;

/** The inner outline of the cage of a person. */
export function createCage(habitus: Habitus): Cage {
  const { width, depth, height, kyphosis } = habitus;
  const bow = smoothCurve([
    [-150, 0],
    [-20, kyphosis],
    [80, 0],
  ]);
  const over = (knots: readonly (readonly [number, number])[], factor: number): Curve =>
    smoothCurve(knots.map(([z, value]) => [z * height, value * factor] as const));
  const back = over(BACK, depth);
  return {
    halfWidth: over(OUTER, width),
    front: over(FRONT, depth),
    back: (z) => back(z) + bow(z / height),
  };
}

/** The lung of one side inside a cage. */
export function createLung(side: Side, habitus: Habitus, cage: Cage, fluid?: Fluid): Lung {
  const { width, depth, height } = habitus;
  const inner = smoothCurve(INNER.map(([z, x]) => [z * height, x * width] as const));
  const top = APEX * height;
  /** Outer (1) or inner (−1) edge, drawn together to a round cap at the apex. */
  const edge = (z: number, which: 1 | -1): number => {
    const t = Math.min(1, Math.max(0, (top - z) / CAP));
    const half = ((cage.halfWidth(z) - inner(z)) / 2) * Math.sqrt(t * (2 - t));
    return (cage.halfWidth(z) + inner(z)) / 2 + which * half;
  };
  const space = stack({
    bottom: DEEPEST * height,
    top,
    left: side === 'left' ? (z) => edge(z, 1) : (z) => -edge(z, -1),
    right: side === 'left' ? (z) => edge(z, -1) : (z) => -edge(z, 1),
    front: cage.front,
    back: cage.back,
    profile: LUNG_PROFILE,
  });
  const lift = side === 'right' ? habitus.rightDome : habitus.leftDome - 12;
  const dome: Dome = {
    top: (-114 - habitus.inspiration + lift) * height,
    x: signOf(side) * (side === 'right' ? 56 : 66) * width,
    y: -22 * depth,
    lateral: 86 * width,
    medial: 96 * width,
    front: 96 * depth,
    back: 122 * depth,
    fallSide: 66 * height,
    fallDepth: 118 * height,
  };
  return fluid ? { side, space, dome, fluid } : { side, space, dome };
}

const arc = (t: number): number => (t >= 1 ? 1 : 1 - Math.sqrt(1 - t * t));
const arcInverse = (fall: number): number => (fall >= 1 ? 1 : Math.sqrt(1 - (1 - fall) * (1 - fall)));

/** Height of the dome above a point of the body's ground plane. */
export function domeHeight(dome: Dome, x: number, y: number): number {
  const outwards = Math.abs(x) > Math.abs(dome.x);
  const side = arc(Math.abs(x - dome.x) / (outwards ? dome.lateral : dome.medial));
  const depth = arc(Math.abs(y - dome.y) / (y < dome.y ? dome.front : dome.back));
  return dome.top - side * dome.fallSide - depth * dome.fallDepth;
}

/** Where a ray at height z runs below the dome: its near and far end along the axis; nothing when it stays above. */
export function domeChord(
  dome: Dome,
  axis: RayAxis,
  across: number,
  z: number,
): readonly [number, number] | undefined {
  if (z >= dome.top) return undefined;
  if (axis === 'y') {
    const offset = across - dome.x;
    const outwards = offset * dome.x > 0;
    const fall = arc(Math.abs(offset) / (outwards ? dome.lateral : dome.medial)) * dome.fallSide;
    const rest = (dome.top - fall - z) / dome.fallDepth;
    if (rest <= 0) return undefined;
    const t = arcInverse(rest);
    return [dome.y - dome.front * t, dome.y + dome.back * t];
  }
  const offset = across - dome.y;
  const fall = arc(Math.abs(offset) / (offset < 0 ? dome.front : dome.back)) * dome.fallDepth;
  const rest = (dome.top - fall - z) / dome.fallSide;
  if (rest <= 0) return undefined;
  const t = arcInverse(rest);
  const [right, left] = dome.x > 0 ? [dome.medial, dome.lateral] : [dome.lateral, dome.medial];
  return [dome.x - right * t, dome.x + left * t];
}

/** How much of the width of the pleural space stays dry at height z: 1 without fluid, 0 when full. */
export function dryPart(fluid: Fluid | undefined, z: number): number {
  if (!fluid || z >= fluid.level + fluid.rise) return 1;
  if (z <= fluid.level) return 0;
  // The film thins towards its top: a parabola gives the meniscus of an erect film.
  return Math.sqrt((z - fluid.level) / fluid.rise);
}

/** Whether a point lies in aerated lung, at a distance from the pleura given as a part of the half width. */
export function inLung(lung: Lung, point: Point, margin = 0): boolean {
  const [x, y, z] = point;
  const section = lung.space.section('y', z);
  if (!section || z <= domeHeight(lung.dome, x, y) + margin * 60) return false;
  const dry = dryPart(lung.fluid, z) * (1 - margin);
  if (dry <= 0) return false;
  const across = section.centre + (x - section.centre) / dry;
  return Math.abs(y - section.middle) < halfChord(section, across) * dry;
}
