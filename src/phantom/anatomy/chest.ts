import { createRandom } from '../random.ts';
import { cloudiness, createCloud, filtered, placeIn, pourCloud, pourPlate, pourReticle } from './clouds.ts';
import { AIR_SPACE } from './clouds.ts';
import type { Cloud } from './clouds.ts';
import { pourDevice } from './devices.ts';
import { createPourer } from './grains.ts';
import type { Pourer, TubeNode } from './grains.ts';
import type { Pour } from './slices.ts';
import type { Habitus } from './habitus.ts';
import type { Fluid, Lung, Side } from './lung.ts';
import type { BuildShadow, FluidShadow, Shadow } from './shadows.ts';
import { ribCourse } from './ribs.ts';
import type { ArmPose } from './shoulders.ts';
import { pourSkeleton } from './skeleton.ts';
import { add, inSolid, scale } from './solid.ts';
import type { Point } from './solid.ts';
import { createThorax } from './thorax.ts';
import type { Thorax } from './thorax.ts';
import type { Tree } from './trees.ts';
import { growLungTrees, pourHila } from './vessels.ts';
import type { LungTrees } from './vessels.ts';

/** One chest as it was on one day: build, organs, vessels and everything found in it. */
export interface Chest {
  readonly seed: string;
  readonly thorax: Thorax;
  readonly trees: LungTrees;
  readonly clouds: readonly Cloud[];
  readonly shadows: readonly Shadow[];
}

/** Whose chest, and what is found in it. */
interface ChestOptions {
  /** Names the person: bones and vessels follow from it. */
  readonly person: string;
  /** Names the day: what comes and goes follows from it. */
  readonly day: string;
  readonly habitus: Habitus;
  readonly shadows: readonly Shadow[];
}

/** The chest of a person on one day. Grows vessels and opacities, which takes some 50 ms. */
export function createChest({ person, day, habitus, shadows }: ChestOptions): Chest {
  const changes = [...new Set(shadows.flatMap((shadow) => (shadow.kind === 'build' ? [shadow.change] : [])))];
  const build = changes.reduce(
    (sofar, change): Habitus => ({ ...sofar, ...CHANGES[change](sofar) }),
    habitus,
  );
  const dry = createThorax(build);
  const fluidOf = (side: Side): Fluid | undefined => {
    const fluid = shadows.find(
      (shadow): shadow is FluidShadow => shadow.kind === 'fluid' && shadow.side === side,
    );
    return fluid && fluidIn(dry.lungs[side], fluid.height);
  };
  const [rightFluid, leftFluid] = [fluidOf('right'), fluidOf('left')];
  const thorax = createThorax(build, {
    ...(rightFluid && { rightFluid }),
    ...(leftFluid && { leftFluid }),
    hiatalHernia: changes.includes('hiatal hernia'),
  });
  const random = createRandom(person, day, 'clouds');
  return {
    seed: `${person}/${day}`,
    thorax,
    trees: growLungTrees(createRandom(person, 'vessels'), dry),
    clouds: shadows.flatMap((shadow) =>
      shadow.kind === 'cloud' ? [createCloud(random, thorax.lungs[shadow.side], shadow)] : [],
    ),
    shadows,
  };
}

/** What a finding does to the build. */
const CHANGES: Readonly<Record<BuildShadow['change'], (habitus: Habitus) => Partial<Habitus>>> = {
  cardiomegaly: ({ heart }) => ({ heart: heart * 1.24 }),
  'aortic elongation': ({ aorta }) => ({ aorta: Math.max(1, aorta + 0.5) }),
  scoliosis: () => ({ scoliosis: 17 }),
  hyperinflation: ({ depth, heart }) => ({ inspiration: 24, depth: depth * 1.1, heart: heart * 0.86 }),
  'shallow breath': () => ({ inspiration: -34 }),
  'right dome': ({ rightDome }) => ({ rightDome: rightDome + 30 }),
  mastectomy: () => ({ oneBreast: true }),
  goiter: () => ({ goiter: 1 }),
  // The stomach is no part of the build; the thorax is made with it.
  'hiatal hernia': () => ({}),
};

/** Fluid up to a height above the lateral angle; the higher it stands, the higher its film climbs. */
function fluidIn(lung: Lung, height: number): Fluid {
  const angle = lung.dome.top - 0.8 * lung.dome.fallSide;
  return { level: angle + height - 22, rise: 30 + 0.5 * height };
}

/** Where the matter of a chest goes. */
interface ChestPours {
  /** Bones, vessels, lines, devices. */
  readonly fine: Pour;
  /** Opacities of the air spaces. */
  readonly clouds: Pour;
  /** The same opacities again, by the finding they belong to. */
  readonly labelled?: (label: string) => Pour;
  /** Size of the finest grains, millimetres. */
  readonly grain: number;
}

/** Pours everything but the big organs. */
export function pourChest(chest: Chest, pours: ChestPours, pose: ArmPose): void {
  const { thorax, trees } = chest;
  const pourer = createPourer(pours.fine, pours.grain);
  pourSkeleton(pourer, thorax, pose);
  const hilum = chest.shadows.find((shadow) => shadow.kind === 'hilum');
  const outsideHeart = filtered(pours.fine, pours.grain, (point) => (inMediastinum(thorax, point) ? 0 : 1));
  pourHila(outsideHeart, pourer, thorax, AIR_SPACE * (hilum?.factor ?? 1));
  for (const tree of [...trees.arteries, ...trees.veins]) pourVessels(chest, pourer, tree);
  pourBronchograms(chest, pours);
  pourClouds(chest, pours);
  pourShadows(chest, pourer, pours);
}

/** Opacities alone, as masks need them. */
export function pourClouds(
  chest: Chest,
  { clouds, labelled }: Pick<ChestPours, 'clouds' | 'labelled'>,
): void {
  for (const cloud of chest.clouds) {
    pourCloud(clouds, cloud);
    if (labelled) pourCloud(labelled(cloud.label), cloud);
  }
}

/** Lines, plates, calcifications and devices. */
export function pourShadows(chest: Chest, pourer: Pourer, { fine, labelled, grain }: ChestPours): void {
  const { thorax } = chest;
  const random = createRandom(chest.seed, 'shadows');
  for (const shadow of chest.shadows)
    switch (shadow.kind) {
      case 'device':
        pourDevice(pourer, thorax, shadow.name);
        break;
      case 'reticle':
        pourReticle(pourer, random, thorax.lungs[shadow.side], shadow);
        break;
      case 'plate':
        pourPlate(pourer, thorax.lungs[shadow.side], shadow);
        if (labelled)
          pourPlate(createPourer(labelled(shadow.label), grain), thorax.lungs[shadow.side], shadow);
        break;
      case 'calcification':
        pourBall(fine, placeIn(thorax.lungs[shadow.side], shadow.place), shadow.radius, 1.4);
        break;
      case 'callus':
        pourBall(fine, ribCourse(thorax, shadow.side === 'left' ? 1 : -1, shadow.rib)[26]!.at, 9, 0.55);
        break;
      case 'cloud':
      case 'fluid':
      case 'hilum':
      case 'build':
        // Part of the clouds, the organs and the build.
        break;
    }
}

const inMediastinum = (thorax: Thorax, point: Point): boolean =>
  thorax.mediastinum.all.some((solid) => inSolid(solid, point));

/** Vessels lose their contrast where the air around them is gone. */
function pourVessels(chest: Chest, pourer: Pourer, tree: Tree): void {
  for (const piece of tree.pieces) {
    const { at, radius } = piece[1]!;
    const { fluid } = chest.thorax.lungs[at[0] > 0 ? 'left' : 'right'];
    if (fluid && at[2] < fluid.level) continue;
    if (radius > 2 && inMediastinum(chest.thorax, at)) continue;
    const air = 1 - cloudiness(chest.clouds, at);
    if (air > 0.05) pourer.tube(piece, { density: AIR_SPACE * air });
  }
}

/** Bronchi stay open inside a consolidation. */
function pourBronchograms(chest: Chest, { clouds, grain }: ChestPours): void {
  const filled = chest.clouds.filter((cloud) => cloud.bronchogram);
  if (filled.length === 0) return;
  const pourer = filtered(clouds, grain, (point) => cloudiness(filled, point));
  for (const tree of chest.trees.airways)
    for (const piece of tree.pieces)
      if (piece[1]!.radius > 0.75 && cloudiness(filled, piece[1]!.at) > 0.15)
        pourer.tube(
          piece.map((node): TubeNode => ({ at: node.at, radius: node.radius * 0.9 + 0.7 })),
          { density: -AIR_SPACE },
        );
}

function pourBall(pour: Pour, centre: Point, radius: number, density: number): void {
  const random = createRandom('ball', centre.join());
  const count = 220;
  const mass = ((4 / 3) * Math.PI * radius * radius * radius * density) / count;
  for (let n = 0; n < count; n++) {
    let offset: Point = [random.between(-1, 1), random.between(-1, 1), random.between(-1, 1)];
    if (offset[0] ** 2 + offset[1] ** 2 + offset[2] ** 2 > 1) offset = scale(offset, 0.6);
    const [x, y, z] = add(centre, offset, radius);
    pour(x, y, z, mass, radius / 3);
  }
}
