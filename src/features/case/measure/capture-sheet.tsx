import { useEffect, useRef, type RefObject } from 'react';
import { needsAgreement } from '../../../domain/dataset/dataset-index.ts';
import type { FoundSeries } from '../../../domain/dataset/patient-sessions.ts';
import { baseName } from '../../../domain/dataset/file-source.ts';
import type { Picture } from '../../../domain/measure/measurement.ts';
import type { ViewState } from '../../../engine/index.ts';
import { useLanguage, type Language } from '../../../i18n/locale.tsx';
import { useDatasetState } from '../../../session/session-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { seriesName } from '../series-entry.tsx';
import { capturePicture } from './capture.ts';
import styles from './capture-sheet.module.css';
import { useMeasuring } from './measuring.ts';

interface CaptureSheetProps {
  readonly over: RefObject<HTMLElement | null>;
  readonly state: ViewState;
  readonly found: FoundSeries;
  readonly picture: Picture;
  readonly onClose: () => void;
}

/** Whose picture it is, and how it was shown. */
function stampOf(
  { t, format }: Language,
  { state, found, picture }: Omit<CaptureSheetProps, 'over' | 'onClose'>,
  ids: { readonly subject: string; readonly session: string },
  dataset: string,
): readonly string[] {
  const { place } = picture;
  const { chain, slice, slices } = state;
  const window = chain?.voi.kind === 'window' ? chain.voi : undefined;
  const what = [
    ids.subject,
    ids.session,
    seriesName(found.series),
    place.kind === 'plane' ? t.ct.planes[place.plane] : '',
    slices > 1 ? t.case.slice(format.number(slice + 1), format.number(slices)) : '',
    window
      ? `W ${format.number(Math.round(window.width))} L ${format.number(Math.round(window.center))}`
      : '',
  ];
  return [
    `${t.app.researchOnly} · ${t.app.name}`,
    what.filter((part) => part !== '').join(' · '),
    [dataset, new Date().toISOString().slice(0, 10)].join(' · '),
  ];
}

/** Name of the file: what the picture is of, with nothing that a folder cannot hold. */
const fileName = (
  { place }: Picture,
  ids: { readonly subject: string; readonly session: string },
): string => {
  const stem = baseName(place.path).replace(/(\.nii)?\.[^.]+$/, '');
  const slice =
    place.kind === 'plane'
      ? `_${place.plane}-${place.layer + 1}`
      : place.frame > 0
        ? `_${place.frame + 1}`
        : '';
  const owner = stem.includes(ids.session) ? '' : `${ids.subject}_${ids.session}_`;
  return `${owner}${stem}${slice}_capture.png`.replace(/[^\p{L}\p{N}._-]+/gu, '-');
};

/**
 * Saves the picture. Of a dataset under an agreement, and of one with text in its pixels, what holds for its pixels is
 * shown first, each time.
 */
export function CaptureSheet({ over, onClose, ...shown }: CaptureSheetProps) {
  const language = useLanguage();
  const { t } = language;
  const measuring = useMeasuring();
  const { say } = measuring;
  const ids = { subject: measuring.ids.subject, session: shown.found.session.id };
  const name = useDatasetState(({ index }) => index?.name ?? '');
  const release = useDatasetState(({ index }) => index?.release);
  const isBurned = shown.state.image?.attributes.BurnedInAnnotation === true;
  const isBound = release !== undefined && needsAgreement(release);
  const save = async (): Promise<void> => {
    onClose();
    if (!over.current) return;
    try {
      const stamp = stampOf(language, shown, ids, name);
      const file = fileName(shown.picture, ids);
      saveFile(file, await capturePicture({ over: over.current, stamp }));
      say(t.measure.captured(file));
    } catch {
      say(t.measure.captureFailed);
    }
  };
  const asks = isBound || isBurned;
  const isBegun = useRef(false);
  useEffect(() => {
    if (asks || isBegun.current) return;
    isBegun.current = true;
    void save();
    // oxlint-disable-next-line react/exhaustive-deps -- Once, when it is asked for.
  }, []);
  if (!asks) return null;
  return (
    <Sheet isOpen title={t.measure.captureTitle} onClose={onClose}>
      {isBound && <p className={styles.clause}>{t.measure.captureClause}</p>}
      {isBurned && <p className={styles.clause}>{t.measure.captureBurned}</p>}
      <p className={styles.what}>{t.measure.captureWhat}</p>
      <div className={styles.actions}>
        <Button onPress={onClose}>{t.app.cancel}</Button>
        <Button tone="primary" data-testid="capture-accept" onPress={() => void save()}>
          {t.measure.captureNow}
        </Button>
      </div>
    </Sheet>
  );
}
