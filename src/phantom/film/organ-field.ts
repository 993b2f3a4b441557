import { dryPart, domeChord } from '../anatomy/lung.ts';
import type { Lung } from '../anatomy/lung.ts';
import { halfChord } from '../anatomy/solid.ts';
import type { RayAxis, Section, Solid } from '../anatomy/solid.ts';
import type { Thorax } from '../anatomy/thorax.ts';
import type { Projection } from './projection.ts';

/** One solid's cut by the rays of one image row, in image columns. */
interface RowCut {
  readonly section: Section;
  /** Film columns the section spans, and the turn from columns to its own coordinate. */
  readonly from: number;
  readonly to: number;
  readonly origin: number;
  readonly step: number;
}

/** Spans along one ray: entry and exit, kept sorted by entry and merged. */
interface SpanList {
  count: number;
  readonly enter: Float64Array;
  readonly leave: Float64Array;
}

const MAX_SPANS = 24;
const createSpans = (): SpanList => ({
  count: 0,
  enter: new Float64Array(MAX_SPANS),
  leave: new Float64Array(MAX_SPANS),
});

function insertSpan(spans: SpanList, enter: number, leave: number): void {
  if (spans.count === MAX_SPANS) return;
  let at = spans.count++;
  for (; at > 0 && spans.enter[at - 1]! > enter; at--) {
    spans.enter[at] = spans.enter[at - 1]!;
    spans.leave[at] = spans.leave[at - 1]!;
  }
  spans.enter[at] = enter;
  spans.leave[at] = leave;
}

/** Length of the union of the spans inside [low, high]. */
function covered(spans: SpanList, low: number, high: number): number {
  let sum = 0;
  let reached = low;
  for (let n = 0; n < spans.count; n++) {
    const enter = Math.max(reached, spans.enter[n]!);
    const leave = Math.min(high, spans.leave[n]!);
    if (leave > enter) {
      sum += leave - enter;
      reached = leave;
    }
  }
  return sum;
}

/** What rays meet on their way through the big organs, in millimetres. */
interface OrganTracer {
  /** Goes to a row of the film; fractions are allowed. */
  startRow(row: number): void;
  /** Soft tissue along the ray of a column of that row, gas of the bowel taken off, lungs not. */
  tissue(column: number): number;
  /** Aerated lung along it. */
  lung(column: number): number;
  /** Pleural fluid met on the way of the last {@link lung}. */
  fluid(): number;
}

/** A tracer of the rays of a projection; it holds the row it was last sent to. */
export function createTracer(thorax: Thorax, projection: Projection): OrganTracer {
  const { axis } = projection;
  const bodies = axis === 'y' ? thorax.body.down : thorax.body.raised;
  const spans = createSpans();
  const path = { aerated: 0, fluid: 0 };
  let row: OrganRow = { body: [], mediastinum: [], gas: [], lungs: [] };
  return {
    startRow: (at) => {
      row = cutOrgans(thorax, bodies, projection, at);
    },
    tissue: (column) => {
      spans.count = 0;
      gather(spans, row.body, column);
      const through = covered(spans, -Infinity, Infinity);
      if (through === 0 || row.gas.length === 0) return through;
      spans.count = 0;
      gather(spans, row.gas, column);
      return through - covered(spans, -Infinity, Infinity);
    },
    lung: (column) => {
      path.aerated = 0;
      path.fluid = 0;
      for (const lung of row.lungs) addLungPath(path, spans, lung, row.mediastinum, axis, column);
      return path.aerated;
    },
    fluid: () => path.fluid,
  };
}

/** The cuts of all organs by the rays of one image row. */
interface OrganRow {
  readonly body: readonly RowCut[];
  readonly mediastinum: readonly RowCut[];
  readonly gas: readonly RowCut[];
  readonly lungs: readonly LungCut[];
}

function cutOrgans(thorax: Thorax, bodies: readonly Solid[], projection: Projection, row: number): OrganRow {
  const cuts = (solids: readonly Solid[]): RowCut[] =>
    solids.flatMap((solid) => cutRow(solid, projection, row));
  const bubbles = thorax.gas.filter(({ solid, floor }) => heightAt(solid, projection, row) > floor);
  return {
    body: cuts(bodies),
    mediastinum: cuts(thorax.mediastinum.all),
    gas: cuts(bubbles.map(({ solid }) => solid)),
    lungs: [thorax.lungs.right, thorax.lungs.left].flatMap((lung) => {
      const z = heightAt(lung.space, projection, row);
      return cutRow(lung.space, projection, row).map((cut) => ({
        lung,
        cut,
        z,
        dry: dryPart(lung.fluid, z),
      }));
    }),
  };
}

/** Adds the spans that the ray of a column runs through solids. */
function gather(spans: SpanList, cuts: readonly RowCut[], column: number): void {
  for (const cut of cuts) {
    if (column <= cut.from || column >= cut.to) continue;
    const across = cut.origin + column * cut.step;
    const half = halfChord(cut.section, across);
    if (half <= 0) continue;
    const middle = cut.section.middle + cut.section.slope * (across - cut.section.centre);
    insertSpan(spans, middle - half, middle + half);
  }
}

/** Adds what the ray of a column meets in one lung: air, and fluid where it has taken the place of air. */
function addLungPath(
  path: { aerated: number; fluid: number },
  spans: SpanList,
  { lung, cut, z, dry }: LungCut,
  mediastinum: readonly RowCut[],
  axis: RayAxis,
  column: number,
): void {
  if (column <= cut.from || column >= cut.to) return;
  const { section } = cut;
  const across = cut.origin + column * cut.step;
  const half = halfChord(section, across);
  if (half <= 0) return;
  spans.count = 0;
  gather(spans, mediastinum, column);
  const dome = domeChord(lung.dome, axis, across, z);
  if (dome) insertSpan(spans, dome[0], dome[1]);
  const { middle } = section;
  const open = 2 * half - covered(spans, middle - half, middle + half);
  if (dry === 1) {
    path.aerated += open;
    return;
  }
  const inner = dry > 0 ? halfChord(drySection(lung, section, axis, dry), across) : 0;
  const aerated = inner > 0 ? 2 * inner - covered(spans, middle - inner, middle + inner) : 0;
  path.aerated += aerated;
  path.fluid += open - aerated;
}

/** Fluid lies against the wall: seen from the front, the dry part keeps its place beside the mediastinum. */
function drySection(lung: Lung, section: Section, axis: RayAxis, dry: number): Section {
  const half = section.half * dry;
  if (axis === 'x') return { ...section, reach: section.reach * dry, half };
  const reach = (section.reach * (1 + dry)) / 2;
  const towardsMiddle = lung.side === 'left' ? -1 : 1;
  return { ...section, reach, half, centre: section.centre + towardsMiddle * (section.reach - reach) };
}

interface LungCut {
  readonly lung: Lung;
  readonly cut: RowCut;
  readonly z: number;
  readonly dry: number;
}

const depthOf = (axis: RayAxis, solid: Solid): number => (axis === 'y' ? solid.centre[1] : solid.centre[0]);

/** Height in the patient that a film row shows at the depth of a solid. */
function heightAt(solid: Solid, projection: Projection, row: number): number {
  const { geometry, axis } = projection;
  const magnified = geometry.pixel / projection.magnification(depthOf(axis, solid));
  return geometry.centre[1] - (row - geometry.rows / 2) * magnified;
}

/** One cut, or none where the row misses the solid. */
function cutRow(solid: Solid, projection: Projection, row: number): RowCut[] {
  const { geometry, axis } = projection;
  const section = solid.section(axis, heightAt(solid, projection, row));
  if (!section) return [];
  const depth = section.middle;
  const step = geometry.pixel / projection.magnification(depth);
  // A small turn of the patient shifts what lies deeper to the side.
  const turned = axis === 'y' ? projection.turn([0, depth, 0])[0] : projection.turn([depth, 0, 0])[1];
  const origin = geometry.centre[0] - (geometry.columns / 2) * step - turned;
  const from = (section.centre - section.reach - origin) / step;
  const to = (section.centre + section.reach - origin) / step;
  if (to <= 0 || from >= geometry.columns) return [];
  return [{ section, from, to, origin, step }];
}
