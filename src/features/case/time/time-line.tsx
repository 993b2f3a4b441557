import { Maximize2, TriangleAlert } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import type { LibraryQuery } from '../../../domain/dataset/library-query.ts';
import type { PatientSeries } from '../../../domain/dataset/patient-sessions.ts';
import type { TestResult } from '../../../domain/labs/lab-test.ts';
import { timeLineOf, type TimeMark } from '../../../domain/labs/time-line.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TestGlyph } from '../../../ui/marks.tsx';
import { useMedia } from '../../../ui/use-media.ts';
import type { Reading } from '../use-reading.ts';
import { useDayCount } from './day-count.tsx';
import { createMarkActions } from './mark-actions.ts';
import { useMarkWords } from './mark-words.ts';
import { TimeChart } from './time-chart.tsx';
import styles from './time-line.module.css';
import { TimeRow } from './time-row.tsx';
import { ZeroSwitch } from './zero-switch.tsx';

// Enlarged it is seen by few; most cases have no history to speak of.
const TimeSheet = lazy(async () => ({ default: (await import('./time-sheet.tsx')).TimeSheet }));

interface TimeLineProps {
  readonly index: DatasetIndex;
  /** Row of the session that is read. */
  readonly row: number;
  readonly query: LibraryQuery;
  readonly patient: PatientSeries;
  readonly reading: Reading;
  /** Pictures are made when the viewports have what they need. */
  readonly mayLoad: boolean;
}

/** On a low screen the lanes are one row. */
const LOW = '(max-height: 800px)';

const RESULTS: readonly TestResult[] = ['positive', 'negative', 'indeterminate'];

/** The patient's tests and images by day below the films; nothing where there is no more than the study that is read. */
export function TimeLine({ index, row, query, patient, reading, mayLoad }: TimeLineProps) {
  const { t } = useLanguage();
  const isLow = useMedia(LOW);
  const line = useMemo(() => timeLineOf(index, row), [index, row]);
  const [isEnlarged, setEnlarged] = useState(false);
  const [told, setTold] = useState<TimeMark>();
  const actions = createMarkActions(index, patient, query, reading);
  if (line.marks.every((mark) => mark.kind === 'images' && mark.isCurrent)) return null;
  return (
    <section
      aria-label={t.time.title}
      className={styles.timeLine}
      data-testid="time-line"
      data-region
      data-folded={isLow}
      onPointerLeave={() => setTold(undefined)}
    >
      <header className={styles.head}>
        <h2 className={styles.title}>{t.time.title}</h2>
        {isLow ? <ZeroNote /> : <ZeroSwitch />}
        {isLow ? (
          <TimeRow index={index} line={line} actions={actions} />
        ) : told && line.marks.includes(told) ? (
          <Told index={index} mark={told} />
        ) : (
          <Legend />
        )}
        <DatesNote isShort />
        <IconButton name={t.time.enlarge} onPress={() => setEnlarged(true)}>
          <Maximize2 aria-hidden />
        </IconButton>
      </header>
      {!isLow && (
        <TimeChart
          index={index}
          row={row}
          line={line}
          size="small"
          actions={actions}
          mayLoad={mayLoad}
          onTell={setTold}
        />
      )}
      {isEnlarged && (
        <Suspense fallback={null}>
          <TimeSheet
            index={index}
            row={row}
            line={line}
            actions={actions}
            mayLoad={mayLoad}
            onClose={() => setEnlarged(false)}
          />
        </Suspense>
      )}
    </section>
  );
}

/** What days are counted from, where there is no room for the switch. */
function ZeroNote() {
  const { t } = useLanguage();
  const { zero } = useDayCount();
  return <span className={styles.note}>{zero ? t.time.zeroShort[zero] : t.time.noZero}</span>;
}

/** What the mark says that has the focus or is below the pointer: the mark itself has it as its name. */
function Told({ index, mark }: { readonly index: DatasetIndex; readonly mark: TimeMark }) {
  const wordsOf = useMarkWords(index);
  return (
    <span aria-hidden className={styles.told}>
      {wordsOf(mark)}
    </span>
  );
}

/** What the glyphs of results mean. */
export function Legend() {
  const { t } = useLanguage();
  return (
    <span className={styles.legend}>
      {RESULTS.map((result) => (
        <span key={result} className={styles.legendEntry}>
          <TestGlyph result={result} name={t.test[result]} />
          <span aria-hidden>{t.test[result]}</span>
        </span>
      ))}
    </span>
  );
}

/** Why distances in days may not hold; nothing where the files say nothing of it. */
export function DatesNote({ isShort = false }: { readonly isShort?: boolean }) {
  const { t } = useLanguage();
  const { dates } = useDayCount();
  if (dates === 'nothing') return null;
  const text = dates === 'altered' ? t.time.altered : t.time.unread;
  if (dates === 'unread' && isShort) return null;
  return (
    <span className={styles.dates} data-dates={dates} data-testid="dates-note" title={text}>
      <TriangleAlert aria-hidden />
      {isShort ? (
        <>
          <span aria-hidden>{t.time.alteredShort}</span>
          <span className="visually-hidden">{text}</span>
        </>
      ) : (
        text
      )}
    </span>
  );
}
