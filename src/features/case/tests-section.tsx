import { isoDate } from '../../domain/labs/day-distance.ts';
import { testsOfSession } from '../../domain/labs/session-tests.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { ViewState } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { TestGlyph } from '../../ui/marks.tsx';
import { Section } from './section.tsx';
import styles from './tests-section.module.css';

interface TestsSectionProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly image: ViewState['image'];
}

/** The patient's laboratory tests, with their distance from this session. */
export function TestsSection({ index, row, image }: TestsSectionProps) {
  const { t, format } = useLanguage();
  const tests = testsOfSession(index, row);
  const hasDate = (index.sessions.date[row] ?? 0) > 0;
  if (tests.length === 0) {
    return (
      <Section title={t.case.tests}>
        <p className={styles.none}>{t.case.noTests}</p>
      </Section>
    );
  }
  return (
    <Section title={t.case.tests} note={hasDate ? t.case.testsNote : t.case.testsNoDate}>
      <table className={styles.table}>
        <tbody>
          {tests.map(({ kind, result, date, days, raw }, at) => (
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
                {days === undefined ? '' : days === 0 ? t.case.sameDay : t.case.days(format.signedDays(days))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {image?.attributes.datesModified === true && <p className={styles.warning}>{t.case.datesModified}</p>}
    </Section>
  );
}
