import type { DatasetPath } from '../brand.ts';
import { cellOf } from './columns.ts';
import { CONTAINERS, PRESENCES, type Container, type DatasetIndex, type Presence } from './dataset-index.ts';

export interface CaseImage {
  /** Row of the image table. */
  readonly row: number;
  readonly path: DatasetPath;
  readonly sidecar: DatasetPath | undefined;
  readonly sidecarShared: boolean;
}

/** One entry of the series strip: a film, or a stack of slices. */
export interface CaseSeries {
  /** Stays the same while the dataset is read. */
  readonly key: string;
  /** Row of the session that it is of. */
  readonly session: number;
  readonly modality: string;
  /** Projection to show, empty when unknown or not a film. */
  readonly view: string;
  readonly viewConflict: boolean;
  readonly container: Container;
  readonly presence: Presence;
  readonly images: readonly CaseImage[];
}

/** The series of a session in display order. */
export function caseSeries(index: DatasetIndex, session: number): readonly CaseSeries[] {
  const { images } = index;
  const groups = new Map<number, number[]>();
  for (const row of cellOf(index.sessions.images, session)) {
    const series = images.series[row] ?? 0;
    const group = groups.get(series);
    if (group) group.push(row);
    else groups.set(series, [row]);
  }
  return Array.from(groups.values(), (rows) => {
    const first = rows[0] ?? 0;
    return {
      key: images.paths[first] ?? '',
      session,
      modality: images.modalities[images.modality[first] ?? 0] ?? '',
      view: images.views[images.view[first] ?? 0] ?? '',
      viewConflict: images.viewConflict[first] === 1,
      container: CONTAINERS[images.container[first] ?? 0] ?? 'unknown',
      presence: PRESENCES[images.presence[first] ?? 0] ?? 'found',
      images: rows.map((row) => ({
        row,
        path: images.paths[row] ?? ('' as DatasetPath),
        sidecar: images.sidecars[images.sidecar[row] ?? -1],
        sidecarShared: images.sidecarShared[row] === 1,
      })),
    };
  });
}

/** Row of a session by its ids, −1 when there is none. */
export function findSession(index: DatasetIndex, subject: string, session: string): number {
  const subjectRow = index.subjects.ids.findIndex((id) => id === subject);
  if (subjectRow < 0) return -1;
  return cellOf(index.subjects.sessions, subjectRow).find((row) => index.sessions.ids[row] === session) ?? -1;
}

/** Masks that belong to an image of one series: rows of the mask table. */
export function masksOfSeries(index: DatasetIndex, { images, session }: CaseSeries): readonly number[] {
  const rows = new Set(images.map(({ row }) => row));
  return Array.from(cellOf(index.sessions.masks, session)).filter((mask) =>
    rows.has(index.masks.image[mask] ?? -1),
  );
}
