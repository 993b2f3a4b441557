import { Menu, MenuItem, Popover } from 'react-aria-components';
import { useLanguage } from '../../i18n/locale.tsx';
import { cx } from '../../ui/cx.ts';
import menuStyles from '../../ui/menu.module.css';
import type { ListActions } from './list-keys.ts';

export interface MenuPlace {
  readonly position: number;
  readonly element: HTMLElement;
}

interface RowMenuProps {
  /** The row it belongs to; undefined while it is closed. */
  readonly place: MenuPlace | undefined;
  readonly onClose: () => void;
  readonly actions: ListActions;
  readonly onCopyIds: (position: number) => void;
}

/** What can be done with a row: by the right button of the mouse, the menu key or Shift+F10. */
export function RowMenu({ place, onClose, actions, onCopyIds }: RowMenuProps) {
  const { t } = useLanguage();
  if (!place) return null;
  const choices = [
    { id: 'open', label: t.library.openCase, note: '↵', run: actions.open },
    { id: 'path', label: t.library.copyPath, note: 'C', run: actions.copyPath },
    { id: 'ids', label: t.library.copyIds, note: '', run: onCopyIds },
  ];
  return (
    <Popover
      isOpen
      triggerRef={{ current: place.element }}
      placement="bottom start"
      offset={-8}
      crossOffset={16}
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
        onAction={(id) => choices.find((choice) => choice.id === id)?.run(place.position)}
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
  );
}
