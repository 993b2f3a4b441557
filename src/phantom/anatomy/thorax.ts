import { smoothCurve } from '../curve.ts';
import type { Curve } from '../curve.ts';
import type { Habitus } from './habitus.ts';
import { createCage, createLung } from './lung.ts';
import type { Cage, Fluid, Lung } from './lung.ts';
import { scaledEllipsoid } from './solid.ts';
import type { Solid } from './solid.ts';
import { createMediastinum } from './heart.ts';
import type { Mediastinum } from './heart.ts';
import { createBody } from './trunk.ts';

/** The big organs of one chest: everything that is smooth enough to be a solid. */
export interface Thorax {
  readonly habitus: Habitus;
  readonly cage: Cage;
  readonly spineX: Curve;
  /** Depth of the middle of the vertebral bodies. */
  readonly spineY: Curve;
  readonly lungs: { readonly right: Lung; readonly left: Lung };
  readonly mediastinum: Mediastinum;
  /** Trunk, neck, breasts and arms: with the arms down, and with them raised for a lateral film. */
  readonly body: { readonly down: readonly Solid[]; readonly raised: readonly Solid[] };
  /** Gas in stomach and bowel; each bubble ends at the fluid below it. */
  readonly gas: readonly { readonly solid: Solid; readonly floor: number }[];
}

/** What may fill a chest besides its organs. */
interface ThoraxOptions {
  readonly rightFluid?: Fluid;
  readonly leftFluid?: Fluid;
  /** Stomach above the diaphragm, behind the heart. */
  readonly hiatalHernia?: boolean;
}

/** The big organs of a person. */
export function createThorax(habitus: Habitus, options: ThoraxOptions = {}): Thorax {
  const cage = createCage(habitus);
  const { spineX, spineY } = createSpine(habitus);
  return {
    habitus,
    cage,
    spineX,
    spineY,
    lungs: {
      right: createLung('right', habitus, cage, options.rightFluid),
      left: createLung('left', habitus, cage, options.leftFluid),
    },
    mediastinum: createMediastinum(habitus, spineX, spineY, [
      ...(habitus.goiter ? [scaledEllipsoid(habitus, [-12, 4, 92], [42, 28, 34])] : []),
      ...(options.hiatalHernia ? [scaledEllipsoid(habitus, [10, 22, -96], [36, 26, 30])] : []),
    ]),
    body: { down: createBody(habitus, cage, false), raised: createBody(habitus, cage, true) },
    gas: createGas(habitus, options.hiatalHernia ?? false),
  };
}

function createSpine(habitus: Habitus): { spineX: Curve; spineY: Curve } {
  const { height, depth, scoliosis, kyphosis } = habitus;
  return {
    spineX: smoothCurve([
      [-220 * height, -0.3 * scoliosis],
      [-110 * height, 0.2 * scoliosis],
      [-20 * height, scoliosis],
      [80 * height, 0],
      [170 * height, -0.3 * scoliosis],
    ]),
    spineY: smoothCurve([
      [-260 * height, 40 * depth],
      [-200 * height, 50 * depth],
      [-120 * height, 60 * depth + 0.4 * kyphosis],
      [-40 * height, 64 * depth + kyphosis],
      [30 * height, 55 * depth + kyphosis],
      [90 * height, 36 * depth],
      [140 * height, 22 * depth],
      [190 * height, 20 * depth],
    ]),
  };
}

function createGas(habitus: Habitus, hernia: boolean): Thorax['gas'] {
  const { height, inspiration, leftDome } = habitus;
  const under = (-126 - inspiration + leftDome) * height;
  const bubble = scaledEllipsoid(habitus, [50, 4, under / height - 25], [33, 14, 18]);
  const bowel = [
    scaledEllipsoid(habitus, [90, -12, under / height - 36], [17, 5, 11]),
    scaledEllipsoid(habitus, [104, -16, under / height - 54], [13, 5, 16]),
  ];
  return [
    { solid: bubble, floor: under - 33 * height },
    ...bowel.map((solid) => ({ solid, floor: solid.bottom })),
    ...(hernia
      ? [{ solid: scaledEllipsoid(habitus, [10, 22, -90], [27, 20, 20]), floor: -98 * height }]
      : []),
  ];
}
