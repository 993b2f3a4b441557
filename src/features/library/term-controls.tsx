import { memo } from 'react';
import { ListTree } from 'lucide-react';
import { TERM_SCOPES, UNCHANGED_READINGS, type LibraryQuery } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './facet-rail.module.css';

interface TermControlsProps extends Pick<LibraryQuery, 'terms' | 'unchanged'> {
  readonly onChange: (change: Partial<Pick<LibraryQuery, 'terms' | 'unchanged'>>) => void;
  readonly isTree: boolean;
  readonly onTree: (isTree: boolean) => void;
  /** Sessions are labelled `unchanged`, and it is known what of. */
  readonly canResolve: boolean;
}

/** How findings and places are counted: with all below them or alone, and what `unchanged` counts as. */
export const TermControls = memo(function TermControls(props: TermControlsProps) {
  const { terms, unchanged, onChange, isTree, onTree, canResolve } = props;
  const { t } = useLanguage();
  return (
    <div className={styles.controls}>
      <span className={styles.control} title={t.terms.scopeHint[terms]}>
        <Segmented
          name={t.terms.scope}
          value={terms}
          options={TERM_SCOPES.map((value) => ({ value, label: t.terms.scopes[value] }))}
          onChange={(next) => onChange({ terms: next })}
        />
        <IconButton name={t.terms.tree} pressed={isTree} onPress={() => onTree(!isTree)}>
          <ListTree aria-hidden />
        </IconButton>
      </span>
      {canResolve && (
        <span className={styles.control} title={t.unchanged.readingHint[unchanged]}>
          <span className={styles.controlName}>{t.unchanged.name}</span>
          <Segmented
            name={t.unchanged.name}
            value={unchanged}
            options={UNCHANGED_READINGS.map((value) => ({ value, label: t.unchanged.readings[value] }))}
            onChange={(next) => onChange({ unchanged: next })}
          />
        </span>
      )}
    </div>
  );
});
