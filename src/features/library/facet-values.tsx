import { useMemo, useState, type CSSProperties } from 'react';
import { ChevronRight } from 'lucide-react';
import { facetTree, pathsTo } from '../../domain/dataset/facet-tree.ts';
import { orderFacet } from '../../domain/dataset/facet-order.ts';
import { choiceOf, chooseFacet, type Choice, type FacetKey } from '../../domain/dataset/library-query.ts';
import { foldText } from '../../domain/dataset/text.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { useRules } from '../../session/use-rules.ts';
import { Button } from '../../ui/button.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { useOpenTerm } from '../../ui/term/open-term.ts';
import { facetValueName } from '../../ui/facet-names.ts';
import { FacetOption } from './facet-option.tsx';
import { RulesButton } from './rules-button.tsx';
import styles from './facet-rail.module.css';
import type { Library } from './use-library.ts';
import { useStable } from '../../ui/use-stable.ts';

/** Values shown before "more". */
const FIRST_VALUES = 9;
/** From this many values on a facet has its own search. */
const SEARCHED_VALUES = 16;

interface FacetValuesProps {
  readonly facet: FacetKey;
  readonly library: Library;
  /** In their places in the graph, in place of a list. */
  readonly isTree: boolean;
}

/** The values of a facet, as a list or as a tree; what is typed is looked for in the list. */
export function FacetValues({ facet, library, isTree }: FacetValuesProps) {
  const { t, format } = useLanguage();
  const { result } = library;
  const [text, setText] = useState('');
  const name = t.library.facets[facet];
  const { off } = useRules();
  // A rule that is off marks nothing; one that is filtered by stays in sight.
  const counted =
    facet === 'contradiction'
      ? result.facets[facet].filter(
          ({ value }) =>
            !off.some((rule) => rule === value) || choiceOf(library.query, facet, value) !== 'off',
        )
      : result.facets[facet];
  const all = orderFacet(facet, counted);
  const found =
    text === ''
      ? all
      : all.filter(({ value }) => foldText(facetValueName(t, facet, value)).includes(foldText(text)));
  return (
    <>
      {all.length > SEARCHED_VALUES && (
        <SearchBox
          small
          name={t.library.facetFilter(name)}
          clearName={t.library.clearSearch}
          value={text}
          onChange={setText}
        />
      )}
      {isTree && text === '' ? (
        <TreeOptions facet={facet} library={library} />
      ) : (
        <ListOptions facet={facet} library={library} found={found} isSearched={text !== ''} />
      )}
      {facet === 'contradiction' && <RulesButton isEmpty={all.length === 0} />}
      <span className="visually-hidden" role="status">
        {text === '' ? '' : format.number(found.length)}
      </span>
    </>
  );
}

/** What the options of a facet do, the same functions at every render. */
function useOptionActions({ query, setQuery }: Library, facet: FacetKey) {
  const onChoose = useStable((value: string, choice: Choice) =>
    setQuery(chooseFacet(query, facet, value, choice)),
  );
  const openTerm = useOpenTerm();
  const isOfTerms = facet === 'finding' || facet === 'location';
  return { onChoose, onAbout: isOfTerms ? openTerm : undefined };
}

interface ListOptionsProps {
  readonly facet: FacetKey;
  readonly library: Library;
  readonly found: ReturnType<typeof orderFacet>;
  readonly isSearched: boolean;
}

function ListOptions({ facet, library, found, isSearched }: ListOptionsProps) {
  const { t } = useLanguage();
  const { query, result } = library;
  const [isWhole, setWhole] = useState(false);
  const actions = useOptionActions(library, facet);
  const shown =
    isWhole || isSearched
      ? found
      : found.filter(({ value }, at) => at < FIRST_VALUES || choiceOf(query, facet, value) !== 'off');
  const most = Math.max(1, ...result.facets[facet].map(({ count }) => count));
  const hidden = found.length - shown.length;
  return (
    <>
      <div role="group" aria-label={t.library.facets[facet]} className={styles.options}>
        {shown.map(({ value, count, depth }) => (
          <FacetOption
            key={value}
            facet={facet}
            value={value}
            count={count}
            depth={depth}
            share={count / most}
            choice={choiceOf(query, facet, value)}
            {...actions}
          />
        ))}
      </div>
      {(hidden > 0 || (isWhole && found.length > FIRST_VALUES)) && (
        <Button tone="quiet" onPress={() => setWhole(!isWhole)}>
          {isWhole ? t.app.less : t.app.more(hidden)}
        </Button>
      )}
    </>
  );
}

/** The values in their places in the graph, opened step by step; a term with several parents stands below each. */
function TreeOptions({ facet, library }: Omit<FacetValuesProps, 'isTree'>) {
  const { t } = useLanguage();
  const vocabulary = useVocabulary();
  const { query, result } = library;
  const [open, setOpen] = useState<ReadonlySet<string>>(() =>
    pathsTo(vocabulary, [...query.facets[facet], ...query.not[facet]]),
  );
  const actions = useOptionActions(library, facet);
  const counts = result.facets[facet];
  const rows = useMemo(() => facetTree(vocabulary, counts, open), [vocabulary, counts, open]);
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const toggle = (path: string): void => {
    const next = new Set(open);
    if (!next.delete(path)) next.add(path);
    setOpen(next);
  };
  return (
    <div role="group" aria-label={t.library.facets[facet]} className={styles.options} data-tree>
      {rows.map(({ value, count, path, depth, hasBelow, isOpen }) => (
        <div key={path} className={styles.branch} style={{ '--steps': depth } as CSSProperties}>
          {hasBelow ? (
            <button
              type="button"
              className={styles.fold}
              aria-expanded={isOpen}
              aria-label={isOpen ? t.terms.fold(value) : t.terms.open(value)}
              onClick={() => toggle(path)}
            >
              <ChevronRight aria-hidden />
            </button>
          ) : (
            <span className={styles.fold} />
          )}
          <FacetOption
            facet={facet}
            value={value}
            count={count}
            depth={0}
            share={count / most}
            choice={choiceOf(query, facet, value)}
            {...actions}
          />
        </div>
      ))}
    </div>
  );
}
