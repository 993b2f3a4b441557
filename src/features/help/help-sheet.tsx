import { COMMANDS, showChord, type CommandContext, type CommandGroup } from '../../commands/registry.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { usePreferences, useWorkspace } from '../../session/session-context.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './help-sheet.module.css';

interface HelpSheetProps {
  readonly context: CommandContext;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const GROUPS: readonly CommandGroup[] = ['go', 'image', 'window', 'show', 'library'];

/** The keys and the mouse of the page in front. */
export function HelpSheet({ context, isOpen, onClose }: HelpSheetProps) {
  const { t } = useLanguage();
  const commands = COMMANDS.filter(({ contexts }) => contexts.includes(context));
  const page = { reading: t.app.case, library: t.app.library, health: t.app.health }[context];
  return (
    <Sheet
      wide
      title={t.keys.title}
      subtitle={`${t.keys.onThisPage}: ${page}`}
      isOpen={isOpen}
      onClose={onClose}
    >
      {context === 'reading' && <Mouse />}
      <div className={styles.groups}>
        {GROUPS.map((group) => {
          const own = commands.filter((command) => command.group === group);
          return own.length === 0 ? null : (
            <section key={group}>
              <h3 className={styles.group}>{t.keys.groups[group]}</h3>
              <dl className={styles.list}>
                {own.map(({ id, keys }) => (
                  <div key={id} className={styles.row}>
                    <dt>{t.keys.commands[id]}</dt>
                    <dd>
                      <KeyCap keys={showChord(keys[0] ?? '')} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      <SingleKeys />
    </Sheet>
  );
}

function Mouse() {
  const { mouse } = useLanguage().t.keys;
  const habits = [
    [mouse.left, mouse.leftDoes],
    [mouse.middle, mouse.middleDoes],
    [mouse.right, mouse.rightDoes],
    [mouse.wheel, mouse.wheelDoes],
    [mouse.ctrlWheel, mouse.ctrlWheelDoes],
    [mouse.doubleClick, mouse.doubleClickDoes],
    [mouse.dragSeries, mouse.dragSeriesDoes],
    [mouse.touch, mouse.touchDoes],
  ] as const;
  return (
    <dl className={styles.mouse}>
      {habits.map(([what, does]) => (
        <div key={what}>
          <dt className={styles.habit}>{what}</dt>
          <dd className={styles.does}>{does}</dd>
        </div>
      ))}
    </dl>
  );
}

function SingleKeys() {
  const { t } = useLanguage();
  const workspace = useWorkspace();
  const { singleKeys } = usePreferences();
  return (
    <Switch isSelected={singleKeys} onChange={(on) => workspace.setPreferences({ singleKeys: on })}>
      {t.keys.singleKeys}
    </Switch>
  );
}
