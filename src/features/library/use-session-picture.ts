import { useQuery } from '@tanstack/react-query';
import { caseSeries } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { Thumbnail } from '../../domain/imaging/thumbnail.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useDataset } from '../../session/session-context.tsx';
import { failureText } from '../../ui/failure-text.ts';

/** Milliseconds for which a picture that left the screen is kept. */
const KEPT = 180_000;

export interface SessionPictureState {
  readonly picture: Thumbnail | undefined;
  /** The session has no image with a file. */
  readonly isEmpty: boolean;
  /** Why the image cannot be shown. */
  readonly failure: ReturnType<typeof failureText> | undefined;
}

/**
 * A small picture of the first image of a session: its middle slice, windowed as the image opens, made in a
 * worker; urgent ones before all that wait. What leaves the screen before it is made is not made.
 */
export function useSessionPicture(
  index: DatasetIndex,
  row: number,
  side: number,
  mayLoad: boolean,
  isUrgent = false,
): SessionPictureState {
  const { t } = useLanguage();
  const { images, key } = useDataset();
  const first = caseSeries(index, row).find(({ presence }) => presence === 'found');
  const file = first?.images[Math.floor(first.images.length / 2)];
  const { data, error } = useQuery({
    queryKey: ['session picture', key, side, file?.path],
    queryFn: ({ signal }) => {
      if (!file) throw new RangeError('no image');
      const ref = { path: file.path, ...(file.sidecar && { sidecar: file.sidecar }) };
      return images.picture(ref, { isFilm: first?.container === 'png', side, isUrgent }, signal);
    },
    enabled: mayLoad && file !== undefined,
    gcTime: KEPT,
  });
  return {
    picture: data,
    isEmpty: file === undefined,
    failure: error ? failureText(t, error) : undefined,
  };
}
