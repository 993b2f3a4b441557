import { Link } from 'react-router';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { inheritedOf, refersBack, unchangedChain } from '../../domain/dataset/unchanged.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { caseAddress } from '../../session/query-url.ts';
import { useVocabulary } from '../../session/session-context.tsx';
import { cx } from '../../ui/cx.ts';
import { BranchDot } from '../../ui/marks.tsx';
import { AboutTerm } from '../../ui/term/about-term.tsx';
import styles from './inherited-labels.module.css';

interface InheritedLabelsProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly kind: 'findings' | 'locations';
}

/** What a session is called beside another one: its day, else its id. */
function useSessionName(index: DatasetIndex): (row: number) => string {
  const { format } = useLanguage();
  return (row) => format.date(index.sessions.date[row] ?? 0) || (index.sessions.ids[row] ?? '');
}

const addressOf = ({ sessions, subjects }: DatasetIndex, row: number): string =>
  caseAddress(subjects.ids[sessions.subject[row] ?? 0] ?? '', sessions.ids[row] ?? '');

/** The labels that a session labelled `unchanged` has from earlier ones, each with the session that names it; hollow and dashed. */
export function InheritedLabels({ index, row, kind }: InheritedLabelsProps) {
  const { t } = useLanguage();
  const vocabulary = useVocabulary();
  const nameOf = useSessionName(index);
  const inherited = inheritedOf(index.sessions.unchanged[kind], row);
  if (inherited.length === 0) return null;
  return (
    <ul className={styles.list}>
      {inherited.map(({ term, from }) => {
        const label = index.terms[term] ?? '';
        return (
          <li
            key={label}
            className={styles.label}
            data-testid="inherited"
            data-label={label}
            data-from={index.sessions.ids[from]}
          >
            {kind === 'findings' && <BranchDot isHollow branch={branchOf(vocabulary, label)} />}
            <span className={styles.name}>{label.replace(/^loc /, '')}</span>
            <Link to={addressOf(index, from)} className={cx(styles.from)}>
              {t.unchanged.from(nameOf(from))}
            </Link>
            <AboutTerm label={label} />
          </li>
        );
      })}
    </ul>
  );
}

/** What `unchanged` refers to, session by session back to where labels are named; why there is nothing, where there is not. */
export function UnchangedChain({ index, row }: Omit<InheritedLabelsProps, 'kind'>) {
  const { t } = useLanguage();
  const nameOf = useSessionName(index);
  const { sessions, terms } = index;
  if (!refersBack(sessions, terms, row)) return null;
  const chain = unchangedChain(sessions.unchanged.previous, row);
  if (chain.length === 0)
    return (
      <p className={styles.none}>
        {(sessions.date[row] ?? 0) > 0 ? t.unchanged.noPrevious : t.unchanged.noDate}
      </p>
    );
  return (
    <p className={styles.chain} data-testid="unchanged-chain">
      <span>{t.unchanged.chain}</span>
      {chain.map((from, at) => (
        <span key={from} className={styles.step}>
          {at > 0 && <span aria-hidden>→</span>}
          <Link to={addressOf(index, from)}>{nameOf(from)}</Link>
        </span>
      ))}
      {inheritedOf(sessions.unchanged.findings, row).length === 0 && (
        <span className={styles.none}>{t.unchanged.noFindings}</span>
      )}
    </p>
  );
}
