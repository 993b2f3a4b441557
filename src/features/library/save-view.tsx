import { Bookmark } from 'lucide-react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Release } from '../../domain/dataset/dataset-index.ts';
import { LONGEST_NAME } from '../../domain/dataset/saved-views.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { writeQuery } from '../../session/query-url.ts';
import { usePreferences, useWorkspace } from '../../session/session-context.tsx';
import { cx } from '../../ui/cx.ts';
import { activeFilters } from '../../ui/facet-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import menuStyles from '../../ui/menu.module.css';
import styles from './saved-views.module.css';
import type { Library } from './use-library.ts';
import { ViewName } from './view-name.tsx';

interface SaveViewProps {
  readonly kind: Release;
  readonly library: Library;
}

/** Gives the view in sight a name: at first that of its filters. */
export function SaveView({ kind, library: { query } }: SaveViewProps) {
  const { t, format } = useLanguage();
  const workspace = useWorkspace();
  const { views } = usePreferences();
  const name = [query.text, ...activeFilters(t, format, query).map((filter) => filter.name)]
    .filter((part) => part !== '')
    .join(t.app.listSeparator)
    .slice(0, LONGEST_NAME);
  return (
    <DialogTrigger>
      <IconButton name={t.savedViews.save} data-testid="save-view">
        <Bookmark aria-hidden />
      </IconButton>
      <Popover className={cx(menuStyles.popover)} placement="bottom end" offset={6}>
        <Dialog aria-label={t.savedViews.save} className={cx(styles.dialog)}>
          {({ close }) => (
            <ViewName
              views={views}
              kind={kind}
              view={{ name, kind, search: writeQuery(query).toString() }}
              onKeep={(next) => workspace.setPreferences({ views: next })}
              onClose={close}
              isNew
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
