import { cellLength } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { PatientSeries } from '../../domain/dataset/patient-sessions.ts';
import { reportKind } from '../../domain/dataset/session-summary.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './no-images.module.css';
import { seriesName } from './series-entry.tsx';
import { sessionOrderText } from './session-badge.tsx';
import type { Reading } from './use-reading.ts';

interface NoImagesProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly patient: PatientSeries;
  readonly reading: Reading;
}

/** Of the patient's other sessions, those whose images are offered. */
const MOST_OFFERED = 2;

/** Where a session's images would be: that there are none, what else there is to read, and which images are nearest. */
export function NoImages({ index, row, patient, reading }: NoImagesProps) {
  const language = useLanguage();
  const { t, format } = language;
  const { sessions, subjects } = index;
  const labels = cellLength(sessions.findings, row) + cellLength(sessions.locations, row);
  const tests = cellLength(subjects.tests, sessions.subject[row] ?? 0);
  const read = [
    ...(reportKind(index, row) === 'none' ? [] : [t.casePage.aReport]),
    ...(labels > 0 ? [t.casePage.labels(labels, format.number(labels))] : []),
    ...(tests > 0 ? [t.casePage.tests(tests, format.number(tests))] : []),
  ];
  const nearest = patient.sessions.flatMap((session) => {
    const series = session.series.find(({ presence }) => presence === 'found');
    return series && session !== patient.current ? [{ session, series }] : [];
  });
  return (
    <div className={styles.place} data-testid="no-images">
      <EmptyState
        title={t.case.noImages}
        hint={read.length > 0 ? t.casePage.thereIs(read.join(t.app.listSeparator)) : t.case.noImagesPlain}
      >
        {reading.panel.isDrawer && read.length > 0 && (
          <Button onPress={() => reading.panel.setOpen(true)}>{t.casePage.openPanel}</Button>
        )}
        {nearest.slice(0, MOST_OFFERED).map(({ session, series }) => (
          <Button key={series.key} onPress={() => reading.place(0, series.key)}>
            {t.casePage.showOther(
              seriesName(series),
              [format.date(session.date), sessionOrderText(language, session)]
                .filter((part) => part !== '')
                .join(t.app.listSeparator),
            )}
          </Button>
        ))}
      </EmptyState>
    </div>
  );
}
