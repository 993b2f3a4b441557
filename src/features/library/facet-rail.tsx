import { useMemo } from 'react';
import {
  isFiltered,
  RANGES,
  withoutFilters,
  type FacetKey,
  type RangeKey,
} from '../../domain/dataset/library-query.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Button } from '../../ui/button.tsx';
import { Facet } from './facet.tsx';
import styles from './facet-rail.module.css';
import { RangeFacet } from './range-facet.tsx';
import { useFacetNote } from './use-facet-note.ts';
import { SavedViews } from './saved-views.tsx';
import type { Library } from './use-library.ts';

/** The order of the rail: what is looked for most comes first. */
const ORDER: readonly (FacetKey | RangeKey)[] = [
  'modality',
  'projection',
  'finding',
  'location',
  'test',
  'age',
  'date',
  'sex',
  'mask',
  'report',
  'labels',
  'contradiction',
  'issue',
  'missing',
  'projected',
  'dated',
];

const isRange = (key: FacetKey | RangeKey): key is RangeKey => RANGES.some((one) => one === key);

interface FacetRailProps {
  readonly index: DatasetIndex;
  readonly library: Library;
}

/** The filters, each with what it would leave. */
export function FacetRail({ index, library }: FacetRailProps) {
  const { t } = useLanguage();
  const { query, setQuery } = library;
  const noteOf = useFacetNote(index);
  const canResolve = useMemo(() => index.sessions.unchanged.previous.some((row) => row >= 0), [index]);
  return (
    <aside className={styles.rail} aria-label={t.library.filters} data-region>
      <SavedViews kind={index.release} library={library} />
      {ORDER.map((key) =>
        isRange(key) ? (
          <RangeFacet key={key} facet={key} library={library} note={noteOf(key)} />
        ) : (
          <Facet key={key} facet={key} library={library} note={noteOf(key)} canResolve={canResolve} />
        ),
      )}
      <p className={styles.hint}>
        {t.library.excludeHint} · {t.terms.aboutHint}
      </p>
      {isFiltered(query) && (
        <div className={styles.clear}>
          <Button onPress={() => setQuery(withoutFilters(query))}>{t.library.clearFilters}</Button>
        </div>
      )}
    </aside>
  );
}
