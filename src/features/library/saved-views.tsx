import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Ellipsis } from 'lucide-react';
import { viewsOf, withView, type SavedView } from '../../domain/dataset/saved-views.ts';
import type { Release } from '../../domain/dataset/dataset-index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { readQuery, writeQuery } from '../../session/query-url.ts';
import { usePreferences, useWorkspace } from '../../session/session-context.tsx';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import styles from './saved-views.module.css';
import type { Library } from './use-library.ts';
import { ViewName } from './view-name.tsx';

interface SavedViewsProps {
  readonly kind: Release;
  readonly library: Library;
}

/** Views that were given a name: to be shown again, renamed and deleted. */
export function SavedViews({ kind, library }: SavedViewsProps) {
  const { t } = useLanguage();
  const workspace = useWorkspace();
  const { views } = usePreferences();
  const [naming, setNaming] = useState<SavedView>();
  const [gone, setGone] = useState<SavedView>();
  const { query, setQuery } = library;
  const section = useRef<HTMLElement>(null);
  const endNaming = (isByKey: boolean): void => {
    flushSync(() => setNaming(undefined));
    // Who pressed elsewhere is there already.
    if (isByKey) section.current?.querySelector('button')?.focus();
  };
  const own = viewsOf(views, kind);
  const search = writeQuery(query).toString();
  const keep = (next: readonly SavedView[]): void => workspace.setPreferences({ views: next });
  if (own.length === 0 && !gone) return null;
  return (
    <section ref={section} aria-label={t.savedViews.title} className={styles.views}>
      <h2 className={styles.title}>{t.savedViews.title}</h2>
      <ul className={styles.list}>
        {own.map((view) =>
          naming === view ? (
            <li key={view.name}>
              <ViewName views={views} kind={kind} view={view} onKeep={keep} onClose={endNaming} />
            </li>
          ) : (
            <li key={view.name} className={styles.view} data-testid="saved-view">
              <button
                type="button"
                className={styles.open}
                aria-pressed={view.search === search}
                onClick={() => setQuery(readQuery(new URLSearchParams(view.search)).query)}
              >
                {view.name}
              </button>
              <MenuButton
                name={t.savedViews.actions(view.name)}
                choices={[
                  { id: 'rename', label: t.savedViews.rename, onAction: () => setNaming(view) },
                  {
                    id: 'delete',
                    label: t.savedViews.remove,
                    onAction: () => {
                      setGone(view);
                      keep(views.filter((one) => one !== view));
                    },
                  },
                ]}
              >
                <Ellipsis aria-hidden />
              </MenuButton>
            </li>
          ),
        )}
      </ul>
      {gone && (
        <p role="status" className={styles.gone}>
          {t.savedViews.removed(gone.name)}
          <Button
            tone="quiet"
            // In the place of the button that is gone.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            onPress={() => {
              keep(withView(views, gone));
              setGone(undefined);
            }}
          >
            {t.savedViews.undo}
          </Button>
        </p>
      )}
    </section>
  );
}
