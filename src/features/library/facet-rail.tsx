import { useState } from 'react';
import { Checkbox, CheckboxGroup } from 'react-aria-components';
import { Check } from 'lucide-react';
import {
  FACETS,
  isFiltered,
  toggleFacet,
  EMPTY_QUERY,
  type FacetKey,
} from '../../domain/dataset/library-query.ts';
import type { FacetCount } from '../../domain/dataset/filter.ts';
import { foldText } from '../../domain/dataset/text.ts';
import { TEST_RESULTS } from '../../domain/labs/lab-test.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { BranchDot, TestGlyph } from '../../ui/marks.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { facetValueName } from './facet-names.ts';
import styles from './facet-rail.module.css';
import type { Library } from './use-library.ts';

/** Values shown before "more". */
const FIRST_VALUES = 9;
/** From this many values on a facet has its own search. */
const SEARCHED_VALUES = 16;

/** The filters, each with what it would leave. */
export function FacetRail({ library }: { readonly library: Library }) {
  const { t } = useLanguage();
  const { query, setQuery } = library;
  return (
    <aside className={styles.rail} aria-label={t.library.filters}>
      {FACETS.map((key) => (
        <Facet key={key} facet={key} library={library} />
      ))}
      {isFiltered(query) && (
        <div className={styles.clear}>
          <Button onPress={() => setQuery({ ...EMPTY_QUERY, sort: query.sort })}>
            {t.library.clearFilters}
          </Button>
        </div>
      )}
    </aside>
  );
}

/** Tests keep the order of kinds and results; everything else comes by count. */
function inOrder(key: FacetKey, values: readonly FacetCount[]): readonly FacetCount[] {
  return key === 'test'
    ? values.toSorted((a, b) => a.value.localeCompare(b.value))
    : values.toSorted((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

function Facet({ facet, library }: { readonly facet: FacetKey; readonly library: Library }) {
  const { t, format } = useLanguage();
  const { query, setQuery, result } = library;
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const all = inOrder(facet, result.facets[facet]);
  const chosen = query.facets[facet];
  if (all.length === 0) return null;
  const found = all.filter(({ value }) => foldText(facetValueName(t, facet, value)).includes(foldText(text)));
  const shown =
    isOpen || text !== ''
      ? found
      : found.filter(({ value }, at) => at < FIRST_VALUES || chosen.includes(value));
  const most = Math.max(1, ...all.map(({ count }) => count));
  const hidden = found.length - shown.length;
  return (
    <section className={styles.facet} data-testid="facet" data-facet={facet}>
      <h2 className={styles.title}>
        {t.library.facets[facet]}
        {chosen.length > 0 && (
          <Button
            tone="quiet"
            aria-label={t.library.clearFacet(t.library.facets[facet])}
            onPress={() => setQuery({ ...query, facets: { ...query.facets, [facet]: [] } })}
          >
            {chosen.length} ×
          </Button>
        )}
      </h2>
      {all.length > SEARCHED_VALUES && (
        <SearchBox
          small
          name={t.library.facetFilter(t.library.facets[facet])}
          clearName={t.library.clearSearch}
          value={text}
          onChange={setText}
        />
      )}
      <CheckboxGroup aria-label={t.library.facets[facet]} value={[...chosen]} className={cx(styles.options)}>
        {shown.map(({ value, count }) => (
          <Option
            key={value}
            facet={facet}
            value={value}
            count={count}
            share={count / most}
            onToggle={() => setQuery(toggleFacet(query, facet, value))}
          />
        ))}
      </CheckboxGroup>
      {(hidden > 0 || (isOpen && found.length > FIRST_VALUES)) && (
        <Button tone="quiet" onPress={() => setOpen(!isOpen)}>
          {isOpen ? t.app.less : t.app.more(hidden)}
        </Button>
      )}
      <span className="visually-hidden" role="status">
        {text === '' ? '' : format.number(found.length)}
      </span>
    </section>
  );
}

interface OptionProps extends FacetCount {
  readonly facet: FacetKey;
  /** Part of the largest count of the facet, 0 to 1. */
  readonly share: number;
  readonly onToggle: () => void;
}

function Option({ facet, value, count, share, onToggle }: OptionProps) {
  const { t, format } = useLanguage();
  const name = facetValueName(t, facet, value);
  return (
    <Checkbox
      value={value}
      onChange={onToggle}
      className={cx(styles.option)}
      data-testid="facet-option"
      data-value={value}
      data-count={count}
    >
      <span aria-hidden className={styles.bar} style={{ inlineSize: `${Math.round(share * 100)}%` }} />
      <span aria-hidden className={styles.box}>
        <Check />
      </span>
      <ValueMark facet={facet} value={value} />
      <span className={styles.name}>{name}</span>
      <span className={styles.count}>{format.number(count)}</span>
    </Checkbox>
  );
}

function ValueMark({ facet, value }: { readonly facet: FacetKey; readonly value: string }) {
  const { t } = useLanguage();
  const vocabulary = useVocabulary();
  if (facet === 'finding') return <BranchDot branch={branchOf(vocabulary, value)} />;
  const result = facet === 'test' ? TEST_RESULTS.find((one) => value.endsWith(`:${one}`)) : undefined;
  return result ? (
    <span aria-hidden>
      <TestGlyph result={result} name={t.test[result]} />
    </span>
  ) : null;
}
