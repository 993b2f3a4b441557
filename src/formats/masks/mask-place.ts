import { MidscopeError } from '../../domain/error.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import type { MaskFault } from '../../domain/issues.ts';
import { findSlice, type ImageReference, type MaskTarget } from '../../domain/segmentation/mask-target.ts';

export const maskFault = (reason: MaskFault, cause?: unknown): MidscopeError =>
  new MidscopeError('MASK_INVALID', { reason }, cause);

/** Parts of a mask by the slice they lie on, and what had to be left out or supposed. */
export interface Placement<Part> {
  readonly bySlice: ReadonlyMap<number, readonly Part[]>;
  readonly issues: readonly ImageIssue[];
}

/** Sorts parts onto slices; −1 leaves one out, and all left out is a fault. */
export function sortOnto<Part>(
  parts: readonly Part[],
  sliceOf: (part: Part) => number,
  fault: MaskFault,
): Placement<Part> {
  const bySlice = new Map<number, Part[]>();
  let drawn = 0;
  for (const part of parts) {
    const slice = sliceOf(part);
    if (slice < 0) continue;
    drawn += 1;
    const known = bySlice.get(slice);
    if (known) known.push(part);
    else bySlice.set(slice, [part]);
  }
  if (drawn === 0 && parts.length > 0) throw maskFault(fault);
  const isWhole = drawn === parts.length;
  return {
    bySlice,
    issues: isWhole
      ? []
      : [{ code: 'MASK_PARTLY', facts: { missing: parts.length - drawn, parts: parts.length } }],
  };
}

/**
 * Sorts parts onto the slices by the images that they name. A single image whose UID is not known is taken for the one
 * that is meant when they all name the same one, and one whose UID is another only where the user said so.
 * @throws MidscopeError MASK_INVALID `no-such-image` when none of them is on the image.
 */
export function sortByReference<Part extends { readonly reference: ImageReference | undefined }>(
  parts: readonly Part[],
  target: MaskTarget,
  isByHand: boolean,
): Placement<Part> {
  const sliceOf = ({ reference }: Part): number => (reference ? findSlice(target, reference) : -1);
  if (parts.some((part) => sliceOf(part) >= 0)) return sortOnto(parts, sliceOf, 'no-such-image');
  const named = new Set(
    parts.map(({ reference }) => (reference ? `${reference.frame ?? 1} ${reference.uid}` : '')),
  );
  const [only] = target.slices;
  if (target.slices.length !== 1 || named.size > 1 || !only) throw maskFault('no-such-image');
  const isOther = only.uid !== undefined && !named.has('');
  if (isOther && !isByHand) throw maskFault('no-such-image');
  const { bySlice } = sortOnto(parts, () => 0, 'no-such-image');
  return { bySlice, issues: isOther ? [{ code: 'MASK_OTHER_IMAGE' }] : [] };
}
