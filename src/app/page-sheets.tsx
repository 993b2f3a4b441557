import { Settings } from 'lucide-react';
import { lazy, Suspense, useEffect } from 'react';
import type { CommandContext } from '../commands/registry.ts';
import { HelpSheet } from '../features/help/help-sheet.tsx';
import { useLanguage } from '../i18n/locale.tsx';
import { whenIdle } from '../session/when-idle.ts';
import { Button } from '../ui/button.tsx';
import { DemoHelp } from './demo-help.tsx';

const loadPalette = () => import('../features/palette/palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const SettingsSheet = lazy(async () => ({
  default: (await import('../features/settings/settings-sheet.tsx')).SettingsSheet,
}));
const CheckPattern = lazy(async () => ({
  default: (await import('../features/settings/check-pattern.tsx')).CheckPattern,
}));

/** What floats over any page, one at a time. */
export type SheetName = 'help' | 'palette' | 'settings' | 'check-pattern';

interface PageSheetsProps {
  readonly open: SheetName | undefined;
  readonly context: CommandContext;
  readonly onOpen: (sheet: SheetName) => void;
  readonly onClose: () => void;
}

export function PageSheets({ open, context, onOpen, onClose }: PageSheetsProps) {
  const { t } = useLanguage();
  // Who types at once after its key does so into the palette: it has to be there already.
  useEffect(() => whenIdle(() => void loadPalette().catch(() => undefined)), []);
  return (
    <>
      <HelpSheet
        context={context}
        isOpen={open === 'help'}
        onClose={onClose}
        foot={
          <>
            <Button onPress={() => onOpen('settings')}>
              <Settings aria-hidden /> {t.settings.change}
            </Button>
            <DemoHelp onClose={onClose} />
          </>
        }
      />
      <Suspense fallback={null}>
        {open === 'palette' && <Palette onClose={onClose} />}
        {open === 'settings' && (
          <SettingsSheet onClose={onClose} onCheckPattern={() => onOpen('check-pattern')} />
        )}
        {open === 'check-pattern' && <CheckPattern onClose={onClose} />}
      </Suspense>
    </>
  );
}
