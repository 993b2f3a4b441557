import type { Random } from '../random.ts';
import { cosine, sine } from '../exact-math.ts';
import { createPourer } from './grains.ts';
import type { Pourer } from './grains.ts';
import type { Pour } from './slices.ts';
import { domeHeight, inLung, signOf } from './lung.ts';
import type { Lung } from './lung.ts';
import type { CloudShadow, Place, PlateShadow, ReticleShadow } from './shadows.ts';
import { add } from './solid.ts';
import type { Point } from './solid.ts';

/** What air loses when soft tissue takes its place, in units of soft tissue: the density of a full grain in lung. */
export const AIR_SPACE = 0.76;

/** Opacities of the lung as grains, kept so that films, masks and CTs pour the very same. */
export interface Cloud {
  readonly label: string;
  readonly density: number;
  readonly centre: Point;
  readonly size: readonly [number, number, number];
  readonly bronchogram: boolean;
  /** Five numbers per grain: x, y, z, mass, spread. */
  readonly grains: Float64Array;
}

/** The point of a lung that a place names. */
export function placeIn(lung: Lung, [out, down, back]: Place): Point {
  const apex = lung.space.top - 4;
  let z = apex + down * (lung.dome.top - apex);
  let point: Point = [lung.dome.x, lung.dome.y, z];
  // The floor depends on the point, the point on the height: a few rounds settle it.
  for (let round = 0; round < 4; round++) {
    const section = lung.space.section('y', z);
    if (!section) return point;
    const inner = section.centre - signOf(lung.side) * section.reach;
    const x = inner + signOf(lung.side) * 2 * section.reach * out;
    const y = section.middle + section.half * (2 * back - 1) * 0.9;
    point = [x, y, z];
    z = apex + down * (Math.min(apex - 20, domeHeight(lung.dome, x, y)) - apex);
  }
  return point;
}

const MAX_TRIES = 12;

/** Scatters the grains of an opacity over aerated lung. */
export function createCloud(random: Random, lung: Lung, shadow: CloudShadow): Cloud {
  const { size, density, label, round = false, peripheral = false, bronchogram = false } = shadow;
  const centre = placeIn(lung, shadow.place);
  const volume = (4 / 3) * Math.PI * size[0] * size[1] * size[2];
  const count = Math.round(Math.min(4200, Math.max(260, volume / 28)));
  const draw = round ? drawInBall(random, centre, size) : drawInLobules(random, centre, size);
  const grains = new Float64Array(count * 5);
  let used = 0;
  let weight = 0;
  for (let tries = 0; used < count && tries < count * MAX_TRIES; tries++) {
    const point = draw();
    if (!inLung(lung, point) || (peripheral && inLung(lung, point, random.between(0.22, 0.6)))) continue;
    // Wide grains carry the haze, narrow ones its mottle; together they stay smooth.
    const spread = round
      ? Math.min(5, size[0] / 3.5)
      : random.chance(0.7)
        ? random.between(7, 12)
        : random.between(3, 5);
    const mass = spread * spread * random.between(0.6, 1.4);
    weight += mass;
    grains.set([...point, mass, spread], 5 * used++);
  }
  // A band along the pleura is thinner than the ellipsoid it is drawn from.
  const filled = grains.slice(0, 5 * used);
  const total = (density * AIR_SPACE * volume * used) / (count * (peripheral ? 1.5 : 1));
  for (let n = 3; n < filled.length; n += 5) filled[n]! *= total / weight;
  return { label, density, centre, size, bronchogram, grains: filled };
}

function drawInBall(random: Random, centre: Point, size: readonly number[]): () => Point {
  const axis = (): number => random.between(-1, 1);
  return () => {
    let [a, b, c] = [axis(), axis(), axis()];
    while (a * a + b * b + c * c > 1) [a, b, c] = [axis(), axis(), axis()];
    return add(centre, [a * size[0]!, b * size[1]!, c * size[2]!]);
  };
}

/** Points around the centres of some lobules of uneven weight, which makes an opacity patchy. */
function drawInLobules(random: Random, centre: Point, size: readonly [number, number, number]): () => Point {
  const inBall = drawInBall(random, centre, [size[0] * 0.72, size[1] * 0.72, size[2] * 0.72]);
  const lobules = Array.from({ length: 9 }, () => ({ at: inBall(), width: random.between(0.2, 0.42) }));
  const main = { at: centre, width: 0.45 };
  return () => {
    const { at, width } = random.chance(0.35) ? main : random.pick(lobules);
    return add(at, [
      size[0] * width * random.normal(),
      size[1] * width * random.normal(),
      size[2] * width * random.normal(),
    ]);
  };
}

/** Pours all grains of an opacity. */
export function pourCloud(pour: Pour, { grains }: Cloud): void {
  for (let n = 0; n < grains.length; n += 5)
    pour(grains[n]!, grains[n + 1]!, grains[n + 2]!, grains[n + 3]!, grains[n + 4]!);
}

/** How much of the air at a point the clouds have taken, 0 to 1. */
export function cloudiness(clouds: readonly Cloud[], [x, y, z]: Point): number {
  let most = 0;
  for (const { centre, size, density } of clouds) {
    const far =
      ((x - centre[0]) / size[0]) ** 2 + ((y - centre[1]) / size[1]) ** 2 + ((z - centre[2]) / size[2]) ** 2;
    if (far < 1.6) most = Math.max(most, density * Math.min(1, 1.6 - far));
  }
  return most;
}

/** Short crossing lines: thickened septa. */
export function pourReticle(pourer: Pourer, random: Random, lung: Lung, shadow: ReticleShadow): void {
  const draw = drawInBall(random, placeIn(lung, shadow.place), shadow.size);
  for (let line = 0; line < shadow.lines; line++) {
    const from = draw();
    const reach = random.between(5, 13);
    const to = add(from, [
      reach * random.normal() * 0.7,
      reach * random.normal() * 0.5,
      reach * random.normal() * 0.7,
    ]);
    if (!inLung(lung, from) || !inLung(lung, to)) continue;
    const radius = random.between(0.45, 0.85);
    pourer.tube(
      [
        { at: from, radius },
        { at: to, radius },
      ],
      { density: AIR_SPACE },
    );
  }
}

/** A plate runs front to back, so that a frontal film shows its edge. */
export function pourPlate(pourer: Pourer, lung: Lung, shadow: PlateShadow): void {
  const centre = placeIn(lung, shadow.place);
  const angle = (shadow.slope * Math.PI) / 180;
  const course: Point = [signOf(lung.side) * cosine(angle), 0, sine(angle)];
  const steps = 12;
  const nodes = Array.from({ length: steps + 1 }, (_, n) => {
    const t = n / steps - 0.5;
    const at = add(add(centre, course, t * shadow.length), [0, 0, 1], -6 * t * t);
    // Thinner towards its ends.
    const fade = 1 - 1.2 * Math.abs(t);
    return { at, broad: [0, 1, 0] as Point, wide: 26 * fade, thick: shadow.thickness * (0.5 + 0.5 * fade) };
  });
  pourer.bar(
    nodes.filter(({ at }) => inLung(lung, at)),
    { density: AIR_SPACE },
  );
}

/** A pourer that lets only a part of the mass through, told by the place. */
export function filtered(pour: Pour, grain: number, share: (point: Point) => number): Pourer {
  return createPourer((x, y, z, mass, spread) => {
    const part = share([x, y, z]);
    if (part !== 0) pour(x, y, z, mass * part, spread);
  }, grain);
}
