import '@fontsource-variable/source-serif-4/wght.css';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../commands/command-scope.tsx';
import { shownKey } from '../../commands/registry.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useDataset, useDatasetState } from '../../session/session-context.tsx';
import { usePageTheme } from '../../session/use-page-theme.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { FacetRail } from './facet-rail.tsx';
import styles from './library-page.module.css';
import { NoMatch } from './no-match.tsx';
import { Peek } from './peek.tsx';
import { SessionList } from './session-list.tsx';
import { useIndex, useLibrary } from './use-library.ts';
import { FailureState } from './failure-state.tsx';

/** All sessions of the dataset, narrowed by search and facets. */
export function LibraryPage() {
  const { t } = useLanguage();
  usePageTheme('library');
  const index = useIndex();
  const dataset = useDataset();
  const failure = useDatasetState((state) => state.failure);
  const isWalking = useDatasetState(
    ({ progress }) => progress.files !== 'done' && progress.files !== 'cancelled',
  );
  if (!index) {
    return failure ? (
      <FailureState failure={failure} onRetry={() => dataset.rescan()} />
    ) : (
      <p role="status" className={styles.loading}>
        {t.library.loading}
      </p>
    );
  }
  if (index.sessions.count === 0 && !isWalking) {
    return (
      <EmptyState title={t.library.noSessions} hint={t.library.noSessionsHint}>
        <Button tone="primary" onPress={() => dataset.rescan()}>
          {t.index.restart}
        </Button>
      </EmptyState>
    );
  }
  return <Browse index={index} />;
}

function Browse({ index }: { readonly index: DatasetIndex }) {
  const { t, format } = useLanguage();
  const library = useLibrary(index);
  const { query, setQuery, result, invalid } = library;
  const [active, setActive] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useTyped(query.text, (typed) => setQuery({ ...query, text: typed }));
  useCommand('search', () => search.current?.focus());
  const shown = Math.min(active, Math.max(0, result.rows.length - 1));
  const row = result.rows[shown];
  return (
    <div className={styles.page}>
      <FacetRail library={library} />
      <section className={styles.list} aria-label={t.library.rows}>
        <div className={styles.search}>
          <SearchBox
            name={t.library.search}
            clearName={t.library.clearSearch}
            value={text}
            onChange={setText}
            shortcut={shownKey('search')}
            testId="library-search"
            inputRef={search}
          />
        </div>
        <h1 className="visually-hidden">{t.library.title}</h1>
        <p
          className={styles.count}
          data-testid="case-count"
          data-count={result.rows.length}
          data-total={index.sessions.count}
          data-subjects={result.subjects}
          aria-live="polite"
        >
          <strong className={styles.number}>{format.number(result.rows.length)}</strong>
          {result.rows.length === index.sessions.count
            ? t.library.allSessions(result.rows.length)
            : t.library.sessionsOf(format.number(index.sessions.count))}
          <span aria-hidden>·</span>
          {t.library.patients(result.subjects, format.number(result.subjects))}
        </p>
        {invalid.length > 0 && (
          <p role="alert" className={styles.invalid}>
            {t.library.invalidUrl(invalid.join(', '))}
          </p>
        )}
        {result.rows.length === 0 ? (
          <NoMatch library={library} index={index} />
        ) : (
          <SessionList index={index} library={library} active={shown} onActive={setActive} />
        )}
      </section>
      {row !== undefined && <Peek index={index} row={row} query={query} />}
    </div>
  );
}

/**
 * A text that is typed here and kept elsewhere: what is typed shows at once, whatever the keeper's pace, and
 * what the keeper changes by itself replaces it.
 */
function useTyped(kept: string, keep: (typed: string) => void): readonly [string, (typed: string) => void] {
  const [typed, setTyped] = useState(kept);
  const sent = useRef<string[]>([]);
  useEffect(() => {
    const echo = sent.current.indexOf(kept);
    if (echo < 0) setTyped(kept);
    else sent.current.splice(0, echo + 1);
  }, [kept]);
  return [
    typed,
    (next) => {
      sent.current.push(next);
      setTyped(next);
      keep(next);
    },
  ];
}
