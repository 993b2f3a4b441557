import { TERM_SCOPES, type UnchangedReading } from '../../domain/dataset/library-query.ts';
import type { BesideTerm, TermFacts } from '../../domain/dataset/term-facts.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import styles from './term-card.module.css';

interface TermCountsProps {
  readonly facts: TermFacts;
  readonly reading: UnchangedReading;
}

/** Sessions and patients, under the filter and in all, of the term by itself and with all below it. */
export function TermCounts({ facts, reading }: TermCountsProps) {
  const { t, format } = useLanguage();
  const groups = [
    [t.terms.underFilter, facts.filtered],
    [t.terms.inAll, facts.all],
  ] as const;
  return (
    <section aria-label={t.terms.counts} className={styles.part}>
      <h3 className={styles.title}>
        {t.terms.counts}
        <span className={styles.note}>{t.terms.reading[reading]}</span>
      </h3>
      <table className={styles.counts}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              <span className="visually-hidden">{t.terms.scope}</span>
            </th>
            {groups.map(([name]) => (
              <th key={name} scope="colgroup" colSpan={2}>
                {name}
              </th>
            ))}
          </tr>
          <tr>
            {groups.flatMap(([name]) =>
              [t.terms.sessions, t.terms.patients].map((unit) => (
                <th key={`${name} ${unit}`} scope="col">
                  {unit}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {TERM_SCOPES.toReversed().map((scope) => (
            <tr key={scope} data-testid="term-count" data-scope={scope}>
              <th scope="row">{t.terms.scopes[scope]}</th>
              {groups.flatMap(([name, counts]) => [
                <td key={`${name} sessions`}>{format.number(counts[scope].sessions)}</td>,
                <td key={`${name} subjects`}>{format.number(counts[scope].subjects)}</td>,
              ])}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Terms that are shown of those named in the same sessions. */
const MOST_BESIDE = 8;

interface BesideListProps {
  readonly facts: TermFacts;
  readonly onGo: (label: string) => void;
}

/** What is named in the same sessions, the most frequent first. */
export function BesideList({ facts, onGo }: BesideListProps) {
  const { t } = useLanguage();
  const total = facts.filtered.branch.sessions;
  return (
    <section aria-label={t.terms.beside} className={styles.part}>
      <h3 className={styles.title}>{t.terms.beside}</h3>
      <div className={styles.beside}>
        <Beside name={t.terms.besideFindings} list={facts.beside.finding} total={total} onGo={onGo} />
        <Beside name={t.terms.besidePlaces} list={facts.beside.location} total={total} onGo={onGo} />
      </div>
    </section>
  );
}

interface BesideProps {
  readonly name: string;
  readonly list: readonly BesideTerm[];
  /** Sessions that have the term of the card. */
  readonly total: number;
  readonly onGo: (label: string) => void;
}

function Beside({ name, list, total, onGo }: BesideProps) {
  const { t, format } = useLanguage();
  return (
    <div>
      <p className={styles.lead}>{name}</p>
      {list.length === 0 && <p className={styles.note}>{t.terms.besideNone}</p>}
      <ul aria-label={name}>
        {list.slice(0, MOST_BESIDE).map(({ label, sessions }) => (
          <li key={label}>
            <button
              type="button"
              className={styles.besideTerm}
              aria-label={t.terms.besideCount(label, sessions, format.number(sessions))}
              onClick={() => onGo(label)}
              data-testid="term-beside"
              data-label={label}
              data-count={sessions}
            >
              <span
                aria-hidden
                className={styles.bar}
                style={{ inlineSize: `${Math.round((100 * sessions) / Math.max(1, total))}%` }}
              />
              <span className={styles.besideName}>{label}</span>
              <span className={styles.number}>{format.number(sessions)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
