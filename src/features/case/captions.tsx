import { Maximize2, Minimize2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useShownKey } from '../../commands/command-scope.tsx';
import type { FoundSeries } from '../../domain/dataset/patient-sessions.ts';
import { projectionOf } from '../../domain/imaging/projection.ts';
import { seriesKind } from '../../domain/imaging/series-kind.ts';
import { valueDigits } from '../../domain/imaging/value-digits.ts';
import type { Scale } from '../../domain/measure/scale.ts';
import type { Formats } from '../../i18n/formats.ts';
import { useLanguage, type Language } from '../../i18n/locale.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './captions.module.css';
import { MaskLegend } from './mask-legend.tsx';
import { useImageScale } from './measure/use-picture.ts';
import { seriesName } from './series-entry.tsx';
import { SessionBadge } from './session-badge.tsx';
import { TruthBadges, type Trace } from './truth-badge.tsx';
import { useTruths } from './truths.ts';
import type { ImageMask, ShownSegment } from './use-masks.ts';
import type { Link } from './use-linked-scroll.ts';
import type { Reading, View } from './use-reading.ts';
import type { Stack } from './use-stack.ts';
import { valueText } from './value-text.ts';

interface TopCaptionProps {
  readonly found: FoundSeries | undefined;
  readonly view: View;
  readonly reading: Reading;
  readonly stack: Stack | undefined;
  /** How the viewport follows the active one. */
  readonly link: Link;
  readonly trace: Trace;
}

const runOf = (path: string): string => /_(run-[^_]+)/i.exec(path)?.[1] ?? '';

/** What the image is, and how far midscope stands by what is on screen. */
export function TopCaption({ found, view, reading, stack, link, trace }: TopCaptionProps) {
  const { t, format } = useLanguage();
  const shownKey = useShownKey();
  const series = found?.series;
  const { slice = 0, slices = 0, image } = view.state ?? {};
  const kind = series?.view === '' && image ? seriesKind(image.attributes) : undefined;
  const truths = useTruths({ series, view, stack });
  const isPortable = image !== undefined && projectionOf(undefined, image.attributes).portable;
  return (
    <header className={styles.caption}>
      {found && series && (
        <>
          <strong className={styles.name}>{seriesName(series)}</strong>
          <SessionBadge session={found.session} />
          {isPortable && <span className={styles.how}>{t.case.portable}</span>}
          {series.view !== '' && <span>{series.modality}</span>}
          {kind && (
            <span
              className={styles.how}
              title={t.ct.kindNames[kind]}
              data-testid="series-kind"
              data-kind={kind}
            >
              {t.ct.kinds[kind]}
            </span>
          )}
          <span className={styles.code}>{runOf(series.key)}</span>
          {slices > 1 && <span>{t.case.slice(format.number(slice + 1), format.number(slices))}</span>}
          {link === 'by-position' && <span data-testid="linked-note">{t.ct.byPosition}</span>}
        </>
      )}
      <TruthBadges truths={truths} trace={trace} />
      {reading.toggleOne && (
        <IconButton
          name={reading.layout === 1 ? t.case.showAll : t.case.showOne}
          shortcut={shownKey('toggle-one')}
          onPress={reading.toggleOne}
        >
          {reading.layout === 1 ? <Minimize2 aria-hidden /> : <Maximize2 aria-hidden />}
        </IconButton>
      )}
    </header>
  );
}

interface BottomCaptionProps {
  readonly masks: readonly ImageMask[];
  readonly view: View;
  readonly reading: Reading;
  /** What is on screen of the masks, where that is not a slice of them. */
  readonly segments?: readonly ShownSegment[];
  /** The value under the pointer. */
  readonly children?: ReactNode;
}

/** Pixel spacing as the language writes it; a thousandth of a millimetre matters below one. */
export function spacingText({ t, format }: Language, spacing: Scale): string {
  if (spacing.kind === 'none') return t.spacing.none;
  const { rowMm, columnMm } = spacing;
  const digits = (value: number): string => format.fixed(value, value < 0.995 ? 3 : 2);
  const mm = rowMm === columnMm ? digits(rowMm) : `${digits(rowMm)} × ${digits(columnMm)}`;
  if (spacing.kind === 'user') return t.measure.user(mm);
  return spacing.kind === 'magnified'
    ? t.spacing.magnified(mm, format.number(spacing.factor))
    : t.spacing[spacing.kind](mm);
}

/** Window values as filed or set; a LUT has none. */
function windowText(format: Formats, view: View): string {
  const { chain, image } = view.state ?? {};
  if (chain?.voi.kind !== 'window' || !image || image.pixels.kind === 'rgb') return '';
  const digits = valueDigits(chain, image.pixels);
  const value = (number: number): string => valueText(format, number, digits);
  return `W ${value(chain.voi.width)} L ${value(chain.voi.center)}`;
}

/** The masks of the image, its spacing, and the window. */
export function BottomCaption({ masks, view, reading, segments, children }: BottomCaptionProps) {
  const language = useLanguage();
  const image = view.state?.image;
  const scale = useImageScale(image);
  const window = windowText(language.format, view);
  return (
    <footer className={styles.caption}>
      <MaskLegend masks={masks} view={view} reading={reading} segments={segments} />
      <span className={styles.end}>
        {children}
        {image && <span className={styles.spacing}>{spacingText(language, scale)}</span>}
        {window !== '' && <span className={styles.window}>{window}</span>}
      </span>
    </footer>
  );
}
