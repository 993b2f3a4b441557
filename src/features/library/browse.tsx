import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { cellOf } from '../../domain/dataset/columns.ts';
import { findSession } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { withoutFilters } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import type { DatasetState } from '../../session/dataset-state.ts';
import { caseAddress } from '../../session/query-url.ts';
import { useDataset, useVocabulary } from '../../session/session-context.tsx';
import { useShownBeside, useWindowPair } from '../../session/window-pair-context.tsx';
import { TermHost } from '../../ui/term/term-host.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { ActiveFilters } from './active-filters.tsx';
import { FacetRail } from './facet-rail.tsx';
import { Gallery } from './gallery.tsx';
import styles from './library-page.module.css';
import type { ListActions } from './list-keys.ts';
import { NoMatch } from './no-match.tsx';
import { Peek } from './peek.tsx';
import { QuickLook } from './quick-look.tsx';
import { RowMenu, type MenuPlace } from './row-menu.tsx';
import { SearchLine } from './search-line.tsx';
import { SessionTable } from './session-table.tsx';
import { Toolbar } from './toolbar.tsx';
import { useColumns } from './use-columns.ts';
import { useCopy } from './use-copy.ts';
import { useElementSize } from '../../ui/use-element-size.ts';
import type { FocusWish } from './use-focus-later.ts';
import { SecondWindowButton } from './second-window-button.tsx';
import { useLibrary } from './use-library.ts';
import { useReadAhead } from './use-read-ahead.ts';
import { useStable } from '../../ui/use-stable.ts';

/** Below this width the filters are in a drawer. */
const DRAWER_BELOW = '(max-width: 1023px)';

/** Findings and places of a session. */
const labelsOf = ({ sessions, terms }: DatasetIndex, row: number): readonly string[] =>
  [...cellOf(sessions.findings, row), ...cellOf(sessions.locations, row)].map((term) => terms[term] ?? '');

/** Where a case is in the list. */
function positionOf(index: DatasetIndex, rows: Uint32Array, ids: DatasetState['place']): number | undefined {
  const position = ids ? rows.indexOf(findSession(index, ids.subject, ids.session)) : -1;
  return position < 0 ? undefined : position;
}

/** Ids of a session, by its row in the table of sessions. */
function idsOf({ sessions, subjects }: DatasetIndex, row: number | undefined): DatasetState['place'] {
  if (row === undefined) return undefined;
  return { subject: subjects.ids[sessions.subject[row] ?? 0] ?? '', session: sessions.ids[row] ?? '' };
}

/** Goes to the row of the case that the window of images shows, whenever that is another one. */
function useFollowBeside(index: DatasetIndex, rows: Uint32Array, follow: (position: number) => void): void {
  const beside = useShownBeside();
  const go = useStable(() => {
    const position = positionOf(index, rows, beside);
    if (position !== undefined) follow(position);
  });
  useEffect(() => {
    if (beside) go();
  }, [beside, go]);
}

/** The sessions of an index: what narrows them, the list, and a look at the one that has the focus. */
export function Browse({ index }: { readonly index: DatasetIndex }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const library = useLibrary(index);
  const { rows } = library.result;
  const { query, invalid } = library;
  const isNarrow = useMedia(DRAWER_BELOW);
  const { state } = useDataset();
  const { place } = state.getState();
  const [comeFrom] = useState(() => positionOf(index, rows, place));
  const [active, setPosition] = useState(comeFrom ?? 0);
  const setActive = useStable((position: number) => {
    setPosition(position);
    const ids = idsOf(index, rows[position]);
    if (ids) state.setState({ place: ids });
  });
  const [isLooking, setLooking] = useState(false);
  const [wanted, setWanted] = useState<FocusWish | undefined>(
    comeFrom === undefined ? undefined : { position: comeFrom, isPolite: true },
  );
  const pair = useWindowPair();
  useFollowBeside(index, rows, (position) => {
    setActive(position);
    // From row to row the focus goes along; whoever works elsewhere on the page stays there.
    setWanted({ position, isPolite: !document.activeElement?.closest('[data-position]') });
  });
  const [jumpText, setJumpText] = useState('');
  const [menu, setMenu] = useState<MenuPlace>();
  const jumpInput = useRef<HTMLInputElement>(null);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const size = useElementSize(scroller);
  const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const columns = useColumns(size.width / scale);
  const copy = useCopy(index, rows);
  const shown = Math.min(active, Math.max(0, rows.length - 1));
  const row = rows[shown];
  // A look at the session may come a moment after the list.
  const looked = useDeferredValue(useMemo(() => ({ index, row, query }), [index, row, query]));

  const addressOf = (position: number): string | undefined => {
    const ids = idsOf(index, rows[position]);
    return ids && caseAddress(ids.subject, ids.session, query);
  };
  const readAhead = useReadAhead(index);
  const actions: ListActions = {
    open: useStable((position: number) => {
      const address = addressOf(position);
      if (address === undefined) return;
      // With the images in a window of their own, the list stays here.
      if (pair?.show(address) === true) return;
      readAhead(rows[position] ?? 0);
      void navigate(address);
    }),
    openTab: useStable((position: number) => {
      const address = addressOf(position);
      if (address !== undefined) window.open(address, '_blank', 'noopener');
    }),
    showPatient: useStable((position: number) => {
      const text = idsOf(index, rows[position])?.subject ?? '';
      library.setQuery({ ...withoutFilters(query), text });
    }),
    look: useStable(() => setLooking(true)),
    copyPath: copy.path,
    startJump: (typed) => {
      setJumpText(typed);
      jumpInput.current?.focus();
    },
  };
  const surroundings = {
    index,
    vocabulary: useVocabulary(),
    query,
    rowsLeft: () => rows,
    onQuery: library.setQuery,
    leavesPage: false,
  };
  const list = {
    index,
    library,
    active: shown,
    onActive: setActive,
    wanted,
    actions,
    onMenu: setMenu,
    scroller,
    onScroller: setScroller,
    size,
    scale,
  };
  return (
    <TermHost {...surroundings}>
      <div className={styles.page}>
        {!isNarrow && <FacetRail index={index} library={library} />}
        <section className={styles.list} aria-label={t.library.rows} data-region>
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
            extra={<SecondWindowButton address={addressOf(shown)} onMessage={copy.say} />}
          />
          {invalid.length > 0 && (
            <p role="alert" className={styles.invalid}>
              {t.library.invalidUrl(invalid.join(', '))}
            </p>
          )}
          <div className={styles.frame}>
            {rows.length === 0 ? (
              <NoMatch index={index} library={library} />
            ) : query.view === 'gallery' ? (
              <Gallery {...list} />
            ) : (
              <SessionTable {...list} columns={columns} />
            )}
          </div>
        </section>
        {looked.row !== undefined && (
          <Peek index={looked.index} row={looked.row} query={looked.query} onCopy={() => copy.path(shown)} />
        )}
        {isLooking && rows.length > 0 && (
          <QuickLook
            index={index}
            rows={rows}
            position={shown}
            onMove={setActive}
            onOpen={actions.open}
            onClose={() => {
              setLooking(false);
              setWanted({ position: shown });
            }}
          />
        )}
        <RowMenu
          place={menu}
          onClose={() => setMenu(undefined)}
          actions={actions}
          onCopyIds={copy.ids}
          labelsAt={(position) => labelsOf(index, rows[position] ?? 0)}
        />
      </div>
    </TermHost>
  );
}
