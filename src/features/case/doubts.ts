import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { DisplayChain } from '../../domain/imaging/display-chain.ts';
import type { ViewState } from '../../engine/index.ts';
import type { Messages } from '../../i18n/messages/en.ts';

/** What midscope had to guess about an image besides its window, or what in its files disagrees; the worst first. */
export function doubtsOf(
  t: Messages,
  series: CaseSeries | undefined,
  image: NonNullable<ViewState['image']>,
  chain: DisplayChain,
): readonly string[] {
  const found: string[] = [];
  if (chain.guessed.includes('polarity')) found.push(t.badge.polarityConflict);
  if (series?.viewConflict === true) found.push(t.issues.VIEW_MISMATCH.title);
  if (image.container !== 'dicom' && image.attributesFrom === 'none') found.push(t.badge.noSidecar);
  if (series?.images[0]?.sidecarShared === true) found.push(t.badge.sharedSidecar);
  if (!image.orientation) found.push(t.badge.noOrientation);
  return found;
}
