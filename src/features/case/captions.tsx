import { Eye, EyeOff } from 'lucide-react';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { spacingOf, type Spacing } from '../../domain/imaging/spacing.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import type { ViewState } from '../../engine/index.ts';
import type { Formats } from '../../i18n/formats.ts';
import { useLanguage, type Language } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { BranchDot } from '../../ui/marks.tsx';
import styles from './captions.module.css';
import { fits, segmentKey } from './mask-overlay.tsx';
import { seriesName } from './series-strip.tsx';
import { TruthBadge } from './truth-badge.tsx';
import type { ImageMask } from './use-masks.ts';
import type { Reading, View } from './use-reading.ts';

interface TopCaptionProps {
  readonly index: DatasetIndex;
  readonly series: CaseSeries | undefined;
  readonly view: View;
}

const runOf = (path: string): string => /_(run-[^_]+)/i.exec(path)?.[1] ?? '';

/** What the image is, and how far midscope stands by what is on screen. */
export function TopCaption({ series, view }: TopCaptionProps) {
  const { t, format } = useLanguage();
  const { slice = 0, slices = 0 } = view.state ?? {};
  return (
    <header className={styles.caption}>
      {series && (
        <>
          <strong className={styles.name}>{seriesName(series)}</strong>
          {series.view !== '' && <span>{series.modality}</span>}
          <span className={styles.code}>{runOf(series.key)}</span>
          {slices > 1 && <span>{t.case.slice(format.number(slice + 1), format.number(slices))}</span>}
        </>
      )}
      <span className={styles.badges}>
        <TruthBadge series={series} view={view} />
      </span>
    </header>
  );
}

interface BottomCaptionProps {
  readonly image: ViewState['image'];
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
export function BottomCaption({ image, masks, view, reading }: BottomCaptionProps) {
  const language = useLanguage();
  return (
    <footer className={styles.caption}>
      <MaskLegend image={image} masks={masks} reading={reading} />
      <span className={styles.end}>
        {image && <span>{spacingText(language, spacingOf(image.attributes))}</span>}
        <span className={styles.window}>{windowText(language.format, view)}</span>
      </span>
    </footer>
  );
}

function MaskLegend({ image, masks, reading }: Omit<BottomCaptionProps, 'view'>) {
  const { t, format } = useLanguage();
  const vocabulary = useVocabulary();
  if (masks.length === 0) return null;
  const failed = masks.find(({ failure }) => failure?.kind === 'issue')?.failure;
  const misfit = image && masks.find((mask) => mask.mask && !fits(image, mask));
  return (
    <ul aria-label={t.case.masksOfImage} className={styles.legend}>
      {failed?.kind === 'issue' && <li className={styles.failed}>{t.issues[failed.issue.code].title}</li>}
      {misfit && <li className={styles.failed}>{t.issues.MASK_SIZE.title}</li>}
      {masks.flatMap((mask) =>
        (mask.mask?.segments ?? []).map(({ value, label, areaPx }) => {
          const key = segmentKey(mask, value);
          const isVisible = reading.masks !== 'off' && !reading.hiddenSegments.has(key);
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
              <span className={styles.faint}>{t.case.area(format.number(areaPx))}</span>
              <button
                type="button"
                className={styles.eye}
                aria-label={isVisible ? t.case.hideSegment(label) : t.case.showSegment(label)}
                aria-pressed={isVisible}
                onClick={() => {
                  if (reading.masks === 'off') reading.setMasks('outline');
                  else reading.toggleSegment(key);
                }}
              >
                {isVisible ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
              </button>
            </li>
          );
        }),
      )}
    </ul>
  );
}
