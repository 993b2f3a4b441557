import type { DatasetBuilder } from './dataset-builder.ts';
import type { ImageDraft, MaskDraft, Placed, SessionDraft } from './drafts.ts';

/** Files at one place below several roots, in the order of the roots. */
export type Copies<File extends Placed = Placed> = readonly File[];

export interface FoundCopies {
  readonly images: readonly Copies<ImageDraft>[];
  readonly masks: readonly Copies<MaskDraft>[];
}

/** Files by their place below the root, each place with what lies there in every root. */
export function byPlace<File extends Placed>(files: readonly File[]): readonly Copies<File>[] {
  const places = new Map<string, File[]>();
  for (const file of files) {
    const known = places.get(file.relative);
    if (known) known.push(file);
    else places.set(file.relative, [file]);
  }
  return [...places.values()];
}

/** Everything that lies in several roots: copies, or other people's files under the same name. */
export function findCopies(builder: DatasetBuilder): FoundCopies {
  const images: Copies<ImageDraft>[] = [];
  const masks: Copies<MaskDraft>[] = [];
  for (const parts of builder.subjectParts().values()) {
    if (parts.length < 2) continue;
    const sessions = new Map<string, SessionDraft[]>();
    for (const part of parts)
      for (const [id, draft] of part.sessions) {
        const known = sessions.get(id);
        if (known) known.push(draft);
        else sessions.set(id, [draft]);
      }
    for (const drafts of sessions.values()) {
      if (drafts.length < 2) continue;
      images.push(...byPlace(drafts.flatMap((draft) => [...draft.images.values()])));
      masks.push(...byPlace(drafts.flatMap((draft) => draft.masks)));
    }
  }
  const isSeveral = ({ length }: Copies): boolean => length > 1;
  return { images: images.filter(isSeveral), masks: masks.filter(isSeveral) };
}
