import { power } from '../exact-math.ts';
import type { Random } from '../random.ts';
import { refine } from './grains.ts';
import type { Pourer, TubeNode } from './grains.ts';
import { inLung, signOf } from './lung.ts';
import type { Lung } from './lung.ts';
import { add, inSolid, length, subtract } from './solid.ts';
import type { Point } from './solid.ts';
import type { Thorax } from './thorax.ts';
import { growTree } from './trees.ts';
import type { Tree } from './trees.ts';

/** Points spread through aerated lung; denser towards the base, as the blood is in an upright person. */
function scatterInLung(random: Random, thorax: Thorax, lung: Lung, count: number, margin: number): Point[] {
  const sign = signOf(lung.side);
  const { width, height, depth } = thorax.habitus;
  const dry: Lung = { side: lung.side, space: lung.space, dome: lung.dome };
  const found: Point[] = [];
  for (let tries = 0; found.length < count && tries < count * 40; tries++) {
    const down = random.next();
    const point: Point = [
      sign * random.between(4, 136) * width,
      random.between(-98, 94) * depth,
      (98 - 275 * power(down, 0.9)) * height,
    ];
    if (inLung(dry, point, margin) && !thorax.mediastinum.all.some((solid) => inSolid(solid, point)))
      found.push(point);
  }
  return found;
}

interface Territory {
  readonly root: TubeNode;
  readonly detour: number;
  readonly points: Point[];
}

function nearest(territories: readonly Territory[], point: Point): Territory {
  let best = territories[0]!;
  let least = Infinity;
  for (const territory of territories) {
    const cost = length(subtract(point, territory.root.at)) + territory.detour;
    if (cost < least) [best, least] = [territory, cost];
  }
  return best;
}

/** The vessels and airways of both lungs. */
export interface LungTrees {
  readonly arteries: readonly Tree[];
  readonly veins: readonly Tree[];
  readonly airways: readonly Tree[];
}

/** Grows the trees of both lungs; the same stream gives the same trees. */
export function growLungTrees(random: Random, thorax: Thorax, fineness = 1): LungTrees {
  const arteries: Tree[] = [];
  const veins: Tree[] = [];
  const airways: Tree[] = [];
  const { width, height, depth } = thorax.habitus;
  for (const lung of [thorax.lungs.right, thorax.lungs.left]) {
    const s = signOf(lung.side);
    const place = (x: number, y: number, z: number): Point => [s * x * width, y * depth, z * height];
    const left = lung.side === 'left';
    const targets = (count: number): Point[] =>
      scatterInLung(random, thorax, lung, Math.round(count * fineness), 0.04);
    // Each point is served from the nearest place of a hilar artery, those near the centre preferred.
    const roots = HILA.filter(([side]) => side === s).flatMap(([, course]) =>
      refine(courseOf(thorax, s, course), 2).slice(2),
    );
    const hilum = place(34, 6, -12);
    const territories = roots.map((root) => ({
      root,
      detour: 0.55 * length(subtract(root.at, hilum)),
      points: [] as Point[],
    }));
    for (const point of targets(760)) nearest(territories, point).points.push(point);
    for (const { root, points } of territories) {
      const away = add(subtract(root.at, hilum), place(14, 0, 0));
      arteries.push(growTree(random, root.at, away, points, 0.46));
    }
    veins.push(growTree(random, place(30, 14, -46), place(0.9, -0.1, 0.05), targets(460), 0.42));
    airways.push(growTree(random, place(left ? 40 : 28, 12, -22), place(0.8, 0.1, -0.5), targets(110), 0.62));
  }
  return { arteries, veins, airways };
}

type Course = readonly (readonly [x: number, y: number, z: number, radius: number])[];

/** The large arteries of the hila, right then left; x counted outwards. */
const HILA: readonly (readonly [side: 1 | -1, course: Course])[] = [
  [
    -1,
    [
      [20, -2, -12, 8],
      [33, 2, -19, 8],
      [42, 8, -36, 7.4],
      [46, 14, -58, 6],
      [49, 20, -80, 4.2],
    ],
  ],
  [
    -1,
    [
      [24, -2, -10, 6],
      [36, 0, 2, 5.4],
      [44, 0, 17, 4],
      [49, 0, 32, 2.8],
    ],
  ],
  [
    1,
    [
      [22, -8, -4, 9.5],
      [34, 6, -1, 9],
      [43, 20, -10, 8],
      [46, 28, -30, 6.6],
      [48, 30, -54, 5],
      [52, 30, -76, 3.6],
    ],
  ],
  [
    1,
    [
      [34, 2, 0, 6],
      [43, 0, 13, 4.6],
      [49, -2, 28, 3],
    ],
  ],
];

/** Trachea and main bronchi: gas in soft tissue. */
const AIRWAYS: readonly (readonly [side: 1 | -1, course: Course])[] = [
  [
    1,
    [
      [0, 0, 200, 9.6],
      [0, 2, 150, 9.6],
      [-1, 8, 100, 9.2],
      [-3.5, 16, 50, 9],
      [-4, 20, 25, 9],
      [-2, 23, 4, 9.4],
    ],
  ],
  [
    1,
    [
      [-4, 23, 6, 7.6],
      [-16, 23, -10, 7],
      [-27, 22, -22, 6],
      [-33, 22, -38, 5],
    ],
  ],
  [
    1,
    [
      [0, 23, 6, 7],
      [16, 24, -9, 6.4],
      [32, 24, -20, 5.8],
      [40, 24, -30, 5],
    ],
  ],
];

function courseOf(thorax: Thorax, side: number, course: Course): TubeNode[] {
  const { width, height, depth } = thorax.habitus;
  return course.map(([x, y, z, radius]) => ({
    at: [side * x * width, y * depth, z * height],
    radius: radius * width,
  }));
}

/** Pours the hilar vessels, as far as they lie in lung, and opens the central airways. */
export function pourHila(lungs: Pourer, everywhere: Pourer, thorax: Thorax, density: number): void {
  for (const [side, course] of HILA) lungs.tube(refine(courseOf(thorax, side, course), 4), { density });
  for (const [side, course] of AIRWAYS)
    everywhere.tube(refine(courseOf(thorax, side, course), 4), { density: -1 });
}
