import { Maximize, RefreshCcw, SquareCenterlineDashedHorizontal } from 'lucide-react';
import { useShownKey } from '../../commands/command-scope.tsx';
import type { CommandId } from '../../commands/registry.ts';
import type { ViewportHandle } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { MenuChoice } from '../../ui/menu.tsx';
import type { Reading } from './use-reading.ts';

interface ImageAction {
  readonly id: CommandId;
  readonly name: string;
  readonly Icon: typeof Maximize;
  readonly pressed?: boolean;
  readonly run: () => void;
}

/** What is done with the active image most often. */
export function useImageActions(
  reading: Reading,
  handle: () => ViewportHandle | null,
): readonly ImageAction[] {
  const { t } = useLanguage();
  const { active } = reading;
  const isInverted = reading.views[active]?.display.invert ?? false;
  return [
    {
      id: 'invert',
      name: t.case.invert,
      Icon: SquareCenterlineDashedHorizontal,
      pressed: isInverted,
      run: () => reading.setDisplay(active, { invert: !isInverted }),
    },
    { id: 'fit', name: t.case.fit, Icon: Maximize, run: () => handle()?.fit() },
    {
      id: 'reset',
      name: t.case.reset,
      Icon: RefreshCcw,
      run: () => {
        reading.setDisplay(active, { invert: false });
        reading.setChoice(active, undefined);
        handle()?.reset();
      },
    },
  ];
}

/** The actions on buttons. */
export function ImageTools({ actions }: { readonly actions: readonly ImageAction[] }) {
  const shownKey = useShownKey();
  return actions.map(({ id, name, Icon, pressed, run }) => (
    <IconButton
      key={id}
      name={name}
      shortcut={shownKey(id)}
      {...(pressed !== undefined && { pressed })}
      onPress={run}
    >
      <Icon aria-hidden />
    </IconButton>
  ));
}

/** The actions in a menu. */
export const inMenu = (
  actions: readonly ImageAction[],
  shownKey: (id: CommandId) => string | undefined,
): readonly MenuChoice[] =>
  actions.map(({ id, name, run }) => ({ id, label: name, note: shownKey(id), onAction: run }));
