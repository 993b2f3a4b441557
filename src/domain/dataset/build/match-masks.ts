import type { ImageDraft, MaskDraft } from './drafts.ts';

const MASK_SUFFIX =
  /[_-](dseg|seg|segmentation|mask|roi|label|labels|labelmap|coco|polygons?|annotations?)$/i;

/** The stem of the image a mask belongs to, as far as its name tells: `…_dx_dseg` → `…_dx`. */
const maskedStem = (stem: string): string => stem.replace(MASK_SUFFIX, '');

/** Whether a name says that the file is a mask. */
export const isMaskStem = (stem: string): boolean => MASK_SUFFIX.test(stem);

const withoutEnding = (path: string): string => path.replace(/(\.nii)?\.[^./]+(\.gz)?$/i, '');

const isJson = ({ path }: MaskDraft): boolean => /\.json$/i.test(path);

/** Masks without the JSON files that only name the values of another mask, which has the same name but its ending. */
export function withoutNameFiles(masks: readonly MaskDraft[]): readonly MaskDraft[] {
  const others = new Set(masks.filter((mask) => !isJson(mask)).map(({ path }) => withoutEnding(path)));
  return masks.filter((mask) => !isJson(mask) || !others.has(withoutEnding(mask.path)));
}

/** Files that may name the values of a mask, the likeliest first. */
export const nameFilesOf = (maskPath: string): readonly string[] =>
  ['.tsv', '.json', '.csv']
    .map((ending) => withoutEnding(maskPath) + ending)
    .filter((path) => path !== maskPath);

const runOf = (stem: string): string => /_run-([^_]+)/i.exec(stem)?.[1] ?? '';

/** The suffix that MIDS gives images of a modality; empty when a name ends otherwise. */
const modalitySuffix = (stem: string): string =>
  /_(cr|dx|ct|rx|xr|mr)$/i.exec(stem)?.[1]?.toLowerCase() ?? '';

/** The images of a session whose entities agree with all that a mask's name states; one of the same stem alone. */
export function agreeingImages(mask: MaskDraft, images: readonly ImageDraft[]): readonly ImageDraft[] {
  const stem = maskedStem(mask.stem);
  const same = images.find((image) => image.stem === stem);
  if (same) return [same];
  const modality = modalitySuffix(stem);
  return images.filter(
    (image) =>
      (mask.run === '' || runOf(image.stem) === mask.run) &&
      (mask.acq === '' || image.acq === mask.acq) &&
      (modality === '' || modalitySuffix(image.stem) === modality) &&
      (mask.view === '' || image.view === '' || image.view.toLowerCase() === mask.view.toLowerCase()),
  );
}

/** The image of a session that a mask belongs to: one in the mask's own root, else one in any. */
export const matchMask = (mask: MaskDraft, images: readonly ImageDraft[]): ImageDraft | undefined =>
  matchAmong(
    mask,
    images.filter(({ root }) => root === mask.root),
  ) ?? matchAmong(mask, images);

/**
 * The image of the same stem, else the only one, or the first of the only series, whose entities agree with all that
 * the mask's name states, else none.
 */
function matchAmong(mask: MaskDraft, images: readonly ImageDraft[]): ImageDraft | undefined {
  const agreeing = agreeingImages(mask, images);
  const [first] = agreeing;
  return agreeing.every(({ seriesKey }) => seriesKey === first?.seriesKey) ? first : undefined;
}
