import { power } from '../exact-math.ts';
import type { Random } from '../random.ts';
import type { TubeNode } from './grains.ts';
import { add, cross, dot, length, scale, subtract, unit } from './solid.ts';
import type { Point } from './solid.ts';

/** A branching tree as unconnected pieces, thick ones first. */
export interface Tree {
  readonly pieces: readonly (readonly TubeNode[])[];
}

/**
 * A tree that fills a volume given by points: each branch grows part of the way towards the centre of
 * its points, and a plane along it divides them between two daughters
 * (after M. H. Tawhai et al., Ann Biomed Eng 28:793, 2000). Radii follow the number of points served.
 */
export function growTree(
  random: Random,
  root: Point,
  heading: Point,
  targets: readonly Point[],
  thickness: number,
): Tree {
  const pieces: TubeNode[][] = [];
  const points = Float64Array.from(targets.flat());
  const grow = (from: Point, direction: Point, start: number, end: number, parent: number): void => {
    const count = end - start;
    const centre = centroid(points, start, end);
    const last = count === 1;
    const goal = subtract(centre, from);
    const reach = length(goal) * (last ? 0.92 : 0.42);
    const radius = Math.min(parent, thickness * power(count, 0.4));
    // A branch leaves its parent in the parent's direction and bends towards its own.
    const half = add(from, unit(add(unit(goal), direction, 0.45)), reach * 0.5);
    const wobble = 0.07 * reach;
    const middle = add(half, [random.normal(), random.normal(), random.normal()], wobble);
    const tip = add(from, unit(add(unit(goal), direction, last ? 0 : 0.16)), reach);
    pieces.push([
      { at: from, radius: Math.min(parent, radius * 1.08) },
      { at: middle, radius },
      { at: tip, radius: last ? radius * 0.55 : radius * 0.94 },
    ]);
    if (last) return;
    const onwards = unit(subtract(tip, middle));
    const border = divide(points, start, end, centre, unit(goal), tip);
    grow(tip, onwards, start, border, radius);
    grow(tip, onwards, border, end, radius);
  };
  if (targets.length > 0) grow(root, unit(heading), 0, targets.length, 1e9);
  return { pieces };
}

function centroid(points: Float64Array, start: number, end: number): Point {
  let [x, y, z] = [0, 0, 0];
  for (let n = 3 * start; n < 3 * end; n += 3) {
    x += points[n]!;
    y += points[n + 1]!;
    z += points[n + 2]!;
  }
  return scale([x, y, z], 1 / (end - start));
}

/**
 * Sorts the points from start to end into those before and behind a plane that holds the branch and cuts
 * across their widest spread; returns where the second part begins. Neither part is empty.
 */
function divide(
  points: Float64Array,
  start: number,
  end: number,
  centre: Point,
  direction: Point,
  tip: Point,
): number {
  const [ax, ay, az] = widestSpread(points, start, end, centre, direction);
  const middle = 0.85 * dot(centre, [ax, ay, az]) + 0.15 * dot(tip, [ax, ay, az]);
  let border = start;
  for (let n = start; n < end; n++) {
    if (points[3 * n]! * ax + points[3 * n + 1]! * ay + points[3 * n + 2]! * az <= middle) continue;
    for (let k = 0; k < 3; k++) {
      const kept = points[3 * n + k]!;
      points[3 * n + k] = points[3 * border + k]!;
      points[3 * border + k] = kept;
    }
    border++;
  }
  return border === start || border === end ? (start + end) >> 1 : border;
}

/** Main direction of the spread across a direction, by three rounds of the power iteration. */
function widestSpread(
  points: Float64Array,
  start: number,
  end: number,
  centre: Point,
  direction: Point,
): Point {
  let widest = unit(cross(direction, Math.abs(direction[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0]));
  for (let round = 0; round < 3; round++) {
    let [x, y, z] = [0, 0, 0];
    for (let n = 3 * start; n < 3 * end; n += 3) {
      const px = points[n]! - centre[0];
      const py = points[n + 1]! - centre[1];
      const pz = points[n + 2]! - centre[2];
      const along = px * widest[0] + py * widest[1] + pz * widest[2];
      x += px * along;
      y += py * along;
      z += pz * along;
    }
    const sum: Point = [x, y, z];
    const flat = add(sum, direction, -dot(sum, direction));
    if (length(flat) > 1e-6) widest = unit(flat);
  }
  return widest;
}
