import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { EMPTY_QUERY, FACETS, toggleFacet } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { facetValueName } from './facet-names.ts';
import type { Library } from './use-library.ts';

/** Nothing passes all filters: each can be taken away. */
export function NoMatch({ library }: { readonly library: Library; readonly index: DatasetIndex }) {
  const { t } = useLanguage();
  const { query, setQuery } = library;
  return (
    <EmptyState title={t.library.noMatch} hint={t.library.noMatchHint}>
      {query.text !== '' && (
        <Button onPress={() => setQuery({ ...query, text: '' })}>
          {t.library.remove(`“${query.text}”`)}
        </Button>
      )}
      {FACETS.flatMap((key) =>
        query.facets[key].map((value) => (
          <Button key={`${key}:${value}`} onPress={() => setQuery(toggleFacet(query, key, value))}>
            {t.library.remove(facetValueName(t, key, value))}
          </Button>
        )),
      )}
      <Button tone="primary" onPress={() => setQuery({ ...EMPTY_QUERY, sort: query.sort })}>
        {t.library.clearFilters}
      </Button>
    </EmptyState>
  );
}
