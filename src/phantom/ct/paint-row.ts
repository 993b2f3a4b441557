import { smoothStep } from '../curve.ts';
import { domeChord, dryPart } from '../anatomy/lung.ts';
import type { Lung } from '../anatomy/lung.ts';
import { ellipsoid, halfChord } from '../anatomy/solid.ts';
import type { Section, Solid } from '../anatomy/solid.ts';
import type { Thorax } from '../anatomy/thorax.ts';

/** Hounsfield units of what a slice is painted with. */
const HU = {
  air: -1000,
  fat: -105,
  muscle: 52,
  lung: -838,
  fluid: 12,
  blood: 42,
  liver: 58,
  spleen: 50,
  stomach: 30,
  table: -150,
} as const;

/** The voxels of a row: how many, centre of the first, distance, in millimetres across the body. */
interface RowGrid {
  readonly columns: number;
  readonly first: number;
  readonly spacing: number;
}

/** One painted row; valid until the next is painted. */
interface PaintedRow {
  readonly hounsfield: Float32Array;
  /** Part of each voxel that is aerated lung. */
  readonly lung: Float32Array;
}

/** Paints rows of the axial slice at height z: each layer covers what lies below it. */
export function createRowPainter(thorax: Thorax, z: number, grid: RowGrid): (y: number) => PaintedRow {
  const hounsfield = new Float32Array(grid.columns);
  const lung = new Float32Array(grid.columns);
  const span = (from: number, to: number, value: number, air = 0): void => {
    const start = (from - grid.first) / grid.spacing + 0.5;
    const end = (to - grid.first) / grid.spacing + 0.5;
    const last = Math.min(grid.columns - 1, Math.ceil(end) - 1);
    for (let c = Math.max(0, Math.floor(start)); c <= last; c++) {
      const cover = Math.min(1, c + 1 - start, end - c);
      hounsfield[c] = hounsfield[c]! + (value - hounsfield[c]!) * cover;
      lung[c] = lung[c]! + (air - lung[c]!) * cover;
    }
  };
  const layers = createLayers(thorax, z, span);
  return (y) => {
    hounsfield.fill(HU.air);
    lung.fill(0);
    for (const layer of layers) layer(y);
    return { hounsfield, lung };
  };
}

type Layer = (y: number) => void;
type PaintSpan = (from: number, to: number, value: number, air?: number) => void;

function createLayers(thorax: Thorax, z: number, span: PaintSpan): Layer[] {
  const { habitus, mediastinum, lungs } = thorax;
  const [trunk, ...breastsAndArms] = thorax.body.raised;
  const layers: Layer[] = [tableLayer(thorax, span)];
  for (const solid of breastsAndArms) layers.push(sectionLayer(solid, z, span, HU.fat));
  if (trunk) {
    layers.push(sectionLayer(trunk, z, span, HU.fat));
    layers.push(sectionLayer(trunk, z, span, HU.muscle, habitus.fat + 3));
  }
  layers.push(lungLayer(lungs.right, z, span), lungLayer(lungs.left, z, span));
  // The heart lies on the diaphragm; below it the middle shadow is abdomen.
  if (z > lungs.left.dome.top - 20) layers.push(...heartLayers(thorax, z, span));
  for (const solid of mediastinum.vessels) layers.push(sectionLayer(solid, z, span, HU.blood));
  layers.push(...abdomenLayers(thorax, z, span));
  layers.push(sectionLayer(mediastinum.paraspinal, z, span, HU.muscle));
  return layers;
}

const nothing: Layer = () => undefined;

/** The cut of a solid at the height of the slice, drawn in on all sides by `inset` mm. */
function sectionLayer(solid: Solid, z: number, span: PaintSpan, value: number, inset = 0): Layer {
  const section = solid.section('x', z);
  if (!section || section.reach <= inset || section.half <= inset) return nothing;
  const inner = { ...section, reach: section.reach - inset, half: section.half - inset };
  return (y) => {
    const half = halfChord(inner, y);
    const middle = inner.middle + inner.slope * (y - inner.centre);
    if (half > 0) span(middle - half, middle + half, value);
  };
}

function lungLayer(lung: Lung, z: number, span: PaintSpan): Layer {
  const section = lung.space.section('x', z);
  if (!section) return nothing;
  const dry = dryPart(lung.fluid, z);
  const aerated: Section = { ...section, reach: section.reach * dry, half: section.half * dry };
  return (y) => {
    const half = halfChord(section, y);
    if (half <= 0) return;
    span(section.middle - half, section.middle + half, HU.fluid);
    const inner = dry > 0 ? halfChord(aerated, y) : 0;
    // Dependent lung is denser: the patient lies on the back.
    const gravity = 42 * smoothStep(-60, 95, y);
    if (inner > 0) span(section.middle - inner, section.middle + inner, HU.lung + gravity, 1);
  };
}

/** Mediastinal fat, and the heart in it: blood with a rim of fat that widens above the base. */
function heartLayers(thorax: Thorax, z: number, span: PaintSpan): Layer[] {
  const { heart } = thorax.mediastinum;
  const { height, width, depth } = thorax.habitus;
  const section = heart.section('x', z);
  if (!section) return [];
  const filled = 0.93 * smoothStep(2 * height, -30 * height, z);
  const blood: Section = { ...section, reach: section.reach * filled, half: section.half * filled };
  const trunk = ellipsoid({
    centre: [20 * width, -20 * depth, -14 * height],
    axes: [17 * width, 22 * depth, 20 * height],
  });
  return [
    sectionLayer(heart, z, span, HU.fat + 8),
    (y) => {
      const half = filled > 0 ? halfChord(blood, y) : 0;
      if (half > 0) span(blood.middle - half, blood.middle + half, HU.blood);
    },
    sectionLayer(trunk, z, span, HU.blood),
  ];
}

/** Below the domes: liver on the right; spleen, stomach and fat on the left. */
function abdomenLayers(thorax: Thorax, z: number, span: PaintSpan): Layer[] {
  const { lungs, habitus } = thorax;
  const under = (lung: Lung, value: number): Layer => {
    const section = lung.space.section('x', z);
    if (!section) return nothing;
    return (y) => {
      const half = halfChord(section, y);
      const dome = half > 0 ? domeChord(lung.dome, 'x', y, z) : undefined;
      if (!dome) return;
      const from = Math.max(dome[0], section.middle - half);
      const to = Math.min(dome[1], section.middle + half);
      if (to > from) span(from, to, value);
    };
  };
  const top = lungs.left.dome.top;
  const organ = (
    x: number,
    y: number,
    down: number,
    axes: readonly [number, number, number],
    value: number,
  ): Layer =>
    sectionLayer(
      ellipsoid({
        centre: [x * habitus.width, y * habitus.depth, top - down],
        axes: [axes[0] * habitus.width, axes[1] * habitus.depth, axes[2] * habitus.height],
      }),
      z,
      span,
      value,
    );
  return [
    under(lungs.left, HU.fat),
    organ(50, -6, 52, [38, 46, 44], HU.stomach),
    organ(50, -34, 44, [24, 16, 22], HU.air + 30),
    organ(94, 46, 54, [30, 34, 46], HU.spleen),
    under(lungs.right, HU.liver),
    organ(6, -42, 56, [58, 34, 36], HU.liver),
  ];
}

/** The couch below the patient: a thin shell. */
function tableLayer(thorax: Thorax, span: PaintSpan): Layer {
  const under = thorax.cage.back(-40) + 26 + thorax.habitus.fat;
  const arc = (y: number, thickness: number, wide: number): number =>
    wide * Math.sqrt(Math.max(0, 1 - ((y - under + 22) / thickness) ** 2));
  return (y) => {
    const outer = arc(y, 24, 200);
    const inner = arc(y, 21, 196);
    if (y < under - 6 || outer <= 0) return;
    span(-outer, -inner, HU.table);
    span(inner, outer, HU.table);
  };
}
