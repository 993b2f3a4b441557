import { Button, Tag, TagGroup, TagList } from 'react-aria-components';
import { X } from 'lucide-react';
import { useLanguage } from '../../i18n/locale.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './active-filters.module.css';
import { activeFilters } from '../../ui/facet-names.ts';
import type { Library } from './use-library.ts';

/** The filters that are on, each to be taken away: the rail may be out of sight. */
export function ActiveFilters({ library }: { readonly library: Library }) {
  const { t, format } = useLanguage();
  const filters = activeFilters(t, format, library.query);
  if (filters.length === 0) return null;
  return (
    <TagGroup
      aria-label={t.library.activeFilters}
      className={cx(styles.group)}
      onRemove={(ids) => {
        const gone = filters.find(({ id }) => ids.has(id));
        if (gone) library.setQuery(gone.without);
      }}
    >
      <TagList className={cx(styles.list)}>
        {filters.map(({ id, name }) => (
          <Tag key={id} id={id} textValue={name} className={cx(styles.tag)}>
            {name}
            <Button slot="remove" aria-label={t.library.remove(name)} className={cx(styles.remove)}>
              <X aria-hidden />
            </Button>
          </Tag>
        ))}
      </TagList>
    </TagGroup>
  );
}
