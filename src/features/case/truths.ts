import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { DisplayChain } from '../../domain/imaging/display-chain.ts';
import { filedAspect } from '../../domain/imaging/spacing.ts';
import type { ViewState } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import type { Messages } from '../../i18n/messages/en.ts';
import { doubtsOf } from './doubts.ts';
import { useOrientation } from './use-orientation.ts';
import type { View } from './use-reading.ts';
import type { Stack } from './use-stack.ts';

/** What a badge says: why the picture looks as it does, or what of it is doubted; what matters most comes first. */
export interface Truth {
  readonly parts: readonly string[];
  readonly isGuess: boolean;
  /** Its badge opens the way from file to screen. */
  readonly opens?: boolean;
  /** A sign without words, which another badge says. */
  readonly isSmall?: boolean;
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
      return attributes.voiLuts.length + attributes.windows.length > 0 && attributes.areOfOtherDepth !== true
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

/** Whether nothing in the file says which window is right. */
const isWindowGuessed = ({ attributes }: Image, { choice, guessed }: DisplayChain): boolean =>
  choice.kind === 'percentile' &&
  guessed.includes('percentile') &&
  (attributes.areOfOtherDepth === true || attributes.voiLuts.length + attributes.windows.length === 0);

interface Shown {
  readonly series: CaseSeries | undefined;
  readonly view: View;
  readonly stack: Stack | undefined;
}

/** What the badges of a viewport say; nothing before its image is there. */
export function useTruths({ series, view, stack }: Shown): readonly Truth[] {
  const { t } = useLanguage();
  const [orientation] = useOrientation(series);
  const { image, chain, reduction = 1 } = view.state ?? {};
  if (!image || !chain) return [];
  const doubts = doubtsOf(t, { series, image, chain, stack, orientation, reduction });
  const doubted: readonly Truth[] = doubts.length > 0 ? [{ parts: doubts, isGuess: true }] : [];
  if (image.pixels.kind === 'rgb')
    return [...doubted, { parts: [t.badge.colour], isGuess: false, opens: true }];
  const { reason } = chain.polarity;
  const aspect = filedAspect(image.attributes);
  const parts = [
    ...(image.valuesAreModality && series?.modality === 'CT' ? [t.badge.hu] : []),
    // What comes from where, and its name: apart, where there is room for one of them.
    ...voiText(t, image, chain).split(' · '),
    ...(reason === 'none' ? [] : [t.badge.inverted(reason)]),
    ...(aspect ? [t.badge.aspect(aspect.join(':'))] : []),
  ];
  // One badge: two that are dashed would say the same thing twice.
  if (isWindowGuessed(image, chain))
    return [{ parts: [...parts, t.badge.percentileHow, ...doubts], isGuess: true, opens: true }];
  return [...doubted, { parts, isGuess: false, opens: true }];
}
