import type { ImageDraft, MaskDraft } from './drafts.ts';

const MASK_SUFFIX = /[_-](dseg|seg|segmentation|mask|roi|label|labels|labelmap)$/i;

/** The stem of the image a mask belongs to, as far as its name tells: `…_dx_dseg` → `…_dx`. */
const maskedStem = (stem: string): string => stem.replace(MASK_SUFFIX, '');

/** Whether a name says that the file is a mask. */
export const isMaskStem = (stem: string): boolean => MASK_SUFFIX.test(stem);

const runOf = (stem: string): string => /_run-([^_]+)/i.exec(stem)?.[1] ?? '';

/**
 * The image of a session that a mask belongs to: the one of the same stem, else the only one whose
 * entities agree with all that the mask's name states, else none.
 */
export function matchMask(mask: MaskDraft, images: readonly ImageDraft[]): ImageDraft | undefined {
  const stem = maskedStem(mask.stem);
  const same = images.find((image) => image.stem === stem);
  if (same) return same;
  const agreeing = images.filter(
    (image) =>
      (mask.run === '' || runOf(image.stem) === mask.run) &&
      (mask.acq === '' || image.acq === mask.acq) &&
      (mask.view === '' || image.view === '' || image.view.toLowerCase() === mask.view.toLowerCase()),
  );
  return agreeing.length === 1 ? agreeing[0] : undefined;
}
