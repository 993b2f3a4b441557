import { readsValues } from '../../../domain/measure/evaluate.ts';
import type { ImagePoint } from '../../../domain/measure/image-point.ts';
import type { MarkTool } from '../../../domain/measure/mark-tool.ts';
import { regionOf } from '../../../domain/measure/region.ts';
import {
  probeStatistics,
  regionStatistics,
  type RegionStatistics,
  type ValuedImage,
} from '../../../domain/measure/region-statistics.ts';

/** Values are not read anew at each move of a region of more pixels: about 10 ms. */
const MOST_LIVE = 2_000_000;

const extent = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

/** The values below a mark; of one that is still moving only where that is quick. */
export function valuesBelow(
  image: ValuedImage,
  tool: MarkTool,
  points: readonly ImagePoint[],
  isLive = false,
): RegionStatistics | undefined {
  const [first] = points;
  if (!readsValues(tool) || !first) return undefined;
  if (tool === 'probe') return probeStatistics(image, first);
  const region = regionOf(tool, points);
  const pixels = extent(points.map(([x]) => x)) * extent(points.map(([, y]) => y));
  return !region || (isLive && pixels > MOST_LIVE) ? undefined : regionStatistics(image, region);
}

/** The same as a part of a mark, which has none where there are none. */
export const statisticsBelow = (
  ...below: Parameters<typeof valuesBelow>
): { readonly statistics?: RegionStatistics } => {
  const statistics = valuesBelow(...below);
  return statistics ? { statistics } : {};
};
