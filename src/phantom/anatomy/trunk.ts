import { smoothCurve, smoothStep } from '../curve.ts';
import type { Curve, Knot } from '../curve.ts';
import type { Habitus } from './habitus.ts';
import type { Cage } from './lung.ts';
import { ellipsoid, stack, superellipse, unit } from './solid.ts';
import type { Point, Solid } from './solid.ts';

const TRUNK_PROFILE = superellipse(2.5);

/** Soft tissue from the neck to the waist, arms included; the trunk itself first. */
export function createBody(habitus: Habitus, cage: Cage, raised: boolean): Solid[] {
  return [
    createTrunk(habitus, cage, raised ? SHOULDERS_RAISED : SHOULDERS),
    ...createBreasts(habitus),
    ...createArms(habitus, raised ? ARM_RAISED : ARM_DOWN),
  ];
}

/** Half width of shoulders and neck over the height, average man: arms down, and arms raised. */
const SHOULDERS: readonly Knot[] = [
  [10, 132],
  [40, 152],
  [62, 176],
  [85, 196],
  [100, 194],
  [112, 178],
  [122, 150],
  [132, 116],
  [143, 88],
  [156, 70],
  [172, 61],
  [195, 58],
  [250, 57],
];
const SHOULDERS_RAISED: readonly Knot[] = [
  [10, 132],
  [60, 128],
  [95, 112],
  [120, 88],
  [145, 66],
  [175, 58],
  [250, 57],
];

function createTrunk(habitus: Habitus, cage: Cage, shoulders: readonly Knot[]): Solid {
  const { width, height, fat, depth } = habitus;
  const wall = 12 + fat;
  // Below the armpits the trunk follows the cage; above, shoulders and neck have an outline of their own.
  const lowest = -110 * height;
  const upper = smoothCurve(shoulders.map(([z, x]) => [z * height, x * width + 0.5 * fat] as const));
  const outline: Curve = (z) => {
    const flank = cage.halfWidth(Math.max(z, lowest)) * 1.015 + wall;
    const t = smoothStep(5 * height, 45 * height, z);
    return flank * (1 - t) + upper(z) * t;
  };
  const over = (chest: number, neck: number, z: number): number => {
    const t = smoothStep(10 * height, 80 * height, z);
    return chest * (1 - t) + neck * t;
  };
  const neckFront = smoothCurve([
    [60 * height, 60 * depth + 0.5 * fat],
    [95 * height, 46 * depth + 0.5 * fat],
    [125 * height, 42 * depth + 0.4 * fat],
    [170 * height, 44 * depth + 0.4 * fat],
  ]);
  const neckBack = smoothCurve([
    [60 * height, 116 * depth + 0.8 * fat],
    [100 * height, 104 * depth + 0.8 * fat],
    [135 * height, 84 * depth + 0.6 * fat],
    [180 * height, 78 * depth + 0.5 * fat],
  ]);
  return stack({
    bottom: -320 * height,
    top: 260 * height,
    left: outline,
    right: (z) => -outline(z),
    front: (z) => over(cage.front(z) - wall * 0.9, -neckFront(z), z),
    back: (z) => over(cage.back(z) + wall + 10, neckBack(z), z),
    profile: TRUNK_PROFILE,
  });
}

/** Half ellipsoids that leave the chest wall gradually above and hang over it below. */
function createBreasts(habitus: Habitus): Solid[] {
  const { breast, fat, width, depth, height, oneBreast = false } = habitus;
  if (breast <= 0) return [];
  const size = 42 + 20 * breast;
  return (oneBreast ? [1] : [1, -1]).map((side) =>
    ellipsoid({
      centre: [side * (72 + 4 * breast) * width, -(80 + fat * 0.9) * depth, -(74 + 14 * breast) * height],
      axes: [size, 24 + 16 * breast, size * 1.3],
      second: unit([0, 0.9, -0.43]),
    }),
  );
}

/** Where the middle of an arm is and where it points, on the left. */
interface ArmPlace {
  readonly centre: Point;
  readonly along: Point;
}

const ARM_DOWN: ArmPlace = { centre: [212, 12, -60], along: [0.3, 0.06, -0.95] };
const ARM_RAISED: ArmPlace = { centre: [118, -22, 252], along: [-0.1, -0.3, 0.95] };

function createArms(habitus: Habitus, { centre, along }: ArmPlace): Solid[] {
  const { width, height, fat } = habitus;
  const thick = 40 + 0.6 * fat;
  return [1, -1].map((side) => {
    const first = unit([side * along[0], along[1], along[2]]);
    return ellipsoid({
      centre: [side * (centre[0] * width + fat), centre[1], centre[2] * height],
      axes: [165 * height, thick, thick + 4],
      first,
      second: unit([-first[2] * side, 0, first[0] * side]),
    });
  });
}
