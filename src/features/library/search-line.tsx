import { useEffect, useRef, useState } from 'react';
import { SlidersHorizontal } from 'lucide-react';
import { useCommand, useShownKey } from '../../commands/command-scope.tsx';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { filterCount } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { FacetRail } from './facet-rail.tsx';
import { JumpBox, type JumpBoxProps } from './jump-box.tsx';
import { SaveView } from './save-view.tsx';
import styles from './toolbar.module.css';
import type { Library } from './use-library.ts';

interface SearchLineProps {
  readonly index: DatasetIndex;
  readonly library: Library;
  /** The filters have no room beside the list. */
  readonly isNarrow: boolean;
  readonly jump: Omit<JumpBoxProps, 'index' | 'rows'>;
}

/** The search, and where there is no room for the filters, the button that opens them. */
export function SearchLine({ index, library, isNarrow, jump }: SearchLineProps) {
  const { t } = useLanguage();
  const shownKey = useShownKey();
  const { query, setQuery } = library;
  const [isOpen, setOpen] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useTyped(query.text, (typed) => setQuery({ ...query, text: typed }));
  useCommand('search', () => search.current?.focus());
  return (
    <div className={styles.search} title={t.library.searchHelp}>
      <SearchBox
        name={t.library.search}
        clearName={t.library.clearSearch}
        value={text}
        onChange={setText}
        shortcut={shownKey('search')}
        testId="library-search"
        inputRef={search}
      />
      <SaveView kind={index.release} library={library} />
      <JumpBox index={index} rows={library.result.rows} {...jump} />
      {isNarrow && (
        <>
          <Button onPress={() => setOpen(true)} data-testid="open-filters">
            <SlidersHorizontal aria-hidden />
            {t.library.filtersOn(filterCount({ ...query, text: '' }))}
          </Button>
          <Drawer title={t.library.filters} isOpen={isOpen} onClose={() => setOpen(false)}>
            <FacetRail index={index} library={library} />
          </Drawer>
        </>
      )}
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
