import { useId, useState } from 'react';
import type { Release } from '../../domain/dataset/dataset-index.ts';
import {
  LONGEST_NAME,
  viewNamed,
  withNewName,
  withView,
  type SavedView,
} from '../../domain/dataset/saved-views.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import styles from './saved-views.module.css';

interface ViewNameProps {
  readonly views: readonly SavedView[];
  readonly kind: Release;
  /** The one that is named, or named anew. */
  readonly view: SavedView;
  readonly isNew?: boolean;
  readonly onKeep: (views: readonly SavedView[]) => void;
  readonly onClose: (isByKey: boolean) => void;
}

/** The name of a view, to be typed: Enter keeps it, Escape leaves things as they were. */
export function ViewName({ views, kind, view, isNew = false, onKeep, onClose }: ViewNameProps) {
  const { t } = useLanguage();
  const [name, setName] = useState(view.name);
  const note = useId();
  const taken = viewNamed(views, kind, name);
  const isTaken = taken !== undefined && taken !== view;
  const keep = (): void => {
    if (name.trim() === '') return;
    onKeep(isNew ? withView(views, { ...view, name }) : withNewName(views, view, name));
    onClose(true);
  };
  return (
    <div className={styles.naming}>
      <input
        // What was asked for by a press is typed at once.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label={t.savedViews.name}
        aria-describedby={note}
        maxLength={LONGEST_NAME}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => onClose(false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
          if (event.key === 'Escape') onClose(true);
        }}
        className={styles.input}
      />
      <p id={note} role="status" className={styles.note}>
        {isTaken ? t.savedViews.taken : t.savedViews.hint}
      </p>
    </div>
  );
}
