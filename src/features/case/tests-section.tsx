import { dayOf } from '../../domain/labs/day-count.ts';
import { isoDate } from '../../domain/labs/day-distance.ts';
import { testsOfSession } from '../../domain/labs/session-tests.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { DayText } from '../../ui/day-text.tsx';
import { TestGlyph } from '../../ui/marks.tsx';
import { Section } from './section.tsx';
import styles from './tests-section.module.css';
import { useDayCount } from './time/day-count.tsx';
import { DatesNote } from './time/time-line.tsx';

interface TestsSectionProps {
  readonly index: DatasetIndex;
  readonly row: number;
}

/** The patient's laboratory tests by day. */
export function TestsSection({ index, row }: TestsSectionProps) {
  const { t, format } = useLanguage();
  const tests = testsOfSession(index, row);
  const count = useDayCount();
  if (tests.length === 0) {
    return (
      <Section title={t.case.tests}>
        <p className={styles.none}>{t.case.noTests}</p>
      </Section>
    );
  }
  return (
    <Section title={t.case.tests} note={count.zero ? t.time.daysFromZero[count.zero] : t.time.noZero}>
      <table className={styles.table}>
        <tbody>
          {tests.map(({ kind, result, date, raw }, at) => (
            <tr
              // Two equal tests of one day are two tests.
              key={`${at} ${kind}`}
              data-testid="lab-test"
              data-test={kind}
              data-result={result}
              data-date={isoDate(date)}
            >
              <th scope="row">{kind}</th>
              <td>
                <span className={styles.result}>
                  <TestGlyph result={result} name={t.test[result]} />
                  <span>{result === 'unknown' ? raw.result : t.test[result]}</span>
                </span>
              </td>
              <td>{date > 0 ? format.date(date) : raw.date}</td>
              <td className={styles.days}>
                <Day date={date} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.dates}>
        <DatesNote />
      </p>
    </Section>
  );
}

function Day({ date }: { readonly date: number }) {
  const { t, format } = useLanguage();
  const count = useDayCount();
  const day = dayOf(count, date);
  return (
    day !== undefined && (
      <DayText text={t.time.day(format.signedDays(day))} isAltered={count.dates === 'altered'} />
    )
  );
}
