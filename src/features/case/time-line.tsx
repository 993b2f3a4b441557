import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { TestResult } from '../../domain/labs/lab-test.ts';
import { timeLineOf, type TimeLine as Line, type TimeMark } from '../../domain/labs/time-line.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { TestGlyph } from '../../ui/marks.tsx';
import styles from './time-line.module.css';

interface TimeLineProps {
  readonly index: DatasetIndex;
  readonly row: number;
}

/** CSS pixels, of 16 to a rem. */
const LANE = 17;
const AXIS = 18;
const RADIUS = 5.5;

const RESULTS: readonly TestResult[] = ['positive', 'negative', 'indeterminate'];

/** The patient's tests and images by day; the tables of the panel have the same as text. */
export function TimeLine({ index, row }: TimeLineProps) {
  const { t } = useLanguage();
  const line = timeLineOf(index, row);
  if (!line) return null;
  return (
    <section aria-label={t.case.timeLine} className={styles.timeLine} data-testid="time-line">
      <h2 className={styles.title}>
        {t.case.timeLine} <span className={styles.note}>{t.case.timeLineNote}</span>
        <span className={styles.key}>
          {RESULTS.map((result) => (
            <span key={result} className={styles.keyEntry}>
              <TestGlyph result={result} name={t.test[result]} />
              <span aria-hidden>{t.test[result]}</span>
            </span>
          ))}
        </span>
      </h2>
      <div className={styles.chart}>
        <ul aria-hidden className={styles.names}>
          {line.lanes.map(({ name }) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
        <Chart line={line} />
      </div>
    </section>
  );
}

function Chart({ line }: { readonly line: Line }) {
  const { t, format } = useLanguage();
  const { from, to, ticks, lanes } = line;
  const bottom = lanes.length * LANE;
  const place = (day: number): string => `${(100 * (day - from)) / (to - from)}%`;
  return (
    <svg role="img" aria-label={t.case.timeLineText} className={styles.svg} height={bottom + AXIS}>
      <line x1={place(0)} x2={place(0)} y1={0} y2={bottom} className={styles.now} />
      {ticks.map((tick) => (
        <g key={tick}>
          {tick !== 0 && (
            <line x1={place(tick)} x2={place(tick)} y1={0} y2={bottom} className={styles.grid} />
          )}
          <text x={place(tick)} y={bottom + 13} className={styles.tick} data-now={tick === 0}>
            {format.signedDays(tick)}
          </text>
        </g>
      ))}
      {lanes.map(({ name, marks }, lane) => (
        <g key={name}>
          <line x1="0" x2="100%" y1={(lane + 0.5) * LANE} y2={(lane + 0.5) * LANE} className={styles.grid} />
          {marks.map((mark, at) => (
            // Two equal tests of one day are two marks.
            <svg
              key={`${at} ${mark.days}`}
              x={place(mark.days)}
              y={(lane + 0.5) * LANE}
              className={styles.mark}
            >
              <Mark mark={mark} lane={name} />
            </svg>
          ))}
        </g>
      ))}
    </svg>
  );
}

const SIGNS: Readonly<Record<TestResult, string>> = {
  positive: 'M-2.5,0H2.5M0,-2.5V2.5',
  negative: 'M-2.5,0H2.5',
  indeterminate: 'M-1.6,-1.4A1.6,1.6 0 1 1 0.4,0.3L0,1.2M0,2.6V2.9',
  unknown: 'M0,0H0.01',
};

/** A result as a shape first and a colour second; images are squares. */
function Mark({ mark, lane }: { readonly mark: TimeMark; readonly lane: string }) {
  const { t, format } = useLanguage();
  const what = mark.result === undefined ? lane : `${lane} ${t.test[mark.result]}`;
  const title = `${what}, ${mark.days === 0 ? t.case.sameDay : t.case.days(format.signedDays(mark.days))}`;
  if (mark.result === undefined)
    return (
      <rect x={-5} y={-5} width={10} height={10} rx={2} className={styles.image} data-current={mark.current}>
        <title>{title}</title>
      </rect>
    );
  return (
    <g className={styles.test} data-result={mark.result}>
      <title>{title}</title>
      <circle r={RADIUS} />
      <path d={SIGNS[mark.result]} />
    </g>
  );
}
