import { Plus, RotateCcw, X } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useKeymap } from '../../commands/command-scope.tsx';
import {
  changedCommands,
  lostKeys,
  withKeys,
  withMovedKeys,
  withSchemeKeys,
  type LostKey,
} from '../../commands/keymap.ts';
import type { Command } from '../../commands/registry.ts';
import { showChord } from '../../commands/show-chord.ts';
import { MOST_KEYS, type Controls } from '../../domain/controls/controls.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { KeyRecorder } from './key-recorder.tsx';
import styles from './settings.module.css';
import { useControls } from './use-controls.ts';

/** A change that would take keys from other commands. */
interface Conflict {
  readonly next: Controls;
  readonly lost: readonly LostKey[];
}

/** One command: its keys, one more, and the way back to the scheme. */
export function KeyRow({ command }: { readonly command: Command }) {
  const { id } = command;
  const { t } = useLanguage();
  const keys = useKeymap().get(id) ?? [];
  const [controls, setControls] = useControls();
  const [isRecording, setRecording] = useState(false);
  const [conflict, setConflict] = useState<Conflict>();
  const row = useFocusAfter(isRecording ? 'recording' : conflict ? 'conflict' : 'idle');
  const name = t.keys.commands[id];
  const propose = (next: Controls): void => {
    const lost = lostKeys(controls, next, id);
    setRecording(false);
    setConflict(lost.length > 0 ? { next, lost } : undefined);
    if (lost.length === 0) setControls(next);
  };
  const without = (chord: string): Controls =>
    withKeys(
      controls,
      id,
      keys.filter((key) => key !== chord),
    );
  return (
    <li ref={row} className={styles.command} data-testid="key-row" data-command={id}>
      <span className={styles.name}>{name}</span>
      <span className={styles.keys}>
        {keys.length === 0 && !isRecording && <span className={styles.faint}>{t.settings.noKey}</span>}
        {keys.map((chord) => {
          const shown = showChord(t.keys.caps, chord);
          return (
            <span key={chord} className={styles.key}>
              <KeyCap keys={shown} />
              {command.yields !== true && (
                <IconButton name={t.settings.remove(shown, name)} onPress={() => setControls(without(chord))}>
                  <X aria-hidden />
                </IconButton>
              )}
            </span>
          );
        })}
        {command.yields === true ? (
          <span className={styles.faint}>{t.settings.fixed}</span>
        ) : isRecording ? (
          <KeyRecorder
            onChord={(chord) => propose(withMovedKeys(controls, id, [...keys, chord]))}
            onLeave={() => setRecording(false)}
          />
        ) : (
          keys.length < MOST_KEYS && (
            <IconButton name={t.settings.add(name)} onPress={() => setRecording(true)} data-testid="add-key">
              <Plus aria-hidden />
            </IconButton>
          )
        )}
        {changedCommands(controls).includes(id) && (
          <IconButton name={t.settings.reset(name)} onPress={() => propose(withSchemeKeys(controls, id))}>
            <RotateCcw aria-hidden />
          </IconButton>
        )}
      </span>
      {conflict && (
        <div role="alert" className={styles.conflict} data-testid="key-conflict">
          {conflict.lost.map(({ chord, from }) => (
            <p key={`${chord} ${from}`}>
              {t.settings.conflict(showChord(t.keys.caps, chord), t.keys.commands[from])}
            </p>
          ))}
          <span className={styles.inline}>
            <Button
              onPress={() => {
                setControls(conflict.next);
                setConflict(undefined);
              }}
            >
              {t.settings.give(name)}
            </Button>
            <Button tone="quiet" onPress={() => setConflict(undefined)}>
              {t.settings.leave}
            </Button>
          </span>
        </div>
      )}
    </li>
  );
}

/** What had the focus is gone: the answer to a conflict has it, else one more key, else what the row has last. */
function useFocusAfter(stage: 'idle' | 'recording' | 'conflict') {
  const row = useRef<HTMLLIElement>(null);
  const was = useRef(stage);
  // Before the sheet, which holds the focus, would take it to its beginning.
  useLayoutEffect(() => {
    const isLeft = was.current !== stage && document.activeElement === document.body;
    was.current = stage;
    if (!isLeft) return;
    const find = (what: string) => [...(row.current?.querySelectorAll<HTMLElement>(what) ?? [])];
    const next = find('[role=alert] button')[0] ?? find('[data-testid=add-key]')[0] ?? find('button').at(-1);
    next?.focus();
  }, [stage]);
  return row;
}
