import type { ImageDraft, Placed, SessionDraft, SubjectDraft } from './drafts.ts';
import type { Relation } from './group-parts.ts';

/** Whether two files of one place were compared and are not the same. */
export const differ = (one: Placed, other: Placed): boolean =>
  one.version !== undefined && other.version !== undefined && one.version !== other.version;

const haveSame = (one: SessionDraft, other: SessionDraft): boolean =>
  [...other.images].some(
    ([place, { version }]) => version !== undefined && one.images.get(place)?.version === version,
  );

/** The first image of two drafts of a session that lies at one place and is not the same. */
export function differingImages(
  one: SessionDraft,
  other: SessionDraft,
): readonly [ImageDraft, ImageDraft] | undefined {
  for (const [place, image] of other.images) {
    const known = one.images.get(place);
    if (known && differ(known, image)) return [known, image];
  }
  return undefined;
}

export function relateSessions(one: SessionDraft, other: SessionDraft): Relation {
  if (differingImages(one, other)) return 'different';
  return haveSame(one, other) ? 'same' : 'unrelated';
}

/** An image in common shows that two roots speak of one person, even where they disagree on another. */
export function relateSubjects(one: SubjectDraft, other: SubjectDraft): Relation {
  let found: Relation = 'unrelated';
  for (const [id, session] of other.sessions) {
    const known = one.sessions.get(id);
    if (!known) continue;
    if (haveSame(known, session)) return 'same';
    if (differingImages(known, session)) found = 'different';
  }
  return found;
}
