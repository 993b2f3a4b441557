import type { ReactNode } from 'react';
import { useKeymap, useShownKey } from '../../commands/command-scope.tsx';
import { COMMANDS, type CommandContext, type CommandGroup } from '../../commands/registry.ts';
import { mouseOf } from '../../domain/controls/controls.ts';
import { MOUSE_SLOTS, slotParts } from '../../domain/controls/mouse.ts';
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
  /** What the app has to offer besides. */
  readonly foot: ReactNode;
}

const GROUPS: readonly CommandGroup[] = [
  'go',
  'tools',
  'image',
  'window',
  'measure',
  'show',
  'library',
  'settings',
];

/** The keys and the mouse of the page in front. */
export function HelpSheet({ context, isOpen, onClose, foot }: HelpSheetProps) {
  const { t } = useLanguage();
  const shownKey = useShownKey();
  // What has no key is in the palette.
  const keymap = useKeymap();
  const commands = COMMANDS.filter(
    ({ id, contexts }) => contexts.includes(context) && keymap.get(id)?.length !== 0,
  );
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
                {own.map(({ id }) => (
                  <div key={id} className={styles.row}>
                    <dt>{t.keys.commands[id]}</dt>
                    <dd>
                      <KeyCap keys={shownKey(id)} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      <SingleKeys />
      {foot}
    </Sheet>
  );
}

function Mouse() {
  const { t } = useLanguage();
  const { keys, settings } = t;
  const bindings = mouseOf(usePreferences().controls);
  const buttons = MOUSE_SLOTS.filter((slot) => bindings[slot] !== 'none').map((slot) => {
    const { input, modifiers } = slotParts(slot);
    const held = modifiers === '' ? '' : `${settings.modifiers[modifiers]} + `;
    return [`${held}${settings.inputs[input]}`, settings.actions[bindings[slot]]] as const;
  });
  const habits = [
    ...buttons,
    [keys.mouse.doubleClick, keys.mouse.doubleClickDoes],
    [keys.mouse.dragSeries, keys.mouse.dragSeriesDoes],
    [keys.mouse.touch, keys.mouse.touchDoes],
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
