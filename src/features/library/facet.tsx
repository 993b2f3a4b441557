import { useId, useState } from 'react';
import { CheckboxGroup } from 'react-aria-components';
import { ChevronRight } from 'lucide-react';
import type { FacetCount } from '../../domain/dataset/filter.ts';
import { choiceOf, chooseFacet, type FacetKey } from '../../domain/dataset/library-query.ts';
import { foldText } from '../../domain/dataset/text.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { facetValueName } from './facet-names.ts';
import { FacetOption } from './facet-option.tsx';
import styles from './facet-rail.module.css';
import type { Library } from './use-library.ts';

/** Values shown before "more". */
const FIRST_VALUES = 9;
/** From this many values on a facet has its own search. */
const SEARCHED_VALUES = 16;
/** Closed until they are asked for: they are about the data more than about the patients. */
const CLOSED: ReadonlySet<FacetKey> = new Set(['projected', 'dated', 'labels', 'report', 'issue']);

/** Tests keep the order of kinds and results; everything else comes by count. */
function inOrder(key: FacetKey, values: readonly FacetCount[]): readonly FacetCount[] {
  return key === 'test'
    ? values.toSorted((a, b) => a.value.localeCompare(b.value))
    : values.toSorted((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

interface FacetProps {
  readonly facet: FacetKey;
  readonly library: Library;
  /** What its counts do not know yet. */
  readonly note: string | undefined;
}

/** One filter with its values; nothing where no session has a value. */
export function Facet({ facet, library, note }: FacetProps) {
  const { t } = useLanguage();
  const { query, setQuery, result } = library;
  const chosen = query.facets[facet].length + query.not[facet].length;
  const [isOpen, setOpen] = useState(!CLOSED.has(facet) || chosen > 0);
  const panel = useId();
  if (result.facets[facet].length === 0) return null;
  const name = t.library.facets[facet];
  const clear = (): void =>
    setQuery({
      ...query,
      facets: { ...query.facets, [facet]: [] },
      not: { ...query.not, [facet]: [] },
    });
  return (
    <section className={styles.facet} data-testid="facet" data-facet={facet}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <button
            type="button"
            className={styles.opener}
            aria-expanded={isOpen}
            aria-controls={panel}
            onClick={() => setOpen(!isOpen)}
          >
            <ChevronRight aria-hidden />
            {name}
          </button>
        </h2>
        {note !== undefined && <span className={styles.note}>{note}</span>}
        {chosen > 0 && (
          <Button tone="quiet" aria-label={t.library.clearFacet(name)} onPress={clear}>
            {chosen} ×
          </Button>
        )}
      </div>
      <div id={panel} className={styles.panel} hidden={!isOpen}>
        {isOpen && <FacetValues facet={facet} library={library} />}
      </div>
    </section>
  );
}

function FacetValues({ facet, library }: Pick<FacetProps, 'facet' | 'library'>) {
  const { t, format } = useLanguage();
  const { query, setQuery, result } = library;
  const [isWhole, setWhole] = useState(false);
  const [text, setText] = useState('');
  const name = t.library.facets[facet];
  const all = inOrder(facet, result.facets[facet]);
  const found = all.filter(({ value }) => foldText(facetValueName(t, facet, value)).includes(foldText(text)));
  const shown =
    isWhole || text !== ''
      ? found
      : found.filter(({ value }, at) => at < FIRST_VALUES || choiceOf(query, facet, value) !== 'off');
  const most = Math.max(1, ...all.map(({ count }) => count));
  const hidden = found.length - shown.length;
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
      <CheckboxGroup aria-label={name} value={[...query.facets[facet]]} className={cx(styles.options)}>
        {shown.map(({ value, count }) => (
          <FacetOption
            key={value}
            facet={facet}
            value={value}
            count={count}
            share={count / most}
            choice={choiceOf(query, facet, value)}
            onChoose={(choice) => setQuery(chooseFacet(query, facet, value, choice))}
          />
        ))}
      </CheckboxGroup>
      {(hidden > 0 || (isWhole && found.length > FIRST_VALUES)) && (
        <Button tone="quiet" onPress={() => setWhole(!isWhole)}>
          {isWhole ? t.app.less : t.app.more(hidden)}
        </Button>
      )}
      <span className="visually-hidden" role="status">
        {text === '' ? '' : format.number(found.length)}
      </span>
    </>
  );
}
