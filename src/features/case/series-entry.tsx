import { FileQuestion, ImageOff, Layers } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { PatientSession } from '../../domain/dataset/patient-sessions.ts';
import type { SeriesKind } from '../../domain/imaging/series-kind.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { cx } from '../../ui/cx.ts';
import { Picture } from '../../ui/picture.tsx';
import styles from './series-strip.module.css';
import type { Reading } from './use-reading.ts';
import { useSeen } from './use-seen.ts';
import type { SeriesDrag } from './use-series-drag.ts';
import { useSeriesPicture } from './use-series-picture.ts';

/** What a series is called: projection of a film, else modality. */
export const seriesName = ({ view, modality }: CaseSeries): string => view || modality || '?';

interface SeriesEntryProps {
  readonly series: CaseSeries;
  readonly session: PatientSession;
  readonly kind: SeriesKind | undefined;
  readonly reading: Reading;
  readonly drag: SeriesDrag;
  readonly mayLoad: boolean;
  /** The one that the tab key leads to. */
  readonly isStop: boolean;
}

/** One series of the strip: a press, a drag or the number of a viewport shows it there. */
export function SeriesEntry({ series, session, kind, reading, drag, mayLoad, isStop }: SeriesEntryProps) {
  const { t, format } = useLanguage();
  const [element, isSeen] = useSeen<HTMLButtonElement>();
  const { key, presence, view, modality } = series;
  const isOwn = session.order === 'current';
  const isMissing = presence === 'listed';
  // Of a patient with many sessions, pictures are made of what is in sight.
  const { picture, slices, failure } = useSeriesPicture({
    series,
    mayLoad: mayLoad && (isOwn || isSeen),
    isUrgent: isOwn,
  });
  const isShown = reading.shown.some((at) => reading.views[at]?.seriesKey === key);
  const onKeyDown = (event: KeyboardEvent): void => {
    const viewport = ['1', '2', '3', '4'].indexOf(event.key);
    if (viewport < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    reading.place(viewport, key);
  };
  return (
    <button
      ref={element}
      type="button"
      tabIndex={isStop ? 0 : -1}
      data-stop={key}
      className={cx(styles.series, (isMissing || failure) && styles.missing)}
      aria-current={key === reading.views[reading.active]?.seriesKey ? 'true' : undefined}
      data-shown={isShown}
      data-dragged={drag.dragged === key}
      onPointerDown={(event) => drag.begin(event, key)}
      onKeyDown={onKeyDown}
      onClick={() => reading.place(reading.active, key)}
      title={t.case.placeSeries}
      data-testid={isOwn ? 'series' : 'other-series'}
      data-session={session.id}
      data-image={key}
      data-modality={modality}
      data-picture={failure ? 'failed' : isMissing ? 'none' : picture ? 'ready' : 'loading'}
    >
      <span className={styles.picture}>
        {isMissing ? (
          <FileQuestion aria-hidden />
        ) : failure ? (
          <ImageOff aria-hidden />
        ) : (
          <Picture picture={picture} />
        )}
      </span>
      <span className={styles.caption}>
        {seriesName(series)}
        {view !== '' && <span className={styles.faint}> {modality}</span>}
        {slices > 1 && (
          <span className={styles.faint} data-testid="slice-count">
            {' '}
            <Layers aria-hidden /> <span aria-hidden>{format.number(slices)}</span>
            <span className="visually-hidden">{t.case.slices(format.number(slices))}</span>
          </span>
        )}
      </span>
      {kind && <span className={styles.kind}>{t.ct.kinds[kind]}</span>}
      {isMissing && <span className={styles.note}>{t.case.missingFile}</span>}
      {failure && (
        <span className={styles.note} title={failure.sentence}>
          {failure.title}
        </span>
      )}
    </button>
  );
}
