import { lazy, Suspense, useId, useState } from 'react';
import { ChevronRight } from 'lucide-react';
import { RESOLVED, type FacetKey, type LibraryQuery } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useStable } from '../../ui/use-stable.ts';
import { Button } from '../../ui/button.tsx';
import { FacetValues } from './facet-values.tsx';
import styles from './facet-rail.module.css';
import { TermControls } from './term-controls.tsx';
import type { Library } from './use-library.ts';

// The schematic is larger than the rail, and the rail is read without it.
const LocationMap = lazy(async () => ({ default: (await import('./location-map.tsx')).LocationMap }));

/** Closed until they are asked for: they are about the data more than about the patients. */
const CLOSED: ReadonlySet<FacetKey> = new Set(['projected', 'dated', 'labels', 'report', 'issue']);

const isOfTerms = (facet: FacetKey): boolean => RESOLVED.some((one) => one === facet);

interface FacetProps {
  readonly facet: FacetKey;
  readonly library: Library;
  /** What its counts do not know yet. */
  readonly note: string | undefined;
  /** Sessions are labelled `unchanged`, and it is known what of. */
  readonly canResolve: boolean;
}

/** One filter with its values; nothing where no session has a value. */
export function Facet({ facet, library, note, canResolve }: FacetProps) {
  const { t } = useLanguage();
  const { query, setQuery, result } = library;
  const chosen = query.facets[facet].length + query.not[facet].length;
  const [isOpen, setOpen] = useState(!CLOSED.has(facet) || chosen > 0);
  const [isTree, setTree] = useState(false);
  const panel = useId();
  const onTerms = useStable((change: Partial<LibraryQuery>) => setQuery({ ...query, ...change }));
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
        {isOpen && isOfTerms(facet) && (
          <TermControls
            terms={query.terms}
            unchanged={query.unchanged}
            onChange={onTerms}
            isTree={isTree}
            onTree={setTree}
            canResolve={canResolve}
          />
        )}
        {isOpen && facet === 'location' && (
          <div className={styles.thorax}>
            <Suspense>
              <LocationMap library={library} />
            </Suspense>
          </div>
        )}
        {isOpen && <FacetValues facet={facet} library={library} isTree={isTree} />}
      </div>
    </section>
  );
}
