import { useEffect, useRef, useState } from 'react';
import { Download } from 'lucide-react';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import { needsAgreement, type DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { baseName } from '../../domain/dataset/file-source.ts';
import { isAbort, toFailure, type Failure } from '../../domain/error.ts';
import { countOverlaps } from '../../domain/segmentation/export-labels.ts';
import type { ViewState } from '../../engine/index.ts';
import { sentenceOf } from '../../i18n/issue-texts.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import {
  exportMasks,
  MASK_EXPORTS,
  segmentsToExport,
  type MaskExportKind,
} from '../../session/export-masks.ts';
import { useDataset, useVocabulary } from '../../session/session-context.tsx';
import { Button } from '../../ui/button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import styles from './masks-section.module.css';
import { fits, type ImageMask } from './use-masks.ts';

interface MaskExportProps {
  readonly index: DatasetIndex;
  readonly series: CaseSeries;
  readonly masks: readonly ImageMask[];
  readonly state: ViewState;
}

type Told = { readonly text: string } | { readonly failure: Failure };

/** The masks of an image as files that other programs open. */
export function MaskExport({ index, series, masks, state }: MaskExportProps) {
  const { t, format } = useLanguage();
  const dataset = useDataset();
  const vocabulary = useVocabulary();
  const running = useRef<AbortController>(undefined);
  const [told, setTold] = useState<Told>();
  useEffect(() => () => running.current?.abort(), []);
  const { image, slice, slices } = state;
  if (!image) return null;
  const drawn = masks.flatMap(({ path, mask, isOfSlice }) =>
    mask && fits(mask, isOfSlice, image, slices)
      ? [{ name: baseName(path), mask, onlySlice: isOfSlice ? slice : undefined }]
      : [],
  );
  const row = index.images.session[series.images[0]?.row ?? 0] ?? 0;
  const subject = index.subjects.ids[index.sessions.subject[row] ?? 0] ?? '';
  const isStack = slices > 1;
  const isOfSlices = drawn.some(({ onlySlice }) => onlySlice !== undefined);

  const run = async (kind: MaskExportKind): Promise<void> => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    setTold({ text: t.masks.exporting });
    try {
      const segments = segmentsToExport(vocabulary, drawn, Math.max(1, slices));
      const request = { kind, series, segments, slice, slices, subject };
      const { name, content } = await exportMasks(dataset, request, own.signal);
      saveFile(name, content);
      const overlap = kind === 'png' || kind === 'nifti' ? countOverlaps(segments) : 0;
      const said = t.masks.exported(name);
      setTold({ text: overlap > 0 ? `${said}. ${t.masks.exportOverlap(format.number(overlap))}` : said });
    } catch (thrown) {
      if (!isAbort(thrown)) setTold({ failure: toFailure(thrown) });
    }
  };

  return (
    <div className={styles.export}>
      <h3 className={styles.subtitle}>{t.masks.export}</h3>
      <div role="group" aria-label={t.masks.export} className={styles.buttons}>
        {MASK_EXPORTS.map((kind) => (
          <Button
            key={kind}
            aria-label={t.masks.exportAs[kind]}
            data-testid="export"
            data-kind={`mask-${kind}`}
            onPress={() => void run(kind)}
          >
            {kind === 'png' && <Download aria-hidden />}
            {t.masks.exportKinds[kind]}
          </Button>
        ))}
      </div>
      <p className={styles.faint}>
        {t.masks.exportNote}
        {isStack && ` ${isOfSlices ? t.masks.exportOneSlice : t.masks.exportSlice}`}
        {needsAgreement(index.release) && ` ${t.masks.redistribution}`}
      </p>
      <p role="status" data-testid="mask-export-message">
        {told && 'text' in told && told.text}
        {told && 'failure' in told && <FailureText failure={told.failure} />}
      </p>
    </div>
  );
}

function FailureText({ failure }: { readonly failure: Failure }) {
  const { t } = useLanguage();
  if (failure.kind === 'issue') return sentenceOf(t.issues, failure.issue);
  return failure.kind === 'defect' ? t.app.defectTitle : null;
}
