import { ListTree } from 'lucide-react';
import { TERM_SCOPES, UNCHANGED_READINGS } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './facet-rail.module.css';
import type { Library } from './use-library.ts';

interface TermControlsProps {
  readonly library: Library;
  readonly isTree: boolean;
  readonly onTree: (isTree: boolean) => void;
  /** Sessions are labelled `unchanged`, and it is known what of. */
  readonly canResolve: boolean;
}

/** How findings and places are counted: with all below them or alone, and what `unchanged` counts as. */
export function TermControls({ library, isTree, onTree, canResolve }: TermControlsProps) {
  const { t } = useLanguage();
  const { query, setQuery } = library;
  return (
    <div className={styles.controls}>
      <span className={styles.control} title={t.terms.scopeHint[query.terms]}>
        <Segmented
          name={t.terms.scope}
          value={query.terms}
          options={TERM_SCOPES.map((value) => ({ value, label: t.terms.scopes[value] }))}
          onChange={(terms) => setQuery({ ...query, terms })}
        />
        <IconButton name={t.terms.tree} pressed={isTree} onPress={() => onTree(!isTree)}>
          <ListTree aria-hidden />
        </IconButton>
      </span>
      {canResolve && (
        <span className={styles.control} title={t.unchanged.readingHint[query.unchanged]}>
          <span className={styles.controlName}>{t.unchanged.name}</span>
          <Segmented
            name={t.unchanged.name}
            value={query.unchanged}
            options={UNCHANGED_READINGS.map((value) => ({ value, label: t.unchanged.readings[value] }))}
            onChange={(unchanged) => setQuery({ ...query, unchanged })}
          />
        </span>
      )}
    </div>
  );
}
