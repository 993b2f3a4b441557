import { smoothCurve, smoothStep } from '../curve.ts';
import type { Curve, Knot } from '../curve.ts';
import type { Habitus } from './habitus.ts';
import { scaledEllipsoid, stack, superellipse } from './solid.ts';
import type { Solid } from './solid.ts';

const HEART_PROFILE = superellipse(2.2);
const SPINE_PROFILE = superellipse(2.5);

/** Borders of the middle shadow of an average man over the height: what a frontal and a lateral film outline. */
const LEFT_BORDER: readonly Knot[] = [
  [-175, 40],
  [-150, 50],
  [-132, 66],
  [-119, 79],
  [-109, 85],
  [-98, 86],
  [-85, 82],
  [-70, 74],
  [-55, 64],
  [-40, 54.5],
  [-25, 47],
  [-12, 42],
  [0, 36],
  [12, 31],
  [38, 26],
  [70, 26],
  [95, 32],
  [120, 36],
  [185, 40],
];
const RIGHT_BORDER: readonly Knot[] = [
  [-175, -26],
  [-130, -29],
  [-115, -35],
  [-100, -41],
  [-80, -44],
  [-60, -42.5],
  [-40, -37],
  [-25, -32],
  [-8, -30],
  [20, -30],
  [50, -28],
  [72, -27],
  [95, -31],
  [120, -36],
  [185, -40],
];
const FRONT_BORDER: readonly Knot[] = [
  [-175, -90],
  [-100, -93],
  [-80, -88],
  [-60, -80],
  [-40, -68],
  [-20, -53],
  [0, -40],
  [30, -30],
  [60, -22],
  [100, -16],
  [185, -30],
];
const BACK_BORDER: readonly Knot[] = [
  [-175, 20],
  [-120, 16],
  [-100, 22],
  [-80, 29],
  [-60, 35],
  [-40, 39],
  [-20, 38],
  [20, 40],
  [60, 48],
  [100, 48],
  [185, 40],
];

/** Heights between which the borders are those of the heart and swell with it. */
const HEART_FROM = -5;
const HEART_FULL = -45;

/** What lies between the lungs and displaces them. */
export interface Mediastinum {
  /** The middle shadow as a whole, from the neck to the diaphragm. */
  readonly heart: Solid;
  /** Vessels that stand out from it, and whatever else does. */
  readonly vessels: readonly Solid[];
  /** The tissue around the spine. */
  readonly paraspinal: Solid;
  /** All of them. */
  readonly all: readonly Solid[];
}

/** The mediastinum of a person, with whatever else enlarges it. */
export function createMediastinum(
  habitus: Habitus,
  spineX: Curve,
  spineY: Curve,
  others: readonly Solid[],
): Mediastinum {
  const heart = createHeart(habitus);
  const vessels = [...createVessels(habitus, spineY), ...others];
  const paraspinal = createParaspinal(habitus, spineX, spineY);
  return { heart, vessels, paraspinal, all: [heart, ...vessels, paraspinal] };
}

/** A shallow breath pushes the heart up and makes it lie flatter. */
const liftOf = ({ inspiration }: Habitus): number => -0.4 * inspiration;

function createHeart(habitus: Habitus): Solid {
  const { width, depth, height, heart } = habitus;
  const lift = liftOf(habitus);
  const border = (knots: readonly Knot[], factor: number, swell: number): Curve => {
    const curve = smoothCurve(knots);
    return (z) => {
      const own = z / height;
      const share = smoothStep(HEART_FROM, HEART_FULL, own);
      return curve(own - lift * share) * factor * (1 + swell * (heart - 1) * share);
    };
  };
  return stack({
    bottom: -175 * height,
    top: 185 * height,
    left: border(LEFT_BORDER, width, 1.15),
    right: border(RIGHT_BORDER, width, 0.9),
    front: border(FRONT_BORDER, depth, 0.1),
    back: border(BACK_BORDER, depth, 0.8),
    profile: HEART_PROFILE,
  });
}

/** Arch, ascending and descending aorta, and the vena cava in the angle above the diaphragm. */
function createVessels(habitus: Habitus, spineY: Curve): Solid[] {
  const { width, height, depth, aorta } = habitus;
  const knob = 13 + 3.4 * aorta;
  const descending = smoothCurve(
    (
      [
        [-230, 6],
        [-150, 10 + 4 * aorta],
        [-70, 17 + 7 * aorta],
        [10, 23 + 4 * aorta],
        [30, 22],
      ] as const
    ).map(([z, x]) => [z * height, x * width] as const),
  );
  const radius = 12 + 1.5 * aorta;
  return [
    scaledEllipsoid(habitus, [20 + 3 * aorta, 14, 19 + 4 * aorta], [knob + aorta, 34, knob + 2 + 2 * aorta]),
    scaledEllipsoid(habitus, [-12 - 3 * aorta, -14, 2], [18 + 2 * aorta, 26, 52]),
    stack({
      bottom: -230 * height,
      top: 20 * height,
      left: (z) => descending(z) + radius,
      right: (z) => descending(z) - radius,
      front: (z) => spineY(z) - 24 * depth - radius,
      back: (z) => spineY(z) - 24 * depth + radius,
    }),
    scaledEllipsoid(habitus, [-27, -4, -114 + liftOf(habitus)], [15, 16, 26]),
  ];
}

const createParaspinal = ({ width, height }: Habitus, spineX: Curve, spineY: Curve): Solid =>
  stack({
    bottom: -240 * height,
    top: 185 * height,
    left: (z) => spineX(z) + 21 * width,
    right: (z) => spineX(z) - 21 * width,
    front: (z) => spineY(z) - 20,
    back: (z) => spineY(z) + 42,
    profile: SPINE_PROFILE,
  });
