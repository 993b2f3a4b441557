import { Check, TriangleAlert } from 'lucide-react';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { DisplayChain } from '../../domain/imaging/display-chain.ts';
import type { ViewState } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import type { Messages } from '../../i18n/messages/en.ts';
import { cx } from '../../ui/cx.ts';
import { doubtsOf } from './doubts.ts';
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
  const [first, ...others] = doubtsOf(t, series, image, chain);
  return (
    <>
      {first !== undefined && <Badge isGuess text={first} more={others} />}
      <Badge isGuess={isGuess} text={parts.join(' · ')} {...(isGuess && { how: t.badge.percentileHow })} />
    </>
  );
}

interface BadgeProps {
  readonly isGuess: boolean;
  readonly text: string;
  /** Said where there is room. */
  readonly how?: string;
  /** Counted here, said in the details. */
  readonly more?: readonly string[];
}

function Badge({ isGuess, text, how, more = [] }: BadgeProps) {
  return (
    <span
      title={[text, ...(how === undefined ? [] : [how]), ...more].join(' · ')}
      className={cx(styles.badge, isGuess && styles.guess)}
      data-testid="truth-badge"
      data-guess={isGuess}
    >
      {isGuess ? <TriangleAlert aria-hidden /> : <Check aria-hidden />}
      <span className={styles.text}>
        {text}
        {how !== undefined && <span className={styles.how}> · {how}</span>}
        {more.length > 0 && ` +${more.length}`}
      </span>
    </span>
  );
}
