import { useStore } from 'zustand';
import type { PatientSeries } from '../../../domain/dataset/patient-sessions.ts';
import { placeKey, type Mark } from '../../../domain/measure/measurement.ts';
import { scaleOf } from '../../../domain/measure/picture-scale.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { useDataset } from '../../../session/session-context.tsx';
import type { Reading } from '../use-reading.ts';
import { ExportMarks } from './export-marks.tsx';
import { MarkRow } from './mark-row.tsx';
import styles from './measurements-section.module.css';
import { useMeasuring } from './measuring.ts';
import { seriesOf } from './use-jump.ts';

interface MeasurementsSectionProps {
  readonly patient: PatientSeries;
  readonly reading: Reading;
}

/** What was drawn on the images of the case, and what it measures. */
export function MeasurementsSection({ patient, reading }: MeasurementsSectionProps) {
  const { t } = useLanguage();
  const measuring = useMeasuring();
  const { marks: store } = useDataset();
  const notKept = useStore(store.state, (state) => state.notKept);
  const newer = useStore(store.state, (state) => state.newer);
  const { marks, ids, byPlace } = measuring;
  // Those of the session that is read, then those of earlier or later images that hang beside its own.
  const isBeside = (mark: Mark): boolean => {
    const found = seriesOf(patient, mark.picture.place);
    return (
      found !== undefined && reading.shown.some((at) => reading.views[at]?.seriesKey === found.series.key)
    );
  };
  const ofPatient = [...marks.values()].filter(({ subject }) => subject === ids.subject);
  const own = ofPatient.filter(({ session }) => session === ids.session);
  const listed = [...own, ...ofPatient.filter((mark) => mark.session !== ids.session && isBeside(mark))];
  const drawn = listed.filter(({ tool }) => tool !== 'key');
  const keys = listed.filter(({ tool }) => tool === 'key');
  const scaleFor = (mark: Mark) =>
    scaleOf(mark.picture.spacing, byPlace.get(placeKey(mark.picture.place)) ?? []);
  const row = (mark: Mark) => (
    <MarkRow key={mark.id} mark={mark} scale={scaleFor(mark)} patient={patient} reading={reading} />
  );
  return (
    <section className={styles.section} aria-label={t.measure.title} data-testid="measurements">
      <header className={styles.head}>
        <h2 className={styles.title}>
          {t.measure.title}
          {drawn.length > 0 && <span className={styles.count}>{t.measure.count(drawn.length)}</span>}
        </h2>
        {own.length > 0 && <ExportMarks marks={own} />}
      </header>
      <p role="status" className={styles.message}>
        {measuring.message}
      </p>
      {notKept && (
        <p role="alert" className={styles.alert}>
          {t.measure.notKept}
        </p>
      )}
      {newer > 0 && <p className={styles.note}>{t.measure.newer(newer)}</p>}
      {!measuring.isShown && listed.length > 0 && (
        <p className={styles.note}>
          {t.measure.hidden}.{' '}
          <button type="button" className={styles.link} onClick={() => measuring.setShown(true)}>
            {t.measure.showAll}
          </button>
        </p>
      )}
      {listed.length === 0 ? (
        <p className={styles.note}>{t.measure.none}</p>
      ) : (
        <>
          {drawn.length > 0 && <ul className={styles.list}>{drawn.map(row)}</ul>}
          {keys.length > 0 && (
            <ul aria-label={t.measure.keyImages} className={styles.list}>
              {keys.map(row)}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
