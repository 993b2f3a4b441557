import { useEffect, useRef, useState } from 'react';
import { showChord } from '../../commands/show-chord.ts';
import { chordOf, isChord, isReserved } from '../../domain/controls/chord.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import styles from './settings.module.css';

interface KeyRecorderProps {
  readonly onChord: (chord: string) => void;
  /** Nothing was pressed that can be a key. */
  readonly onLeave: () => void;
}

/** Hears the next key instead of everybody else. */
export function KeyRecorder({ onChord, onLeave }: KeyRecorderProps) {
  const { t } = useLanguage();
  const [reserved, setReserved] = useState<string>();
  const field = useRef<HTMLSpanElement>(null);
  const latest = useRef({ onChord, onLeave });
  useEffect(() => {
    latest.current = { onChord, onLeave };
  });
  useEffect(() => {
    field.current?.focus();
    const onKey = (event: KeyboardEvent): void => {
      // Tab goes on through the sheet.
      if (event.key === 'Tab') return latest.current.onLeave();
      event.preventDefault();
      event.stopImmediatePropagation();
      const chord = chordOf(event);
      if (chord === 'Escape') return latest.current.onLeave();
      if (event.repeat || !isChord(chord)) return;
      if (isReserved(chord)) setReserved(chord);
      else latest.current.onChord(chord);
    };
    // Before React Aria, which would close the sheet at Esc.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
  return (
    <span
      ref={field}
      tabIndex={-1}
      className={styles.recorder}
      title={t.settings.pressHint}
      data-testid="key-recorder"
      onBlur={onLeave}
    >
      <span role="status">
        {reserved === undefined ? t.settings.press : t.settings.reserved(showChord(t.keys.caps, reserved))}
      </span>
    </span>
  );
}
