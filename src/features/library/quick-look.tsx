import type { KeyboardEvent } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { cx } from '../../ui/cx.ts';
import { personOf } from '../../ui/person.ts';
import { PeekFilm } from './peek-film.tsx';
import styles from './quick-look.module.css';

interface QuickLookProps {
  readonly index: DatasetIndex;
  readonly rows: Uint32Array;
  /** Position in the list. */
  readonly position: number;
  readonly onMove: (position: number) => void;
  readonly onOpen: (position: number) => void;
  readonly onClose: () => void;
}

/** Pixels of the longer side. */
const SIDE = 1280;

/** The keys are heard there. */
const focusOnce = (element: HTMLElement | null): void => element?.focus();

/** The film of a row, large, without leaving the list: arrows go to the next row, the space bar or Escape back to it. */
export function QuickLook({ index, rows, position, onMove, onOpen, onClose }: QuickLookProps) {
  const { t, format } = useLanguage();
  const { sessions, subjects } = index;
  const row = rows[position] ?? 0;
  const subject = sessions.subject[row] ?? 0;
  const date = sessions.date[row] ?? 0;
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (by !== undefined) onMove(Math.max(0, Math.min(rows.length - 1, position + by)));
    else if (event.key === ' ') onClose();
    else if (event.key === 'Enter') onOpen(position);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className={cx(styles.overlay)}
    >
      <Modal className={cx(styles.sheet)}>
        <Dialog className={cx(styles.dialog)}>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div
            role="group"
            tabIndex={0}
            aria-label={t.browse.quickLookKeys}
            onKeyDown={onKeyDown}
            ref={focusOnce}
            className={styles.content}
            data-testid="quick-look"
          >
            <Heading slot="title" className={cx(styles.title)}>
              <span className={styles.subject}>{subjects.ids[subject]}</span>
              <span className={styles.session}>{sessions.ids[row]}</span>
              <span className={styles.facts}>
                {[date > 0 ? format.date(date) : t.library.noDate, personOf(t, index, subject)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
              <span className={styles.end}>
                {t.case.position(format.number(position + 1), format.number(rows.length))}
              </span>
            </Heading>
            <PeekFilm index={index} row={row} side={SIDE} isWhole />
            <p className={styles.hint}>{t.browse.quickLookKeys}</p>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
