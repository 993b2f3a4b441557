import type { DatasetPath } from '../brand.ts';
import { caseSeries, type CaseSeries } from './case-series.ts';
import { cellOf } from './columns.ts';
import type { DatasetIndex } from './dataset-index.ts';

/** A film or a stack of slices that has a mask. */
export interface MaskedSeries {
  /** Row of the session table. */
  readonly session: number;
  readonly series: CaseSeries;
  /** The first of its images that has one. */
  readonly image: DatasetPath;
  /** Its only masks are those that the user has put on it. */
  readonly isByHand: boolean;
}

/**
 * Every series with a mask, in the order of subjects and sessions: counted from what was found, each once however many
 * masks it has.
 * @param attached images that the user has put a mask on.
 */
export function maskedSeries(
  index: DatasetIndex,
  attached: ReadonlySet<DatasetPath> = new Set(),
): readonly MaskedSeries[] {
  const filed = new Set<number>();
  const sessions = new Set<number>();
  for (const image of index.masks.image) {
    if (image < 0) continue;
    filed.add(image);
    sessions.add(index.images.session[image] ?? 0);
  }
  index.images.paths.forEach((path, image) => {
    if (attached.has(path)) sessions.add(index.images.session[image] ?? 0);
  });
  const inOrder = index.subjects.ids.flatMap((_, subject) =>
    Array.from(cellOf(index.subjects.sessions, subject)),
  );
  return inOrder
    .filter((session) => sessions.has(session))
    .flatMap((session) =>
      caseSeries(index, session).flatMap((series): readonly MaskedSeries[] => {
        const own = series.images.find(({ row }) => filed.has(row));
        const image = own ?? series.images.find(({ path }) => attached.has(path));
        return image ? [{ session, series, image: image.path, isByHand: own === undefined }] : [];
      }),
    );
}
