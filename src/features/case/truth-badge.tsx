import { Check, TriangleAlert } from 'lucide-react';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { DisplayChain } from '../../domain/imaging/display-chain.ts';
import type { ViewState } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import type { Messages } from '../../i18n/messages/en.ts';
import { cx } from '../../ui/cx.ts';
import styles from './truth-badge.module.css';
import type { View } from './use-reading.ts';

interface TruthBadgeProps {
  readonly series: CaseSeries | undefined;
  readonly view: View;
}

type Image = NonNullable<ViewState['image']>;

/** Where the values on screen come from. */
function voiText(t: Messages, image: Image, { choice }: DisplayChain): string {
  const { attributes, attributesFrom } = image;
  const source = attributesFrom === 'none' ? t.badge.file : t.badge[attributesFrom];
  switch (choice.kind) {
    case 'lut':
      return t.badge.lut(source, attributes.voiLuts[choice.index]?.explanation ?? '');
    case 'window':
      return t.badge.window(source, attributes.windows[choice.index]?.explanation ?? '');
    case 'percentile':
      return attributes.voiLuts.length + attributes.windows.length > 0
        ? t.badge.percentileChosen
        : t.badge.percentile;
    case 'preset':
      return t.badge.preset(`${choice.width}/${choice.center}`);
    case 'manual':
      return t.badge.manual;
    case 'none':
      return t.badge.none;
  }
}

/** What midscope had to guess about the image, or what in its files disagrees. */
function doubts(
  t: Messages,
  series: CaseSeries | undefined,
  image: Image,
  chain: DisplayChain,
): readonly string[] {
  const found: string[] = [];
  if (image.container !== 'dicom' && image.attributesFrom === 'none') found.push(t.badge.noSidecar);
  if (series?.images[0]?.sidecarShared === true) found.push(t.badge.sharedSidecar);
  if (chain.guessed.includes('polarity')) found.push(t.badge.polarityConflict);
  if (series?.viewConflict === true) found.push(t.issues.VIEW_MISMATCH.title);
  return found;
}

/** Says in a line by what right the picture looks as it does: solid when the file says so, dashed when guessed. */
export function TruthBadge({ series, view }: TruthBadgeProps) {
  const { t } = useLanguage();
  const { image, chain } = view.state ?? {};
  if (!image || !chain) return null;
  if (image.pixels.kind === 'rgb') return <Badge isGuess={false} text={t.badge.colour} />;
  const isGuess =
    chain.choice.kind === 'percentile' &&
    chain.guessed.includes('percentile') &&
    image.attributes.voiLuts.length + image.attributes.windows.length === 0;
  const { reason } = chain.polarity;
  const parts = [
    ...(image.valuesAreModality && series?.modality === 'CT' ? [t.badge.hu] : []),
    voiText(t, image, chain),
    ...(reason === 'none' ? [] : [t.badge.inverted(reason)]),
  ];
  const doubted = doubts(t, series, image, chain);
  return (
    <>
      {doubted.length > 0 && <Badge isGuess text={doubted.join(' · ')} />}
      <Badge isGuess={isGuess} text={parts.join(' · ')} />
    </>
  );
}

function Badge({ isGuess, text }: { readonly isGuess: boolean; readonly text: string }) {
  return (
    <span
      title={text}
      className={cx(styles.badge, isGuess && styles.guess)}
      data-testid="truth-badge"
      data-guess={isGuess}
    >
      {isGuess ? <TriangleAlert aria-hidden /> : <Check aria-hidden />}
      <span className={styles.text}>{text}</span>
    </span>
  );
}
