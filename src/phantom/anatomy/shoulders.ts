import { cosine, sine } from '../exact-math.ts';
import { CORTEX, MARROW } from './bone.ts';
import { refine } from './grains.ts';
import type { Pourer, TubeNode } from './grains.ts';
import { add, subtract } from './solid.ts';
import type { Point } from './solid.ts';
import type { Thorax } from './thorax.ts';

/** How the shoulders stand: drawn forward and down on an erect film, at the side in bed, raised on a lateral. */
export type ArmPose = 'forward' | 'side' | 'raised';

/** Pours both clavicles. */
export function pourClavicles(pourer: Pourer, thorax: Thorax, pose: ArmPose): void {
  const { width, height, depth, bone } = thorax.habitus;
  const rise = pose === 'side' ? 8 : 0;
  const course: readonly (readonly [number, number, number, number])[] = [
    [18, -42, 52, 9.5],
    [26, -45, 55, 8.2],
    [44, -46, 59, 6.2],
    [66, -40, 65 + rise * 0.3, 5.6],
    [88, -26, 71 + rise * 0.6, 5.4],
    [110, -8, 77 + rise * 0.8, 5.4],
    [130, 6, 82 + rise, 5.6],
    [150, 12, 86 + rise, 6.4],
    [160, 12, 87 + rise, 6],
  ];
  for (const side of [1, -1]) {
    const nodes = course.map(([x, y, z, radius]): TubeNode => ({
      at: [side * x * width, y * depth, z * height],
      radius,
    }));
    pourer.tube(refine(nodes, 4), { density: MARROW * bone, wall: 1.7, wallDensity: CORTEX * bone });
  }
}

/** Pours both scapulae, and the arms unless they are raised out of the field. */
export function pourScapulae(pourer: Pourer, thorax: Thorax, pose: ArmPose): void {
  const { width, height, depth, bone } = thorax.habitus;
  const out = pose === 'side' ? 0 : 22;
  const edge = (x: number, y: number, z: number, radius: number, side: number): TubeNode => ({
    at: [side * (x + out) * width, y * depth, z * height],
    radius,
  });
  const dense = { density: 0.3 * bone, wall: 0.8, wallDensity: 0.75 * bone };
  for (const side of [1, -1]) {
    const e = (x: number, y: number, z: number, radius: number): TubeNode => edge(x, y, z, radius, side);
    const lateral = [
      e(100, 92, -54, 2),
      e(108, 87, -38, 2.6),
      e(116, 78, -8, 2.8),
      e(128, 62, 22, 3.4),
      e(138, 46, 46, 5),
    ];
    const medial = [
      e(100, 92, -54, 1.8),
      e(91, 97, -32, 1.4),
      e(87, 98, 0, 1.3),
      e(87, 92, 34, 1.3),
      e(92, 76, 64, 1.6),
    ];
    const upper = [e(92, 76, 64, 1.6), e(108, 58, 71, 1.4), e(126, 38, 70, 2.6)];
    for (const border of [lateral, medial, upper]) pourer.tube(refine(border, 5), dense);
    // Spine of the scapula to the acromion, and the coracoid.
    pourer.tube(
      refine(
        [e(92, 100, 36, 3), e(112, 92, 52, 3.4), e(134, 70, 76, 4), e(152, 40, 90, 6), e(158, 16, 90, 6.5)],
        4,
      ),
      dense,
    );
    pourer.tube(refine([e(132, 36, 64, 5), e(128, 16, 72, 5), e(132, 0, 62, 4.5)], 4), dense);
    // Socket.
    pourer.tube(refine([e(141, 40, 70, 3), e(143, 40, 54, 4), e(139, 42, 36, 3.4)], 3), dense);
    pourBlade(pourer, lateral, medial, bone);
    if (pose !== 'raised') pourHumerus(pourer, thorax, side, out);
  }
}

/** The thin plate between two borders of the scapula. */
function pourBlade(
  pourer: Pourer,
  lateral: readonly TubeNode[],
  medial: readonly TubeNode[],
  bone: number,
): void {
  const a = refine(lateral, 8);
  const b = refine(medial, 8);
  const mass = 2.2 * 0.5 * bone;
  a.forEach((from, n) => {
    const to = b[n]!.at;
    const course = subtract(to, from.at);
    const next = a[Math.min(a.length - 1, n + 1)]!.at;
    const row = Math.max(1, Math.abs(next[2] - from.at[2]));
    const steps = 26;
    const reach = Math.sqrt(course[0] ** 2 + course[1] ** 2 + course[2] ** 2);
    for (let step = 0; step < steps; step++)
      pourer.grainAt(add(from.at, course, (step + 0.5) / steps), (mass * row * reach) / steps, 5);
  });
}

function pourHumerus(pourer: Pourer, thorax: Thorax, side: number, out: number): void {
  const { width, height, depth, bone } = thorax.habitus;
  const at = (x: number, y: number, z: number): Point => [side * (x + out) * width, y * depth, z * height];
  const matter = { density: 0.22 * bone, wall: 1.6, wallDensity: 1.2 * bone };
  const head = Array.from({ length: 13 }, (_, n): TubeNode => {
    const angle = ((n + 0.5) / 13) * Math.PI;
    const c = at(166, 34, 62);
    return { at: [c[0], c[1], c[2] + 23 * cosine(angle)], radius: 23 * sine(angle) };
  });
  pourer.tube(head, { ...matter, density: 0.2 * bone, wall: 1.4 });
  pourer.tube(
    refine(
      [
        { at: at(170, 32, 52), radius: 19 },
        { at: at(175, 30, 28), radius: 13 },
        { at: at(180, 26, -10), radius: 11 },
        { at: at(204, 20, -150), radius: 11 },
        { at: at(228, 16, -270), radius: 12 },
      ],
      4,
    ),
    { ...matter, wall: 3.2 },
  );
}
