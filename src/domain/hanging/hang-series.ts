import type { CaseSeries } from '../dataset/case-series.ts';

/** Viewports that a page can have. */
export const MOST_VIEWPORTS = 4;

export const isFrontal = ({ view }: CaseSeries): boolean => /^(PA|AP)/.test(view);
export const isLateral = ({ view }: CaseSeries): boolean => view === 'lateral' || view === 'LL';

/**
 * Which series each viewport shows at first: the one that is asked for, or the first on disk, then to the right of
 * a frontal film its lateral, then the others in the order of the strip. Undefined where there are no more.
 */
export function hangSeries(
  series: readonly CaseSeries[],
  asked: CaseSeries | undefined,
): readonly (CaseSeries | undefined)[] {
  const found = series.filter(({ presence }) => presence === 'found');
  const first = asked ?? found[0] ?? series[0];
  const others = found.filter((one) => one !== first);
  const lateral = first && isFrontal(first) ? others.find(isLateral) : undefined;
  const ordered = [first, lateral, ...others.filter((one) => one !== lateral)].filter(
    (one) => one !== undefined,
  );
  return Array.from({ length: MOST_VIEWPORTS }, (_, at) => ordered[at]);
}
