import { ArrowLeft, Ban, ListFilter, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { choiceOf, chooseFacet, type Choice } from '../../domain/dataset/library-query.ts';
import { facetOfTerm, termFacts } from '../../domain/dataset/term-facts.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { termName } from '../../domain/vocabulary/term-names.ts';
import { isLocation } from '../../domain/vocabulary/vocabulary.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Button } from '../button.tsx';
import { IconButton } from '../icon-button.tsx';
import { BranchDot } from '../marks.tsx';
import styles from './term-card.module.css';
import { BesideList, TermCounts } from './term-counts.tsx';
import type { TermSurroundings } from './term-host.tsx';
import { TermPlace } from './term-place.tsx';

interface TermCardProps extends TermSurroundings {
  /** The label that the card was opened for. */
  readonly asked: string;
  readonly onClose: () => void;
}

/** What is known of a term: its names, its place in the graph, how often it is named and beside what, and what to do with it. */
export function TermCard(props: TermCardProps) {
  const { index, vocabulary, query, rowsLeft, asked, onClose } = props;
  const { t } = useLanguage();
  const [way, setWay] = useState<readonly string[]>([asked]);
  const label = way.at(-1) ?? asked;
  const go = (next: string): void => setWay([...way, next]);
  const facts = useMemo(
    () => termFacts(index, vocabulary, label, query.unchanged, rowsLeft()),
    // The sessions that are left hang on the index and the query.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [index, vocabulary, label, query],
  );
  const term = vocabulary.terms.get(label);
  const cui = vocabulary.cui(label);
  return (
    <article className={styles.card} data-testid="term-card" data-label={label} data-cui={cui}>
      <header className={styles.head}>
        {way.length > 1 && (
          <IconButton name={t.terms.back} onPress={() => setWay(way.slice(0, -1))}>
            <ArrowLeft aria-hidden />
          </IconButton>
        )}
        {!isLocation(label) && <BranchDot branch={branchOf(vocabulary, label)} />}
        <h2 className={styles.label}>{label}</h2>
        <span className={styles.cui}>{term ? cui || t.case.noCui : t.case.notInVocabulary}</span>
        <IconButton name={t.app.close} onPress={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      <Names label={label} />
      <TermPlace index={index} vocabulary={vocabulary} label={label} onGo={go} />
      <TermCounts facts={facts} reading={query.unchanged} />
      <BesideList facts={facts} onGo={go} />
      <Actions {...props} label={label} />
    </article>
  );
}

function Names({ label }: { readonly label: string }) {
  const { t } = useLanguage();
  const name = termName(label);
  if (!name) return <p className={styles.note}>{t.terms.noNames}</p>;
  return (
    <dl className={styles.names}>
      <dt>{t.terms.english}</dt>
      <dd lang="en">{name.en}</dd>
      <dt>{t.terms.spanish}</dt>
      <dd lang="es">{name.es}</dd>
    </dl>
  );
}

/** Filters by the term, or leaves out what has it. */
function Actions({ query, onQuery, leavesPage, onClose, label }: TermCardProps & { readonly label: string }) {
  const { t } = useLanguage();
  const facet = facetOfTerm(label);
  const choice = choiceOf(query, facet, label);
  const choose = (to: Choice): void => {
    onQuery(chooseFacet(query, facet, label, choice === to ? 'off' : to));
    onClose();
  };
  return (
    <footer className={styles.actions}>
      <Button tone="primary" onPress={() => choose('on')}>
        <ListFilter aria-hidden /> {choice === 'on' ? t.terms.unfilter : t.terms.filter}
      </Button>
      <Button onPress={() => choose('not')}>
        <Ban aria-hidden /> {choice === 'not' ? t.terms.unexclude : t.terms.exclude}
      </Button>
      {leavesPage && <span className={styles.note}>{t.terms.opensLibrary}</span>}
    </footer>
  );
}
