import { Columns3 } from 'lucide-react';
import { COLUMNS } from '../../domain/dataset/library-columns.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { MenuButton, type MenuChoice } from '../../ui/menu.tsx';
import type { TableColumns } from './use-columns.ts';

/** Which columns the table has: as many as fit, until one is chosen or taken away. */
export function ColumnsMenu({ columns }: { readonly columns: TableColumns }) {
  const { t } = useLanguage();
  const choices = COLUMNS.filter((id) => id !== 'subject').map((id): MenuChoice => ({
    id,
    label: t.library.columns[id],
    selected: columns.fitted.shown.includes(id),
    onAction: () => columns.toggle(id),
  }));
  return (
    <MenuButton
      multiple
      name={t.library.chooseColumns}
      choices={[...choices, { id: 'reset', label: t.library.resetColumns, onAction: columns.reset }]}
    >
      <Columns3 aria-hidden />
    </MenuButton>
  );
}
