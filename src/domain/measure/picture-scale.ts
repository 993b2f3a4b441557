import type { Spacing } from '../imaging/spacing.ts';
import type { Mark } from './measurement.ts';
import { calibrate, type Scale } from './scale.ts';

/** The scale of a picture: by its calibration line, if there is one among the marks, else as filed. */
export function scaleOf(spacing: Spacing, marksOfPicture: readonly Mark[]): Scale {
  const line = marksOfPicture.findLast(
    ({ tool, statedMm }) => tool === 'calibration' && statedMm !== undefined,
  );
  return (line?.statedMm !== undefined && calibrate(spacing, line.points, line.statedMm)) || spacing;
}
