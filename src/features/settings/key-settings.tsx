import { useState } from 'react';
import { changedCommands } from '../../commands/keymap.ts';
import { useKeymap } from '../../commands/command-scope.tsx';
import { COMMANDS, type Command } from '../../commands/registry.ts';
import { showChord } from '../../commands/show-chord.ts';
import { DEFAULT_CONTROLS, SCHEMES, type Controls, type Scheme } from '../../domain/controls/controls.ts';
import { fuzzyFind } from '../../domain/controls/fuzzy-match.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Button } from '../../ui/button.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { KeyRow } from './key-row.tsx';
import styles from './settings.module.css';
import { useControls } from './use-controls.ts';

/** The programs that the schemes are named after. */
const SCHEME_NAMES: Readonly<Record<Scheme, string>> = { ohif: 'OHIF', weasis: 'Weasis' };

/** Every command with its keys, which can be changed. */
export function KeySettings() {
  const { t } = useLanguage();
  const keymap = useKeymap();
  const [controls, setControls] = useControls();
  const [text, setText] = useState('');
  const commands = fuzzyFind(text, COMMANDS, ({ id, group }) => [
    t.keys.commands[id],
    ...(keymap.get(id) ?? []).map((chord) => showChord(t.keys.caps, chord)),
    t.keys.groups[group],
    id.replaceAll('-', ' '),
  ]);
  return (
    <>
      <div className={styles.row}>
        <Segmented
          name={t.settings.scheme}
          value={controls.scheme}
          onChange={(scheme) => setControls({ ...controls, scheme })}
          options={SCHEMES.map((scheme) => ({ value: scheme, label: SCHEME_NAMES[scheme] }))}
        />
        <div className={styles.find}>
          <SearchBox
            small
            name={t.settings.find}
            clearName={t.library.clearSearch}
            value={text}
            onChange={setText}
            testId="find-key"
          />
        </div>
        <ResetAll controls={controls} setControls={setControls} />
      </div>
      {commands.length === 0 ? (
        <p className={styles.faint}>{t.settings.nothingFound(text)}</p>
      ) : text.trim() === '' ? (
        <GroupedCommands commands={commands} />
      ) : (
        <CommandList commands={commands} />
      )}
    </>
  );
}

interface CommandListProps {
  readonly commands: readonly Command[];
}

function CommandList({ commands }: CommandListProps) {
  return (
    <ul className={styles.commands}>
      {commands.map((command) => (
        <KeyRow key={command.id} command={command} />
      ))}
    </ul>
  );
}

function GroupedCommands({ commands }: CommandListProps) {
  const { t } = useLanguage();
  return [...new Set(commands.map(({ group }) => group))].map((group) => (
    <section key={group}>
      <h4 className={styles.group}>{t.keys.groups[group]}</h4>
      <CommandList commands={commands.filter((command) => command.group === group)} />
    </section>
  ));
}

interface ResetAllProps {
  readonly controls: Controls;
  readonly setControls: (controls: Controls) => void;
}

/** Puts keys and buttons back to the scheme; what there was can be had back. */
function ResetAll({ controls, setControls }: ResetAllProps) {
  const { t, format } = useLanguage();
  const [before, setBefore] = useState<Controls>();
  const changed = changedCommands(controls).length;
  const isReset = changed === 0 && Object.keys(controls.mouse).length === 0;
  if (isReset && !before) return null;
  return (
    <span className={styles.inline}>
      <span role="status" className={styles.faint}>
        {isReset ? t.settings.wasReset : changed > 0 && t.settings.changed(changed, format.number(changed))}
      </span>
      {isReset ? (
        <Button onPress={() => before && setControls(before)}>{t.settings.undo}</Button>
      ) : (
        <Button
          onPress={() => {
            setBefore(controls);
            setControls({ ...DEFAULT_CONTROLS, scheme: controls.scheme });
          }}
        >
          {t.settings.resetAll}
        </Button>
      )}
    </span>
  );
}
