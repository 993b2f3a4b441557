import { AppWindow } from 'lucide-react';
import { useCommand, useShownKey } from '../../commands/command-scope.tsx';
import { useLanguage } from '../../i18n/locale.tsx';
import { useIsPaired, useWindowPair } from '../../session/window-pair-context.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

interface SecondWindowButtonProps {
  /** Of the case that it begins with; undefined without one. */
  readonly address: string | undefined;
  readonly onMessage: (message: string) => void;
}

/** Opens the images in a window of their own, or brings that window to the front. */
export function SecondWindowButton({ address, onMessage }: SecondWindowButtonProps) {
  const { t } = useLanguage();
  const shownKey = useShownKey();
  const pair = useWindowPair();
  const isPaired = useIsPaired();
  const canOpen = pair?.role === 'library' && address !== undefined;
  const open = (): void => {
    if (!pair || address === undefined) return;
    onMessage(pair.open(address) ? t.hanging.secondOpened : t.hanging.secondBlocked);
  };
  useCommand('second-window', canOpen ? open : undefined);
  if (pair?.role === 'images') return null;
  return (
    <IconButton
      name={isPaired ? t.hanging.secondThere : t.hanging.second}
      shortcut={shownKey('second-window')}
      pressed={isPaired}
      isDisabled={!canOpen}
      onPress={open}
    >
      <AppWindow aria-hidden />
    </IconButton>
  );
}
