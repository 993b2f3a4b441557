import { cellOf } from '../../dataset/columns.ts';
import type { DatasetTables } from '../../dataset/dataset-index.ts';
import { projectionInName } from '../../dataset/session-summary.ts';

export type ImageContradiction =
  /** The file name states another projection than sidecar or header; a row of the image table. */
  | {
      readonly rule: 'projection-mismatch';
      readonly image: number;
      readonly named: string;
      readonly read: string;
    }
  /** Files of one series share the projection of their name; rows of the image table. */
  | { readonly rule: 'projection-shared'; readonly images: readonly number[]; readonly named: string };

const FILMS: ReadonlySet<string> = new Set(['CR', 'DX']);
const ACQUISITION = /_acq-[^_/]*(?=_[^/]*$)/i;

/** The name of a film without what tells the files of its series apart; undefined where nothing does. */
function seriesName({ images }: DatasetTables, image: number): string | undefined {
  const path = images.paths[image] ?? '';
  // Asked of every image of an index: most names have no such part.
  if (
    !path.toLowerCase().includes('_acq-') ||
    !FILMS.has(images.modalities[images.modality[image] ?? 0] ?? '')
  )
    return undefined;
  const name = path.replace(ACQUISITION, '');
  return name === path ? undefined : name;
}

/** The checks of what images are named against what they are. */
export function imageContradictions(index: DatasetTables, session: number): readonly ImageContradiction[] {
  const { images, sessions } = index;
  const found: ImageContradiction[] = [];
  let bySeries: Map<string, number[]> | undefined;
  for (const image of cellOf(sessions.images, session)) {
    if (images.viewConflict[image] === 1)
      found.push({
        rule: 'projection-mismatch',
        image,
        named: projectionInName(index, image) ?? '',
        read: images.views[images.view[image] ?? 0] ?? '',
      });
    const series = seriesName(index, image);
    if (series === undefined) continue;
    bySeries ??= new Map();
    const others = bySeries.get(series);
    if (others) others.push(image);
    else bySeries.set(series, [image]);
  }
  for (const group of bySeries?.values() ?? []) {
    const named = projectionInName(index, group[0] ?? -1);
    if (group.length > 1 && named !== undefined)
      found.push({ rule: 'projection-shared', images: group, named });
  }
  return found;
}
