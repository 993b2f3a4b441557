import type { CaseSeries } from '../../domain/dataset/case-series.ts';

export function SeriesThumbnail(_props: { readonly series: CaseSeries }) {
  return null;
}
