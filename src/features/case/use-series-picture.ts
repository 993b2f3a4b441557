import { useQuery } from '@tanstack/react-query';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { Thumbnail } from '../../domain/imaging/thumbnail.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useDataset } from '../../session/session-context.tsx';
import { failureText } from '../../ui/failure-text.ts';

/** CSS pixels of the strip's pictures, for displays of two device pixels each. */
const SIDE = 160;

export interface WantedPicture {
  readonly series: CaseSeries;
  /** The viewports come first; pictures of the strip are made when they have what they need. */
  readonly mayLoad: boolean;
  /** Before pictures of other sessions. */
  readonly isUrgent: boolean;
}

interface SeriesPicture {
  readonly picture: Thumbnail | undefined;
  /** As far as it is known: that of one file, once it was read. */
  readonly slices: number;
  /** Why there is no picture. */
  readonly failure: ReturnType<typeof failureText> | undefined;
}

/** A small picture of a series: of its middle slice, if there are several. */
export function useSeriesPicture({ series, mayLoad, isUrgent }: WantedPicture): SeriesPicture {
  const { t } = useLanguage();
  const { images, key } = useDataset();
  const file = series.images[Math.floor(series.images.length / 2)];
  const { data, error } = useQuery({
    queryKey: ['thumbnail', key, file?.path],
    queryFn: ({ signal }) => {
      if (!file) return null;
      const ref = { path: file.path, ...(file.sidecar && { sidecar: file.sidecar }) };
      return images.picture(ref, { isFilm: series.container === 'png', side: SIDE, isUrgent }, signal);
    },
    enabled: mayLoad && file !== undefined && series.presence !== 'listed',
  });
  return {
    picture: data ?? undefined,
    slices: series.images.length > 1 ? series.images.length : (data?.slices ?? 1),
    failure: error ? failureText(t, error) : undefined,
  };
}
