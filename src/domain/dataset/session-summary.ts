import { namedProjection, type Projection } from '../imaging/projection.ts';
import { cellOf } from './columns.ts';
import type { DatasetTables } from './dataset-index.ts';

/** Images of one kind in a session. */
export interface ImageKind {
  /** Projection of a film, else the modality, else a question mark. */
  readonly name: string;
  /** Series: a stack of slices counts once. */
  readonly count: number;
  /** How many of them have a file. */
  readonly found: number;
}

const SHORT_VIEW: Readonly<Record<string, string>> = { lateral: 'Lat' };

/** One image of each series of a session, in display order. */
function firstImages(index: DatasetTables, session: number): readonly number[] {
  const seen = new Set<number>();
  return Array.from(cellOf(index.sessions.images, session)).filter((image) => {
    const series = index.images.series[image] ?? 0;
    if (seen.has(series)) return false;
    seen.add(series);
    return true;
  });
}

/** What images a session has, in display order. */
export function sessionImageKinds(index: DatasetTables, session: number): readonly ImageKind[] {
  const { images } = index;
  const kinds = new Map<string, { count: number; found: number }>();
  for (const image of firstImages(index, session)) {
    const view = images.views[images.view[image] ?? 0] ?? '';
    const modality = images.modalities[images.modality[image] ?? 0] ?? '';
    const name = SHORT_VIEW[view] ?? (view || modality || '?');
    const kind = kinds.get(name) ?? { count: 0, found: 0 };
    kind.count += 1;
    kind.found += images.presence[image] === 0 ? 1 : 0;
    kinds.set(name, kind);
  }
  return [...kinds].map(([name, { count, found }]) => ({ name, count, found }));
}

/** The modalities of a session's images, each once. */
export const sessionModalities = ({ images, sessions }: DatasetTables, session: number): readonly string[] =>
  [
    ...new Set(
      Array.from(
        cellOf(sessions.images, session),
        (image) => images.modalities[images.modality[image] ?? 0] ?? '',
      ),
    ),
  ].filter((modality) => modality !== '');

/** Where the projection of a film is known from; `conflict`: the name states another one than what was read. */
export const PROJECTION_SOURCES = ['name', 'header', 'conflict'] as const;
export type ProjectionSource = (typeof PROJECTION_SOURCES)[number];

/** The projection that the file name of an image states in its `vp-` entity. */
export function projectionInName({ images }: DatasetTables, image: number): Projection | undefined {
  const path = images.paths[image] ?? '';
  // Asked of every image of an index: several times faster than one pattern for it all.
  const at = path.toLowerCase().indexOf('vp-', path.lastIndexOf('/') + 1);
  const before = path[at - 1];
  if (at < 0 || (before !== '_' && before !== '/' && at > 0)) return undefined;
  return namedProjection(/^[a-z0-9]*/i.exec(path.slice(at + 3))?.[0] ?? '');
}

/** Undefined for an image without a projection. */
export function projectionSource(index: DatasetTables, image: number): ProjectionSource | undefined {
  const { images } = index;
  if (images.viewConflict[image] === 1) return 'conflict';
  if ((images.views[images.view[image] ?? 0] ?? '') === '') return undefined;
  return projectionInName(index, image) === undefined ? 'header' : 'name';
}

/** One projection of a session, and how it is known. */
export interface SessionProjection {
  readonly view: string;
  readonly source: ProjectionSource;
  /** What the file name states instead. */
  readonly named: Projection | undefined;
}

/** The projections of a session's films, each kind once. */
export function sessionProjections(index: DatasetTables, session: number): readonly SessionProjection[] {
  const found = new Map<string, SessionProjection>();
  for (const image of cellOf(index.sessions.images, session)) {
    const source = projectionSource(index, image);
    if (source === undefined) continue;
    const view = index.images.views[index.images.view[image] ?? 0] ?? '';
    found.set(`${view} ${source}`, { view, source, named: projectionInName(index, image) });
  }
  return [...found.values()];
}

/** Which text a session has: with its own line breaks, only in lower case without accents, or none. */
export const REPORT_KINDS = ['readable', 'normalised', 'none'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export function reportKind({ sessions }: DatasetTables, session: number): ReportKind {
  if ((sessions.reports[session]?.length ?? 0) > 0) return 'readable';
  return (sessions.normalisedReport[session] ?? '') === '' ? 'none' : 'normalised';
}

/** Image files that a table or a listing names and that were not found. */
export const missingImages = ({ images, sessions }: DatasetTables, session: number): readonly number[] =>
  Array.from(cellOf(sessions.images, session)).filter((image) => images.presence[image] === 1);

/** Images of a session whose sidecar or header is still to be read. */
export const unreadImages = ({ images, sessions }: DatasetTables, session: number): number =>
  cellOf(sessions.images, session).reduce(
    (sum, image) => sum + Number(images.readState[image] === 0 && images.presence[image] === 0),
    0,
  );
