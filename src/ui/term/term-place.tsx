import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import styles from './term-card.module.css';

interface TermPlaceProps {
  readonly index: DatasetIndex;
  readonly vocabulary: Vocabulary;
  readonly label: string;
  readonly onGo: (label: string) => void;
}

/** Which terms stand above and below, and whose graph says so. */
export function TermPlace({ index: { tree }, vocabulary, label, onGo }: TermPlaceProps) {
  const { t } = useLanguage();
  const term = vocabulary.terms.get(label);
  const parents = term?.parents ?? [];
  const children = vocabulary.children(label);
  const isOwn = tree?.named.includes(label) === true;
  return (
    <section aria-label={t.terms.place} className={styles.part}>
      <h3 className={styles.title}>
        {t.terms.place}
        {term && <span className={styles.note}>{t.terms.kinds[term.kind]}</span>}
      </h3>
      <Terms name={t.terms.above} none={t.terms.noAbove} labels={parents} onGo={onGo} />
      <Terms name={t.terms.below} none={t.terms.noBelow} labels={children} onGo={onGo} />
      <p className={styles.note} data-testid="term-graph" data-own={isOwn}>
        {tree ? (isOwn ? t.terms.own(tree.paths.join(', ')) : t.terms.notInOwn) : t.terms.bundled}
      </p>
    </section>
  );
}

interface TermsProps {
  readonly name: string;
  /** Said where there are none. */
  readonly none: string;
  readonly labels: readonly string[];
  readonly onGo: (label: string) => void;
}

function Terms({ name, none, labels, onGo }: TermsProps) {
  return (
    <div className={styles.line}>
      <span className={styles.lead}>{name}</span>
      {labels.length === 0 ? (
        <span className={styles.note}>{none}</span>
      ) : (
        <ul aria-label={name} className={styles.terms}>
          {labels.map((one) => (
            <li key={one}>
              <button type="button" className={styles.term} onClick={() => onGo(one)}>
                {one}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
