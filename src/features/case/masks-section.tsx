import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { areaMm2 } from '../../domain/imaging/area.ts';
import { spacingOf } from '../../domain/imaging/spacing.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { useLanguage, type Language } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { BranchDot } from '../../ui/marks.tsx';
import { Slider } from '../../ui/slider.tsx';
import styles from './masks-section.module.css';
import { Section } from './section.tsx';
import { segmentsInView, useMasks } from './use-masks.ts';
import type { Reading, View } from './use-reading.ts';

interface MasksSectionProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly series: CaseSeries | undefined;
  readonly view: View | undefined;
  readonly reading: Reading;
}

/** An area in square millimetres with what they mean; empty where the file has no spacing. */
function areaText({ t, format }: Language, pixels: number, spacing: ReturnType<typeof spacingOf>): string {
  const area = areaMm2(pixels, spacing);
  if (area === undefined || spacing.kind === 'none') return '';
  const mm2 = area < 10 ? format.fixed(area, 1) : format.number(Math.round(area));
  return spacing.kind === 'magnified'
    ? t.areas.magnified(mm2, format.number(spacing.factor))
    : t.areas[spacing.kind](mm2);
}

/** The masks of the image that is active: how large each segment is, in what sense, and how strongly it is drawn. */
export function MasksSection({ index, row, series, view, reading }: MasksSectionProps) {
  const language = useLanguage();
  const { t, format } = language;
  const vocabulary = useVocabulary();
  const masks = useMasks(index, row, series);
  const { state } = view ?? {};
  if (masks.length === 0 || !state?.image) return null;
  const segments = segmentsInView(masks, state);
  const spacing = spacingOf(state.image.attributes);
  return (
    <Section title={t.case.masks} {...(state.slices > 1 && { note: t.case.areasOfSlice })}>
      <ul className={styles.list}>
        {segments.map(({ key, label, areaPx }) => (
          <li key={key} className={styles.segment} data-testid="segment-area" data-label={label}>
            <BranchDot square branch={branchOf(vocabulary, label)} />
            <span className={styles.label}>{label}</span>
            <span className={styles.area}>
              {t.case.area(format.number(areaPx))}
              <span className={styles.faint}>{areaText(language, areaPx, spacing) || t.spacing.none}</span>
            </span>
          </li>
        ))}
      </ul>
      {segments.some(({ format: kind }) => kind === 'coco') && (
        <p className={styles.note}>{t.case.polygonAreas}</p>
      )}
      <Slider name={t.case.maskOpacity} value={reading.maskOpacity} onChange={reading.setMaskOpacity} />
    </Section>
  );
}
