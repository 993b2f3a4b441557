import { memo } from 'react';
import { Columns3 } from 'lucide-react';
import { COLUMNS } from '../../domain/dataset/library-columns.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { MenuButton, type MenuChoice } from '../../ui/menu.tsx';
import type { TableColumns } from './use-columns.ts';

interface ColumnsMenuProps extends Pick<TableColumns, 'toggle' | 'reset'> {
  readonly shown: TableColumns['fitted']['shown'];
}

/** Which columns the table has: as many as fit, until one is chosen or taken away. */
export const ColumnsMenu = memo(function ColumnsMenu({ shown, toggle, reset }: ColumnsMenuProps) {
  const { t } = useLanguage();
  const choices = COLUMNS.filter((id) => id !== 'subject').map((id): MenuChoice => ({
    id,
    label: t.library.columns[id],
    selected: shown.includes(id),
    onAction: () => toggle(id),
  }));
  return (
    <MenuButton
      multiple
      name={t.library.chooseColumns}
      choices={[...choices, { id: 'reset', label: t.library.resetColumns, onAction: reset }]}
    >
      <Columns3 aria-hidden />
    </MenuButton>
  );
});
