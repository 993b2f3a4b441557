import { useMemo } from 'react';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { sessionsLeft } from '../../domain/dataset/filter.ts';
import { withoutFilters, type LibraryQuery } from '../../domain/dataset/library-query.ts';
import { createOrder } from '../../domain/dataset/sort.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { activeFilters } from '../../ui/facet-names.ts';
import styles from './no-match.module.css';
import type { Library } from './use-library.ts';

/** Nothing passes all filters: each can be taken away. */
export function NoMatch({ index, library }: { readonly index: DatasetIndex; readonly library: Library }) {
  const { t, format } = useLanguage();
  const { query, setQuery } = library;
  const order = useMemo(() => createOrder(index), [index]);
  const leftBy = (without: LibraryQuery): string => {
    const { length } = sessionsLeft(index, order, without);
    return t.browse.leaves(length, format.number(length));
  };
  const text = { id: 'text', name: `“${query.text}”`, without: { ...query, text: '' } };
  const ways = [...(query.text === '' ? [] : [text]), ...activeFilters(t, format, query)];
  return (
    <EmptyState title={t.library.noMatch} hint={t.library.noMatchHint}>
      {ways.map(({ id, name, without }) => (
        <Button key={id} onPress={() => setQuery(without)}>
          {t.library.remove(name)} <span className={styles.leaves}>{leftBy(without)}</span>
        </Button>
      ))}
      <Button tone="primary" onPress={() => setQuery(withoutFilters(query))}>
        {t.library.clearFilters}
      </Button>
    </EmptyState>
  );
}
