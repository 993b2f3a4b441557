import { orthogonality, planeDirections, stackAffine } from './geometry.ts';
import type { ImageAttributes } from './image-attributes.ts';
import type { ImageIssue } from './image-issue.ts';
import { orderSeries } from './series-order.ts';
import { dot, norm, subtract } from './vector.ts';

type Placed = Pick<
  ImageAttributes,
  'ImageOrientationPatient' | 'ImagePositionPatient' | 'PixelSpacing' | 'InstanceNumber'
>;

/** Steps are called uneven where they differ by more than this part of the typical one. */
const UNEVEN = 0.05;
/** mm; positions are rounded when they are filed. */
const ROUNDED = 0.02;

/** What is odd about how the slices of one series lie: doubled, missing, unevenly spaced, tilted. */
export function volumeIssues(slices: readonly Placed[]): readonly ImageIssue[] {
  if (slices.length < 2) return [];
  const { order, basis, spacing, duplicates, gaps } = orderSeries(
    slices.map((attributes) => ({ path: '', attributes })),
  );
  const sorted = order.flatMap((at) => slices[at] ?? []);
  if (basis !== 'position' || spacing === undefined) return [];
  const issues: ImageIssue[] = [];
  if (duplicates.length > 0) issues.push({ code: 'SERIES_DUPLICATES', facts: { slices: duplicates.length } });
  const widest = Math.max(...gaps.map(({ distance }) => distance));
  if (gaps.length > 0)
    issues.push({ code: 'SERIES_GAPS', facts: { gaps: gaps.length, widest: hundredths(widest) } });
  const left = new Set([0, ...duplicates, ...gaps.map(({ at }) => at)]);
  const steps = stepsOf(sorted).filter((_, at) => !left.has(at));
  const [least, most] = [Math.min(...steps), Math.max(...steps)];
  if (most - least > Math.max(2 * ROUNDED, UNEVEN * spacing))
    issues.push({ code: 'SERIES_UNEVEN', facts: { least: hundredths(least), most: hundredths(most) } });
  return [...issues, ...shapeIssues(sorted)];
}

const hundredths = (mm: number): number => Math.round(mm * 100) / 100;

/** mm along the normal from the slice before; 0 for the first. */
function stepsOf(sorted: readonly Placed[]): readonly number[] {
  const normal = sorted[0] && planeDirections(sorted[0])?.normal;
  return sorted.map(({ ImagePositionPatient: own }, at) => {
    const before = sorted[at - 1]?.ImagePositionPatient;
    return own && before && normal ? dot(normal, subtract(own, before)) : 0;
  });
}

function shapeIssues(sorted: readonly Placed[]): readonly ImageIssue[] {
  const affine = stackAffine(sorted);
  const normal = sorted[0] && planeDirections(sorted[0])?.normal;
  if (!affine || !normal) return [];
  const { kind } = orthogonality(affine);
  if (kind === 'sheared') return [{ code: 'SERIES_SHEARED' }];
  if (kind !== 'tilted') return [];
  const step = affine.axes[2];
  const cosine = Math.abs(dot(normal, step)) / norm(normal) / norm(step);
  const degrees = (Math.acos(Math.min(1, cosine)) * 180) / Math.PI;
  return [{ code: 'SERIES_TILTED', facts: { degrees: Math.round(degrees * 10) / 10 } }];
}
