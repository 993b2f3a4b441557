import { withoutFilters } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { activeFilters } from './facet-names.ts';
import type { Library } from './use-library.ts';

/** Nothing passes all filters: each can be taken away. */
export function NoMatch({ library }: { readonly library: Library }) {
  const { t, format } = useLanguage();
  const { query, setQuery } = library;
  return (
    <EmptyState title={t.library.noMatch} hint={t.library.noMatchHint}>
      {query.text !== '' && (
        <Button onPress={() => setQuery({ ...query, text: '' })}>
          {t.library.remove(`“${query.text}”`)}
        </Button>
      )}
      {activeFilters(t, format, query).map(({ id, name, without }) => (
        <Button key={id} onPress={() => setQuery(without)}>
          {t.library.remove(name)}
        </Button>
      ))}
      <Button tone="primary" onPress={() => setQuery(withoutFilters(query))}>
        {t.library.clearFilters}
      </Button>
    </EmptyState>
  );
}
