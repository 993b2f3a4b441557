import type { CaseSeries } from '../dataset/case-series.ts';

/**
 * The series of a session to hang beside another: of its projection, or at least of its modality; those not on disk are
 * of no use.
 *
 * @param modality the one that is asked for, whatever the other is of.
 */
export function seriesBeside(
  series: readonly CaseSeries[],
  like: CaseSeries | undefined,
  modality: string,
): CaseSeries | undefined {
  const own = series.filter((one) => one.modality === modality && one.presence === 'found');
  return own.find(({ view }) => like?.modality === modality && view === like.view) ?? own[0];
}
