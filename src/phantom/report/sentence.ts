import type { Place, Shadow } from '../anatomy/shadows.ts';
import type { Side } from '../anatomy/lung.ts';

/**
 * One sentence of a report with everything it stands for: the labels and places that the published
 * labelling would give it, and what it makes visible. A report, its labels and its images are all
 * made from the same sentences, so that they agree by construction.
 */
export interface Sentence {
  /** Spanish, one sentence with its full stop. */
  readonly text: string;
  /** Terms of the vocabulary that are no locations. */
  readonly labels: readonly string[];
  /** Terms of the vocabulary that begin with `loc `. */
  readonly locations: readonly string[];
  readonly shadows: readonly Shadow[];
}

/** A sentence from its parts. */
export const says = (
  text: string,
  labels: readonly string[],
  locations: readonly string[] = [],
  shadows: readonly Shadow[] = [],
): Sentence => ({ text, labels, locations, shadows });

/** An opacity that carries the name of its finding. */
export const cloud = (
  label: string,
  side: Side,
  place: Place,
  size: readonly [number, number, number],
  density: number,
  extra: { readonly peripheral?: true; readonly round?: true; readonly bronchogram?: true } = {},
): Shadow => ({ kind: 'cloud', label, side, place, size, density, ...extra });

/** Tubes, lines and implants, by name. */
export const device = (name: Extract<Shadow, { kind: 'device' }>['name']): Shadow => ({
  kind: 'device',
  name,
});
/** A change of the chest's build. */
export const build = (change: Extract<Shadow, { kind: 'build' }>['change']): Shadow => ({
  kind: 'build',
  change,
});
/** Pleural fluid up to `height` mm above the lateral angle. */
export const fluid = (side: Side, height: number, label = 'pleural effusion'): Shadow => ({
  kind: 'fluid',
  side,
  height,
  label,
});
/** Thickened septa around a place. */
export const reticle = (side: Side, place: Place, lines: number): Shadow => ({
  kind: 'reticle',
  side,
  place,
  size: [50, 50, 46],
  lines,
});
/** A thin plate seen on edge. */
export const plate = (
  side: Side,
  place: Place,
  length: number,
  slope: number,
  label = 'laminar atelectasis',
): Shadow => ({
  kind: 'plate',
  side,
  place,
  length,
  thickness: 2.4,
  slope,
  label,
});
