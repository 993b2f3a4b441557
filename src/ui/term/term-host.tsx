import { lazy, Suspense, useCallback, useRef, useState, type ReactNode } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { LibraryQuery } from '../../domain/dataset/library-query.ts';
import type { Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { cx } from '../cx.ts';
import { OpenTermContext, type OpenTerm } from './open-term.ts';
import styles from './term-host.module.css';

// Names and counts are for those who ask.
const TermCard = lazy(async () => ({ default: (await import('./term-card.tsx')).TermCard }));

export interface TermSurroundings {
  readonly index: DatasetIndex;
  readonly vocabulary: Vocabulary;
  readonly query: LibraryQuery;
  /** The sessions that the query leaves; asked for when a card is opened. */
  readonly rowsLeft: () => Uint32Array;
  /** Filters by another query. */
  readonly onQuery: (query: LibraryQuery) => void;
  /** To filter leads to another page. */
  readonly leavesPage: boolean;
}

interface TermHostProps extends TermSurroundings {
  readonly children: ReactNode;
}

/** Has one card at a time for all terms of a page, beside the label that it was asked of. */
export function TermHost({ children, ...surroundings }: TermHostProps) {
  const { t } = useLanguage();
  const [label, setLabel] = useState<string>();
  const anchor = useRef<Element>(null);
  const open: OpenTerm = useCallback((asked, element) => {
    anchor.current = element;
    setLabel(asked);
  }, []);
  const close = (): void => setLabel(undefined);
  return (
    <OpenTermContext value={open}>
      {children}
      <Popover
        triggerRef={anchor}
        isOpen={label !== undefined}
        onOpenChange={(isOpen) => !isOpen && close()}
        placement="right top"
        offset={6}
        className={cx(styles.popover)}
      >
        {label !== undefined && (
          <Dialog aria-label={t.terms.about(label)} className={cx(styles.dialog)}>
            <Suspense fallback={<p className={styles.wait} />}>
              <TermCard {...surroundings} asked={label} onClose={close} />
            </Suspense>
          </Dialog>
        )}
      </Popover>
    </OpenTermContext>
  );
}
