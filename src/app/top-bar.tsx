import { memo, useMemo } from 'react';
import { CircleHelp, Command, Compass, Folder, Languages, Settings, SunMoon } from 'lucide-react';
import { NavLink, useNavigate } from 'react-router';
import { useDoable, useShownKey } from '../commands/command-scope.tsx';
import { severityOf } from '../domain/issues.ts';
import { useLanguage } from '../i18n/locale.tsx';
import { useStartTour } from '../features/tour/use-start-tour.ts';
import { useDataset, useDatasetState, usePreferences, useWorkspace } from '../session/session-context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { cx } from '../ui/cx.ts';
import { Logo } from '../ui/marks.tsx';
import { MenuButton } from '../ui/menu.tsx';
import styles from './top-bar.module.css';

/** Which dataset, which page, and the settings. */
export const TopBar = memo(function TopBar() {
  const { t, format } = useLanguage();
  const shownKey = useShownKey();
  const { run } = useDoable();
  const index = useDatasetState((state) => state.index);
  const errors = useMemo(
    () => index?.issues.filter(({ code }) => severityOf(code) === 'error').length ?? 0,
    [index],
  );
  return (
    <header className={styles.bar} data-region>
      <NavLink to="/" className={cx(styles.brand)} aria-label={t.app.toStart}>
        <Logo />
        <span>{t.app.name}</span>
      </NavLink>
      <DatasetMenu />
      <nav aria-label={t.app.pages} className={styles.tabs}>
        <NavLink to="/library" className={cx(styles.tab)}>
          {t.app.library}
        </NavLink>
        <NavLink to="/masks" className={cx(styles.tab)}>
          {t.masks.nav}
        </NavLink>
        <NavLink to="/health" className={cx(styles.tab)}>
          {t.app.health}
          {errors > 0 && (
            <>
              <span aria-hidden className={styles.count}>
                {format.number(errors)}
              </span>
              <span className="visually-hidden">
                {format.number(errors)} {t.health.errors(errors)}
              </span>
            </>
          )}
        </NavLink>
      </nav>
      <div className={styles.end}>
        <IconButton
          name={t.keys.commands.palette}
          shortcut={shownKey('palette')}
          onPress={() => run('palette')}
        >
          <Command aria-hidden />
        </IconButton>
        <TourButton />
        <SettingsMenus />
        <IconButton
          name={t.keys.commands.settings}
          shortcut={shownKey('settings')}
          onPress={() => run('settings')}
        >
          <Settings aria-hidden />
        </IconButton>
        <IconButton name={t.app.help} shortcut={shownKey('help')} onPress={() => run('help')}>
          <CircleHelp aria-hidden />
        </IconButton>
      </div>
    </header>
  );
});

/** Starts the tour, which is of the demo alone. */
function TourButton() {
  const { t } = useLanguage();
  const shownKey = useShownKey();
  const start = useStartTour();
  if (useDataset().origin.kind !== 'demo') return null;
  return (
    <IconButton name={t.tour.title} shortcut={shownKey('tour')} onPress={start} data-testid="start-tour">
      <Compass aria-hidden />
    </IconButton>
  );
}

function DatasetMenu() {
  const { t } = useLanguage();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const index = useDatasetState((state) => state.index);
  const close = (): void => {
    workspace.close();
    void navigate('/');
  };
  return (
    <MenuButton
      labelled
      name={t.app.dataset}
      choices={[
        { id: 'open', label: t.app.openAnother, onAction: () => void navigate('/') },
        { id: 'close', label: t.app.closeDataset, onAction: close },
      ]}
    >
      <Folder aria-hidden />
      <span className={styles.name}>{index?.name ?? t.index.tables}</span>
      {index && <span className={styles.release}>{t.release[index.release]}</span>}
    </MenuButton>
  );
}

/** Language and theme, each in a menu. */
function SettingsMenus() {
  const { t } = useLanguage();
  const workspace = useWorkspace();
  const { locale, theme } = usePreferences();
  const language = (id: typeof locale, label: string) => ({
    id,
    label,
    selected: locale === id,
    onAction: () => workspace.setPreferences({ locale: id }),
  });
  const themeChoice = (id: typeof theme, label: string) => ({
    id,
    label,
    selected: theme === id,
    onAction: () => workspace.setPreferences({ theme: id }),
  });
  return (
    <>
      <MenuButton name={t.app.language} choices={[language('en', 'English'), language('es', 'Español')]}>
        <Languages aria-hidden />
      </MenuButton>
      <MenuButton
        name={t.app.theme}
        choices={[
          themeChoice('page', t.app.themePage),
          themeChoice('dark', t.app.themeDark),
          themeChoice('light', t.app.themeLight),
        ]}
      >
        <SunMoon aria-hidden />
      </MenuButton>
    </>
  );
}
