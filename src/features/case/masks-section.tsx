import { Link } from 'react-router';
import { useStore } from 'zustand';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { areaMm2 } from '../../domain/imaging/area.ts';
import type { Scale } from '../../domain/measure/scale.ts';
import { OUTLINE_FORMATS } from '../../domain/segmentation/mask-format.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useDataset } from '../../session/session-context.tsx';
import { areaText } from '../../ui/area-text.ts';
import { BranchDot } from '../../ui/marks.tsx';
import { Slider } from '../../ui/slider.tsx';
import { AttachMask } from './attach-mask.tsx';
import { LinkedSegment } from './link/linked-segment.tsx';
import { MaskAgreement } from './mask-agreement.tsx';
import { MaskExport } from './mask-export.tsx';
import { MaskFiles } from './mask-files.tsx';
import { maskIssues } from './mask-issues.ts';
import styles from './masks-section.module.css';
import { useImageScale } from './measure/use-picture.ts';
import { Section } from './section.tsx';
import { SegmentEye } from './segment-eye.tsx';
import { useMasks, useSegmentsInView, type ShownSegment } from './use-masks.ts';
import type { Reading, View } from './use-reading.ts';

interface MasksSectionProps {
  readonly index: DatasetIndex;
  readonly series: CaseSeries | undefined;
  readonly view: View | undefined;
  readonly reading: Reading;
}

/**
 * The masks of the image that is active: how large each segment is, in what sense, how strongly it is drawn; where they
 * come from, how far they agree, and the ways in and out.
 */
export function MasksSection({ index, series, view, reading }: MasksSectionProps) {
  const { t } = useLanguage();
  const { attached } = useDataset();
  const { state } = view ?? {};
  const masks = useMasks(index, series, state?.image?.path);
  const byHand = useStore(attached.state, (own) => own.masks);
  const inView = useSegmentsInView(masks, state);
  const scale = useImageScale(state?.image);
  if (!series || !state?.image) return null;
  // Planes of the body have their areas below the image: they are cut, not filed.
  const segments = reading.mpr.isOn ? [] : inView;
  const isDrawn = inView.length > 0;
  return (
    <Section
      id="masks"
      title={t.case.masks}
      {...(isDrawn && state.slices > 1 && !reading.mpr.isOn && { note: t.case.areasOfSlice })}
    >
      {masks.length === 0 && <p className={styles.none}>{t.masks.none}</p>}
      <SegmentList segments={segments} scale={scale} reading={reading} />
      {segments.some(({ format }) => OUTLINE_FORMATS.has(format)) && (
        <p className={styles.note}>{t.case.polygonAreas}</p>
      )}
      {segments.some(({ format }) => format === 'seg-fractional') && (
        <p className={styles.note}>{t.masks.fractions}</p>
      )}
      {isDrawn && (
        <Slider name={t.case.maskOpacity} value={reading.maskOpacity} onChange={reading.setMaskOpacity} />
      )}
      <MaskFiles
        masks={masks}
        issues={masks.map((mask) => maskIssues(mask, state))}
        attached={byHand}
        onRemove={attached.remove}
      />
      <MaskAgreement masks={masks} />
      {isDrawn && <MaskExport index={index} series={series} masks={masks} state={state} />}
      <AttachMask image={state.image.path} images={series.images.map(({ path }) => path)} />
      <Link to="/masks" className={styles.all}>
        {t.masks.all}
      </Link>
    </Section>
  );
}

function SegmentList({
  segments,
  scale,
  reading,
}: {
  readonly segments: readonly ShownSegment[];
  readonly scale: Scale;
  readonly reading: Reading;
}) {
  const language = useLanguage();
  const { t, format } = language;
  const areaTextOf = (pixels: number): string => {
    const area = areaMm2(pixels, scale);
    return area === undefined ? t.spacing.none : areaText(language, area, scale);
  };
  if (segments.length === 0) return null;
  return (
    <ul className={styles.list}>
      {segments.map(({ key, look, areaPx, marks }) => (
        <LinkedSegment key={key} look={look} className={styles.segment} data-testid="segment-area">
          <BranchDot square branch={look.branch} colour={look.colour} />
          <span className={styles.label}>
            {look.name}
            <span className={styles.branch}>{t.branches[look.branch]}</span>
          </span>
          <span className={styles.area}>
            {marks.length > 0 && t.masks.points(marks.length, format.number(marks.length))}
            {(areaPx > 0 || marks.length === 0) && (
              <>
                {t.case.area(format.number(areaPx))}
                <span className={styles.faint}>{areaTextOf(areaPx)}</span>
              </>
            )}
          </span>
          <SegmentEye label={look.name} segment={key} reading={reading} />
        </LinkedSegment>
      ))}
    </ul>
  );
}
