import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { DisplayChain } from '../../domain/imaging/display-chain.ts';
import type { LookupTable } from '../../domain/imaging/image-attributes.ts';
import { isAsFiled, type Reorientation } from '../../domain/imaging/reorient.ts';
import type { IssueCode } from '../../domain/issues.ts';
import type { ViewState } from '../../engine/index.ts';
import type { Messages } from '../../i18n/messages/en.ts';
import type { Stack } from './use-stack.ts';

/** What can be doubted: an image, and the series it is of. */
interface Doubted {
  readonly series: CaseSeries | undefined;
  readonly image: NonNullable<ViewState['image']>;
  readonly chain: DisplayChain;
  readonly stack: Stack | undefined;
  readonly orientation: Reorientation;
  /** Pixels of each side that are drawn as one. */
  readonly reduction: number;
}

/** What is found of a stack as a whole and matters to whoever looks at a slice of it. */
const OF_STACK: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'SERIES_MIXED',
  'SERIES_GAPS',
  'SERIES_DUPLICATES',
  'SERIES_UNEVEN',
  'SERIES_SHEARED',
  'SERIES_TILTED',
  'IMAGE_FIRST_ONLY',
  'IMAGE_COLOUR',
]);

/** What is found of an image that makes its values, its spacing or its letters another's, or leaves out a part of it. */
const OF_IMAGE: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'SIDECAR_SIZE',
  'SIDECAR_DEPTH',
  'NIFTI_ROUNDED',
  'IMAGE_FIRST_ONLY',
  'IMAGE_TRANSPARENT',
]);

const isShort = (lut: LookupTable | undefined): boolean => (lut?.missing ?? 0) > 0;

/** What midscope had to guess about an image besides its window, or what in its files disagrees; the worst first. */
export function doubtsOf(
  t: Messages,
  { series, image, chain, stack, orientation, reduction }: Doubted,
): readonly string[] {
  const found: string[] = [];
  if (!isAsFiled(orientation)) found.push(t.ct.byYou);
  if (reduction > 1) found.push(t.badge.reduced(String(reduction)));
  if (chain.guessed.includes('polarity')) found.push(t.badge.polarityConflict);
  if (series?.viewConflict === true) found.push(t.issues.VIEW_MISMATCH.title);
  if (image.container !== 'dicom' && image.attributesFrom === 'none') found.push(t.badge.noSidecar);
  if (series?.images[0]?.sidecarShared === true) found.push(t.badge.sharedSidecar);
  const { choice, modality } = chain;
  if (choice.kind === 'lut' && isShort(image.attributes.voiLuts[choice.index])) found.push(t.badge.shortLut);
  if (modality.kind === 'lut' && isShort(modality.lut)) found.push(t.badge.shortModalityLut);
  for (const { code } of image.issues) if (OF_IMAGE.has(code)) found.push(t.issues[code].title);
  if (!image.orientation) found.push(t.badge.noOrientation);
  for (const { code } of stack?.description.issues ?? [])
    if (OF_STACK.has(code)) found.push(t.issues[code].title);
  return found;
}
