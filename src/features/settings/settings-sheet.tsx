import { Monitor } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useLanguage } from '../../i18n/locale.tsx';
import { usePreferences, useWorkspace } from '../../session/session-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Switch } from '../../ui/switch.tsx';
import { KeySettings } from './key-settings.tsx';
import { MouseSettings } from './mouse-settings.tsx';
import { SettingsFile } from './settings-file.tsx';
import styles from './settings.module.css';

interface SettingsSheetProps {
  readonly onClose: () => void;
  /** Shows the pattern that judges the monitor. */
  readonly onCheckPattern: () => void;
}

/** Everything that is kept of a person's habits: language and theme, keys, mouse. */
export function SettingsSheet({ onClose, onCheckPattern }: SettingsSheetProps) {
  const { t } = useLanguage();
  const isLost = useStore(useWorkspace().state, ({ preferencesLost }) => preferencesLost);
  return (
    <Sheet wide isOpen title={t.keys.commands.settings} onClose={onClose}>
      <div className={styles.settings} data-testid="settings">
        {isLost && (
          <p role="alert" className={styles.fault}>
            {t.settings.notKept}
          </p>
        )}
        <Part title={t.settings.general}>
          <General />
        </Part>
        <Part title={t.settings.keys}>
          <KeySettings />
        </Part>
        <Part title={t.settings.mouse}>
          <MouseSettings />
        </Part>
        <Part title={t.settings.monitor}>
          <p className={styles.faint}>{t.settings.monitorHint}</p>
          <Button onPress={onCheckPattern}>
            <Monitor aria-hidden /> {t.settings.monitorCheck}
          </Button>
        </Part>
        <Part title={t.settings.file}>
          <SettingsFile />
        </Part>
      </div>
    </Sheet>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </section>
  );
}

function General() {
  const { t } = useLanguage();
  const workspace = useWorkspace();
  const { locale, theme, singleKeys } = usePreferences();
  return (
    <div className={styles.row}>
      <Segmented
        name={t.app.language}
        value={locale}
        onChange={(next) => workspace.setPreferences({ locale: next })}
        options={[
          { value: 'en', label: 'English' },
          { value: 'es', label: 'Español' },
        ]}
      />
      <Segmented
        name={t.app.theme}
        value={theme}
        onChange={(next) => workspace.setPreferences({ theme: next })}
        options={[
          { value: 'page', label: t.app.themePage },
          { value: 'dark', label: t.app.themeDark },
          { value: 'light', label: t.app.themeLight },
        ]}
      />
      <Switch isSelected={singleKeys} onChange={(on) => workspace.setPreferences({ singleKeys: on })}>
        {t.keys.singleKeys}
      </Switch>
    </div>
  );
}
