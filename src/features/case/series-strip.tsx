import { Link } from 'react-router';
import { useOffers } from '../../commands/command-scope.tsx';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { LibraryQuery } from '../../domain/dataset/library-query.ts';
import type { PatientSeries, PatientSession } from '../../domain/dataset/patient-sessions.ts';
import { dayOf } from '../../domain/labs/day-count.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { caseAddress } from '../../session/query-url.ts';
import { cx } from '../../ui/cx.ts';
import { DayText } from '../../ui/day-text.tsx';
import { SeriesEntry, seriesName } from './series-entry.tsx';
import styles from './series-strip.module.css';
import { sessionOrderText } from './session-badge.tsx';
import { useDayCount, useDayWords } from './time/day-count.tsx';
import type { Reading } from './use-reading.ts';
import type { SeriesDrag } from './use-series-drag.ts';
import { useSeriesKinds } from './use-series-kinds.ts';
import { useStops } from './use-stops.ts';

interface SeriesStripProps {
  readonly index: DatasetIndex;
  readonly patient: PatientSeries;
  readonly query: LibraryQuery;
  readonly reading: Reading;
  readonly drag: SeriesDrag;
  /** The viewports come first; pictures of the strip are made when they have what they need. */
  readonly mayLoad: boolean;
}

/** The images of the session, and below them those of the patient's other sessions by date. */
export function SeriesStrip(props: SeriesStripProps) {
  const { index, patient, query, reading } = props;
  const { t } = useLanguage();
  const kinds = useSeriesKinds();
  const subject = index.sessions.subject[patient.current.row] ?? 0;
  const { zero } = useDayCount();
  useOffers(() =>
    patient.current.series.map((series) => ({
      id: series.key,
      group: t.palette.series,
      label: [seriesName(series), /_(run-[^_]+)/i.exec(series.key)?.[1] ?? ''].join(' ').trim(),
      run: () => props.reading.place(props.reading.active, series.key),
    })),
  );
  const others = patient.sessions.filter(({ order, series }) => order !== 'current' && series.length > 0);
  const group = (session: PatientSession) => {
    const id = index.subjects.ids[subject] ?? '';
    return (
      <li key={session.id} className={styles.session} data-testid="strip-session" data-session={session.id}>
        <SessionHead
          session={session}
          year={yearOf(patient.current)}
          address={caseAddress(id, session.id, query)}
          isStop={stops.current === linkOf(session)}
        />
        <ol className={styles.list}>
          {session.series.map((series) => (
            <li key={series.key}>
              <SeriesEntry
                {...props}
                series={series}
                session={session}
                isStop={stops.current === series.key}
                kind={kinds.get(series.images[0]?.path ?? '')}
              />
            </li>
          ))}
        </ol>
      </li>
    );
  };
  const stops = useStops(
    [patient.current, ...others].flatMap((session) => [
      ...(session === patient.current ? [] : [linkOf(session)]),
      ...session.series.map(({ key }) => key),
    ]),
    reading.views[reading.active]?.seriesKey,
  );
  const later = others.findIndex(({ order }) => order === 'later');
  return (
    <nav
      aria-label={t.case.series}
      onPointerDown={stops.onPointerDown}
      onKeyDown={stops.onKeyDown}
      onFocus={stops.onFocus}
      onBlur={stops.onBlur}
      className={styles.strip}
      data-region
    >
      {zero && (
        <p className={styles.zero} title={t.time.daysFromZero[zero]}>
          {t.time.zeroShort[zero]}
        </p>
      )}
      <ol className={styles.sessions}>
        {group(patient.current)}
        {others.slice(0, later < 0 ? others.length : later).map(group)}
        {later >= 0 && (
          <li className={styles.divider} key="later">
            {t.hanging.laterOnes}
          </li>
        )}
        {later >= 0 && others.slice(later).map(group)}
      </ol>
    </nav>
  );
}

/** Names the way to a session among the stops of the strip. */
const linkOf = ({ id }: PatientSession): string => `session ${id}`;

const yearOf = ({ date }: PatientSession): number => Math.floor(date / 10_000);

interface SessionHeadProps {
  readonly session: PatientSession;
  /** Year of the session that is read, 0 without a date: others say theirs. */
  readonly year: number;
  readonly address: string;
  readonly isStop: boolean;
}

/** When a session was, and the way to its case. */
function SessionHead({ session, year, address, isStop }: SessionHeadProps) {
  const language = useLanguage();
  const { t, format } = language;
  const { id, date, order } = session;
  const count = useDayCount();
  const dayWords = useDayWords();
  const day = dayOf(count, date);
  const whole = [
    date > 0 ? format.date(date) : t.library.noDate,
    sessionOrderText(language, session),
    dayWords(date),
  ]
    .filter((part) => part !== '')
    .join(', ');
  const isOfYear = yearOf(session) === year;
  const content = (
    <>
      <span>{(isOfYear ? format.shortDate(date) : format.date(date)) || t.library.noDate}</span>
      {day !== undefined && isOfYear && (
        <span className={styles.day}>
          <DayText text={format.signedDays(day)} isAltered={count.dates === 'altered'} />
        </span>
      )}
    </>
  );
  return order === 'current' ? (
    <p className={styles.head} title={`${id}, ${whole}`}>
      {content}
    </p>
  ) : (
    <Link
      to={address}
      className={cx(styles.head)}
      tabIndex={isStop ? 0 : -1}
      data-stop={linkOf(session)}
      title={t.hanging.openSession(id, whole)}
      aria-label={t.hanging.openSession(id, whole)}
    >
      {content}
    </Link>
  );
}
