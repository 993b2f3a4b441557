import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { caseAddress } from '../../session/query-url.ts';
import { useMedia } from '../../ui/use-media.ts';
import { ActiveFilters } from './active-filters.tsx';
import { FacetRail } from './facet-rail.tsx';
import { Gallery } from './gallery.tsx';
import styles from './library-page.module.css';
import type { ListActions } from './list-keys.ts';
import { NoMatch } from './no-match.tsx';
import { Peek } from './peek.tsx';
import { RowMenu, type MenuPlace } from './row-menu.tsx';
import { SearchLine } from './search-line.tsx';
import { SessionTable } from './session-table.tsx';
import { Toolbar } from './toolbar.tsx';
import { useColumns } from './use-columns.ts';
import { useCopy } from './use-copy.ts';
import { useElementSize } from './use-element-size.ts';
import { useLibrary } from './use-library.ts';
import { useStable } from './use-stable.ts';

/** Below this width the filters are in a drawer. */
const DRAWER_BELOW = '(max-width: 1023px)';

/** The sessions of an index: what narrows them, the list, and a look at the one that has the focus. */
export function Browse({ index }: { readonly index: DatasetIndex }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const library = useLibrary(index);
  const { rows } = library.result;
  const { query, invalid } = library;
  const isNarrow = useMedia(DRAWER_BELOW);
  const [active, setActive] = useState(0);
  const [wanted, setWanted] = useState<{ readonly position: number }>();
  const [jumpText, setJumpText] = useState('');
  const [menu, setMenu] = useState<MenuPlace>();
  const jumpInput = useRef<HTMLInputElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const size = useElementSize(frame);
  const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const columns = useColumns(size.width / scale);
  const copy = useCopy(index, rows);
  const shown = Math.min(active, Math.max(0, rows.length - 1));
  const row = rows[shown];

  const actions: ListActions = {
    open: useStable((position: number) => {
      const { sessions, subjects } = index;
      const opened = rows[position];
      if (opened === undefined) return;
      const subject = subjects.ids[sessions.subject[opened] ?? 0] ?? '';
      void navigate(caseAddress(subject, sessions.ids[opened] ?? '', query));
    }),
    copyPath: copy.path,
    startJump: (typed) => {
      setJumpText(typed);
      jumpInput.current?.focus();
    },
  };
  const list = {
    index,
    library,
    active: shown,
    onActive: setActive,
    wanted,
    actions,
    onMenu: useStable((position: number, element: HTMLElement) => setMenu({ position, element })),
    scroller,
    size,
    scale,
  };
  return (
    <div className={styles.page}>
      {!isNarrow && <FacetRail index={index} library={library} />}
      <section className={styles.list} aria-label={t.library.rows}>
        <SearchLine
          index={index}
          library={library}
          isNarrow={isNarrow}
          jump={{
            input: jumpInput,
            text: jumpText,
            onText: setJumpText,
            onJump: (position) => setWanted({ position }),
          }}
        />
        <h1 className="visually-hidden">{t.library.title}</h1>
        <ActiveFilters library={library} />
        <Toolbar
          index={index}
          library={library}
          columns={columns}
          message={copy.message}
          onMessage={copy.say}
        />
        {invalid.length > 0 && (
          <p role="alert" className={styles.invalid}>
            {t.library.invalidUrl(invalid.join(', '))}
          </p>
        )}
        <div ref={frame} className={styles.frame}>
          {rows.length === 0 ? (
            <NoMatch library={library} />
          ) : query.view === 'gallery' ? (
            <Gallery {...list} />
          ) : (
            <SessionTable {...list} columns={columns} />
          )}
        </div>
      </section>
      {row !== undefined && <Peek index={index} row={row} query={query} onCopy={() => copy.path(shown)} />}
      <RowMenu place={menu} onClose={() => setMenu(undefined)} actions={actions} onCopyIds={copy.ids} />
    </div>
  );
}
