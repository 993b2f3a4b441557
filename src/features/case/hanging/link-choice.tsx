import { Link } from 'lucide-react';
import { useShownKey } from '../../../commands/command-scope.tsx';
import type { CommandId } from '../../../commands/registry.ts';
import type { Link as LinkKind } from '../../../domain/hanging/protocol.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { MenuButton } from '../../../ui/menu.tsx';
import type { Reading } from '../use-reading.ts';

/** What viewports do together. */
export function LinkChoice({ reading }: { readonly reading: Reading }) {
  const { t } = useLanguage();
  const shownKey = useShownKey();
  if (reading.shown.length < 2) return null;
  const choice = (links: readonly LinkKind[], label: string, command: CommandId) => {
    const selected = links.every(reading.isLinked);
    return {
      id: command,
      label,
      note: shownKey(command),
      selected,
      onAction: () => reading.setLinked(links, !selected),
    };
  };
  return (
    <MenuButton
      multiple
      name={t.hanging.links}
      choices={[
        choice(['zoom', 'pan'], t.hanging.linkView, 'toggle-linked-view'),
        choice(['window'], t.hanging.linkWindow, 'toggle-linked-window'),
        choice(['scroll'], t.hanging.linkScroll, 'toggle-linked-scroll'),
      ]}
    >
      <Link aria-hidden />
    </MenuButton>
  );
}
