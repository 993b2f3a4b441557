import { Columns3 } from 'lucide-react';
import { COLUMNS } from '../../domain/dataset/library-columns.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { MenuButton, type MenuChoice } from '../../ui/menu.tsx';
import type { TableColumns } from './use-columns.ts';

/** Which columns the table has; those without room say so. */
export function ColumnsMenu({ columns }: { readonly columns: TableColumns }) {
  const { t } = useLanguage();
  const { dropped } = columns.fitted;
  const choices = COLUMNS.filter((id) => id !== 'subject').map((id): MenuChoice => ({
    id,
    label: t.library.columns[id],
    selected: columns.chosen.includes(id),
    onAction: () => columns.toggle(id),
    ...(dropped.includes(id) && { note: t.library.noRoom }),
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
