import { angleAt, cobbAngle } from './angles.ts';
import { cardiothoracic, type Cardiothoracic, type CtrBasis } from './cardiothoracic.ts';
import type { ImagePoint } from './image-point.ts';
import type { MarkTool } from './mark-tool.ts';
import type { Mark } from './measurement.ts';
import { regionArea, regionOf } from './region.ts';
import type { RegionStatistics } from './region-statistics.ts';
import { areaUnit, distance, lengthUnit, type Scale } from './scale.ts';

/** What a mark measures, in the units of its {@link Scale}. */
export type Value =
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'axes'; readonly long: number; readonly short: number }
  | { readonly kind: 'angle'; readonly degrees: number }
  | { readonly kind: 'region'; readonly area: number; readonly statistics: RegionStatistics | undefined }
  | { readonly kind: 'probe'; readonly statistics: RegionStatistics | undefined }
  | { readonly kind: 'calibration'; readonly statedMm: number | undefined }
  | ({ readonly kind: 'ctr'; readonly basis: CtrBasis } & Cardiothoracic)
  | { readonly kind: 'none' };

/** What a mark is evaluated by; a mark that is being drawn has no more. */
export type Measured = Pick<Mark, 'tool' | 'points' | 'statistics' | 'statedMm'> & {
  readonly picture: Pick<Mark['picture'], 'basis'>;
};

const ORIGIN: ImagePoint = [0, 0];

/** The value of a mark on a picture of this scale. */
export function evaluate({ tool, points, statistics, statedMm, picture }: Measured, scale: Scale): Value {
  const [a = ORIGIN, b = a, c = b, d = c] = points;
  switch (tool) {
    case 'length':
      return { kind: 'length', length: distance(scale, a, b) };
    case 'bidirectional': {
      const [one, other] = [distance(scale, a, b), distance(scale, c, d)];
      // Whichever axis is the longer one now.
      return { kind: 'axes', long: Math.max(one, other), short: Math.min(one, other) };
    }
    case 'angle':
      return { kind: 'angle', degrees: angleAt(scale, a, b, c) };
    case 'cobb':
      return { kind: 'angle', degrees: cobbAngle(scale, points) };
    case 'rectangle':
    case 'ellipse':
    case 'freehand': {
      const region = regionOf(tool, points);
      return { kind: 'region', area: region ? regionArea(scale, region) : 0, statistics };
    }
    case 'probe':
      return { kind: 'probe', statistics };
    case 'calibration':
      return { kind: 'calibration', statedMm };
    case 'ctr':
      return { kind: 'ctr', basis: picture.basis, ...cardiothoracic(scale, points) };
    case 'arrow':
    case 'key':
      return { kind: 'none' };
  }
}

/** The one number that stands for a value, with its unit; the same in every language. */
export interface PlainValue {
  readonly value: number;
  /** `mm at detector`, `mm²`, `°`, `HU`, `stored`, `ratio` … */
  readonly unit: string;
}

/** The first thing that a value says; undefined for what measures nothing. */
export function plainValue(value: Value, scale: Scale): PlainValue | undefined {
  switch (value.kind) {
    case 'length':
      return { value: value.length, unit: lengthUnit(scale) };
    case 'axes':
      return { value: value.long, unit: lengthUnit(scale) };
    case 'angle':
      return { value: value.degrees, unit: '°' };
    case 'region':
      return { value: value.area, unit: areaUnit(scale) };
    case 'probe':
      return value.statistics && { value: value.statistics.mean, unit: value.statistics.unit };
    case 'calibration':
      return value.statedMm === undefined ? undefined : { value: value.statedMm, unit: 'mm' };
    case 'ctr':
      return { value: value.ratio, unit: 'ratio' };
    case 'none':
      return undefined;
  }
}

/** Whether pixel values belong to what a tool measures. */
export const readsValues = (tool: MarkTool): boolean => tool === 'probe' || regionOf(tool, []) !== undefined;
