import type { DatasetPath } from '../../brand.ts';
import type { MaskMatch } from '../dataset-index.ts';
import type { AttachedMask, ImageDraft, MaskDraft } from './drafts.ts';
import { agreeingImages, matchMask, withoutNameFiles } from './match-masks.ts';
import { isOfOtherImage, matchReferences, matchSize } from './match-references.ts';
import type { MergedSession } from './merge-roots.ts';
import type { SessionImage } from './session-images.ts';

/** A mask of a session, with the place of its image among the session's, −1 where none matches. */
export interface SessionMask {
  readonly path: DatasetPath;
  readonly image: number;
  readonly match: MaskMatch;
  /** Place of the image in a file that has masks of many, from 0; −1 for a file of its own. */
  readonly entry: number;
  /** A SOP Instance UID that it names and none of the images has, where that keeps it from being drawn. */
  readonly missing?: string;
}

/** A DICOM file among the images that marks others, as a mask. */
const asMask = ({ path, root, relative, stem, acq, view, reading }: ImageDraft): MaskDraft => ({
  path,
  root,
  relative,
  stem,
  run: '',
  acq,
  view,
  ...(reading?.mask && { facts: reading.mask }),
});

/**
 * The masks of a session: those filed for it, then those in files that belong to no single subject. A mask that names
 * images by UID belongs to them; else its name tells, else its size.
 */
export function sessionMasks(
  session: MergedSession,
  images: readonly SessionImage[],
  attached: ReadonlyMap<ImageDraft, readonly AttachedMask[]>,
): readonly SessionMask[] {
  const among = session.images.filter(({ reading }) => reading?.mask);
  const filed = withoutNameFiles([...session.masks, ...among.map(asMask)]);
  const own = filed.map((mask) => ({
    path: mask.path,
    entry: -1,
    ...matchOf(mask, images),
  }));
  const others = images.flatMap(({ draft }, image) =>
    (draft ? (attached.get(draft) ?? []) : []).map(({ path, entry }) => ({
      path,
      image,
      entry,
      match: 'file' as const,
    })),
  );
  return [...own, ...others];
}

function matchOf(
  mask: MaskDraft,
  images: readonly SessionImage[],
): Pick<SessionMask, 'image' | 'match' | 'missing'> {
  const { facts } = mask;
  const found = images.filter(({ draft }) => draft !== undefined);
  const placed = (image: SessionImage | undefined, match: MaskMatch) =>
    image && { image: images.indexOf(image), match };
  const ofDraft = (draft: ImageDraft | undefined): SessionImage | undefined =>
    draft && found.find((image) => image.draft === draft);
  const drafts = found.flatMap(({ draft }) => draft ?? []);
  const byUid = facts && placed(matchReferences(facts, found), 'uid');
  if (byUid) return byUid;
  const named = ofDraft(matchMask(mask, drafts));
  const isOther = named !== undefined && facts !== undefined && isOfOtherImage(facts, named);
  if (named && !isOther) return { image: images.indexOf(named), match: 'name' };
  const agreeing = new Set(agreeingImages(mask, drafts));
  const bySize =
    facts &&
    placed(
      matchSize(
        facts,
        found.filter(({ draft }) => draft && agreeing.has(draft)),
      ),
      'size',
    );
  const missing = facts?.uids[0];
  return (
    bySize ?? {
      image: -1,
      match: 'none',
      ...(missing !== undefined && { missing }),
    }
  );
}
