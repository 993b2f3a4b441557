import { cellOf } from './columns.ts';
import type { DatasetIndex } from './dataset-index.ts';

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

/** What images a session has, in display order. */
export function sessionImageKinds(index: DatasetIndex, session: number): readonly ImageKind[] {
  const { images, sessions } = index;
  const kinds = new Map<string, { count: number; found: number }>();
  const seen = new Set<number>();
  for (const image of cellOf(sessions.images, session)) {
    const series = images.series[image] ?? 0;
    if (seen.has(series)) continue;
    seen.add(series);
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
