import { Eye, EyeOff, Maximize2, Minimize2 } from 'lucide-react';
import { shownKey } from '../../commands/registry.ts';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import { projectionOf } from '../../domain/imaging/projection.ts';
import { spacingOf, type Spacing } from '../../domain/imaging/spacing.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import type { ViewState } from '../../engine/index.ts';
import type { Formats } from '../../i18n/formats.ts';
import { useLanguage, type Language } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { BranchDot } from '../../ui/marks.tsx';
import styles from './captions.module.css';
import { seriesName } from './series-strip.tsx';
import { TruthBadge } from './truth-badge.tsx';
import { fits, segmentsInView, type ImageMask } from './use-masks.ts';
import type { Reading, View } from './use-reading.ts';

interface TopCaptionProps {
  readonly series: CaseSeries | undefined;
  readonly view: View;
  readonly reading: Reading;
}

const runOf = (path: string): string => /_(run-[^_]+)/i.exec(path)?.[1] ?? '';

/** What the image is, and how far midscope stands by what is on screen. */
export function TopCaption({ series, view, reading }: TopCaptionProps) {
  const { t, format } = useLanguage();
  const { slice = 0, slices = 0, image } = view.state ?? {};
  const isPortable = image !== undefined && projectionOf(undefined, image.attributes).portable;
  return (
    <header className={styles.caption}>
      {series && (
        <>
          <strong className={styles.name}>{seriesName(series)}</strong>
          {isPortable && <span className={styles.how}>{t.case.portable}</span>}
          {series.view !== '' && <span>{series.modality}</span>}
          <span className={styles.code}>{runOf(series.key)}</span>
          {slices > 1 && <span>{t.case.slice(format.number(slice + 1), format.number(slices))}</span>}
        </>
      )}
      <span className={styles.badges}>
        <TruthBadge series={series} view={view} />
      </span>
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
}

/** Pixel spacing as the language writes it; a thousandth of a millimetre matters below one. */
export function spacingText({ t, format }: Language, spacing: Spacing): string {
  if (spacing.kind === 'none') return t.spacing.none;
  const { rowMm, columnMm } = spacing;
  const digits = (value: number): string => format.fixed(value, value < 0.995 ? 3 : 2);
  const mm = rowMm === columnMm ? digits(rowMm) : `${digits(rowMm)} × ${digits(columnMm)}`;
  return spacing.kind === 'magnified'
    ? t.spacing.magnified(mm, format.number(spacing.factor))
    : t.spacing[spacing.kind](mm);
}

/** Window values as filed or set; a LUT has none. */
function windowText(format: Formats, view: View): string {
  const voi = view.state?.chain?.voi;
  if (voi?.kind !== 'window' || view.state?.image?.pixels.kind === 'rgb') return '';
  return `W ${format.number(Math.round(voi.width))} L ${format.number(Math.round(voi.center)).replace('-', '−')}`;
}

/** The masks of the image, its spacing, and the window. */
export function BottomCaption({ masks, view, reading }: BottomCaptionProps) {
  const language = useLanguage();
  const image = view.state?.image;
  return (
    <footer className={styles.caption}>
      <MaskLegend masks={masks} state={view.state} reading={reading} />
      <span className={styles.end}>
        {image && <span>{spacingText(language, spacingOf(image.attributes))}</span>}
        <span className={styles.window}>{windowText(language.format, view)}</span>
      </span>
    </footer>
  );
}

interface MaskLegendProps {
  readonly masks: readonly ImageMask[];
  readonly state: ViewState | undefined;
  readonly reading: Reading;
}

function MaskLegend({ masks, state, reading }: MaskLegendProps) {
  const { t, format } = useLanguage();
  const vocabulary = useVocabulary();
  if (masks.length === 0) return null;
  const failed = masks.find(({ failure }) => failure?.kind === 'issue')?.failure;
  const image = state?.image;
  const misfit = image && masks.some(({ mask }) => mask && !fits(mask, image, state.slices));
  return (
    <ul aria-label={t.case.masksOfImage} className={styles.legend}>
      {failed?.kind === 'issue' && <li className={styles.failed}>{t.issues[failed.issue.code].title}</li>}
      {misfit === true && <li className={styles.failed}>{t.issues.MASK_SIZE.title}</li>}
      {segmentsInView(masks, state).map(({ key, label, areaPx }) => {
        const isVisible = reading.masks !== 'off' && !reading.masksHeld && !reading.hiddenSegments.has(key);
        return (
          <li
            key={key}
            className={styles.segment}
            data-testid="segment"
            data-label={label}
            data-area-px={areaPx}
            data-visible={isVisible}
          >
            <BranchDot square branch={branchOf(vocabulary, label)} />
            <span className={styles.label}>{label}</span>
            <span className={styles.area}>{t.case.area(format.number(areaPx))}</span>
            <SegmentEye label={label} segment={key} isVisible={isVisible} reading={reading} />
          </li>
        );
      })}
    </ul>
  );
}

interface SegmentEyeProps {
  readonly label: string;
  readonly segment: string;
  readonly isVisible: boolean;
  readonly reading: Reading;
}

/** Shows or hides one segment; while masks are off, shows them all. */
function SegmentEye({ label, segment, isVisible, reading }: SegmentEyeProps) {
  const { t } = useLanguage();
  return (
    <button
      type="button"
      className={styles.eye}
      aria-label={isVisible ? t.case.hideSegment(label) : t.case.showSegment(label)}
      aria-pressed={isVisible}
      onClick={() => {
        if (reading.masks === 'off') reading.setMasks('outline');
        else reading.toggleSegment(segment);
      }}
    >
      {isVisible ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
    </button>
  );
}
