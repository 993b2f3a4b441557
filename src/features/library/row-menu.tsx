import { useRef, type MouseEvent } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { showChord } from '../../commands/show-chord.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { cx } from '../../ui/cx.ts';
import { placeName } from '../../ui/facet-names.ts';
import { useOpenTerm } from '../../ui/term/open-term.ts';
import menuStyles from '../../ui/menu.module.css';
import styles from './row-menu.module.css';
import type { ListActions } from './list-keys.ts';

export interface MenuPlace {
  /** Of the session in the list. */
  readonly position: number;
  /** What has the menu. */
  readonly element: HTMLElement;
  /** Where the pointer is, in CSS pixels of the window; undefined for a menu that a key asked for. */
  readonly pointer: { readonly x: number; readonly y: number } | undefined;
  /** Of the chip below the pointer. */
  readonly label: string | undefined;
}

/** Where a menu was asked for: the menu key and Shift+F10 have no pointer, though browsers tell a place for them. */
export function menuPlaceOf(event: MouseEvent<HTMLElement>, position: number): MenuPlace {
  const { nativeEvent, clientX: x, clientY: y, currentTarget: element } = event;
  const kind = nativeEvent instanceof PointerEvent ? nativeEvent.pointerType : '';
  const isPointed = event.button === 2 || event.ctrlKey || kind !== '';
  const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-term]') : null;
  return { position, element, pointer: isPointed ? { x, y } : undefined, label: chip?.dataset['term'] };
}

interface RowMenuProps {
  /** The row it belongs to; undefined while it is closed. */
  readonly place: MenuPlace | undefined;
  readonly onClose: () => void;
  readonly actions: ListActions;
  readonly onCopyIds: (position: number) => void;
  /** Findings and places of the session at a position. */
  readonly labelsAt: (position: number) => readonly string[];
}

/** What can be done with a row: by the right button of the mouse, the menu key or Shift+F10. */
export function RowMenu({ place, onClose, actions, onCopyIds, labelsAt }: RowMenuProps) {
  const { t } = useLanguage();
  const openTerm = useOpenTerm();
  const anchor = useRef<HTMLSpanElement>(null);
  if (!place) return null;
  const { position, element, pointer } = place;
  // The label that was pointed at comes first.
  const labels = labelsAt(position).toSorted((a, b) => Number(b === place.label) - Number(a === place.label));
  const choices = [
    { id: 'open', label: t.library.openCase, note: '↵', run: actions.open },
    {
      id: 'tab',
      label: t.browse.openTab,
      note: showChord(t.keys.caps, 'ctrl+Enter'),
      run: actions.openTab,
    },
    { id: 'look', label: t.browse.quickLook, note: t.keys.caps.Space, run: actions.look },
    { id: 'patient', label: t.browse.allOfPatient, note: '', run: actions.showPatient },
    { id: 'path', label: t.library.copyPath, note: 'C', run: actions.copyPath },
    { id: 'ids', label: t.library.copyIds, note: '', run: onCopyIds },
    ...labels.map((label) => ({
      id: `about ${label}`,
      label: t.terms.about(placeName(label)),
      note: '',
      run: () => openTerm(label, element),
    })),
  ];
  const where = pointer
    ? { triggerRef: anchor, offset: 2 }
    : { triggerRef: { current: element }, offset: -8, crossOffset: 16 };
  return (
    <>
      {pointer && (
        <span
          ref={anchor}
          aria-hidden
          className={styles.pointer}
          style={{ insetInlineStart: pointer.x, insetBlockStart: pointer.y }}
        />
      )}
      <Popover
        isOpen
        placement="bottom start"
        {...where}
        aria-label={t.library.rowActions}
        onOpenChange={(open) => !open && onClose()}
        className={cx(menuStyles.popover)}
      >
        <Menu
          // A menu that was asked for takes the keyboard, as every menu does.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus="first"
          aria-label={t.library.rowActions}
          onClose={onClose}
          onAction={(id) => choices.find((choice) => choice.id === id)?.run(position)}
          className={cx(menuStyles.menu)}
        >
          {choices.map(({ id, label, note }) => (
            <MenuItem key={id} id={id} textValue={label} className={cx(menuStyles.item)}>
              {label}
              <span className={menuStyles.note}>{note}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
