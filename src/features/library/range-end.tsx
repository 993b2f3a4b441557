import { useState } from 'react';
import { readDay, writeDay } from '../../domain/dataset/day-text.ts';
import type { RangeKey } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import styles from './range-facet.module.css';

interface RangeEndProps {
  readonly facet: RangeKey;
  readonly label: string;
  readonly name: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const write = (facet: RangeKey, value: number): string =>
  facet === 'date' ? writeDay(value) : String(value);

function read(facet: RangeKey, text: string): number | undefined {
  if (facet === 'date') return readDay(text);
  return /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined;
}

/**
 * One end of a range, to be typed exactly; what is no value falls back to what was there. Dates are text, since the
 * browser's own field speaks the browser's language, not the page's.
 */
export function RangeEnd({ facet, label, name, value, onChange }: RangeEndProps) {
  const { t } = useLanguage();
  const kept = write(facet, value);
  // What was typed holds until the value it was typed over changes.
  const [typed, setTyped] = useState({ text: kept, over: kept });
  const text = typed.over === kept ? typed.text : kept;
  const setText = (next: string): void => setTyped({ text: next, over: kept });
  const apply = (): void => {
    const next = read(facet, text);
    if (next === undefined || next === value) return setText(kept);
    setText(kept);
    onChange(next);
  };
  return (
    <label className={styles.end}>
      <span>{label}</span>
      <input
        aria-label={name}
        {...(facet === 'age'
          ? { type: 'number', min: 0, max: 130 }
          : { type: 'text', inputMode: 'numeric', placeholder: t.library.dayShape, autoComplete: 'off' })}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={apply}
        onKeyDown={(event) => {
          if (event.key === 'Enter') apply();
        }}
      />
    </label>
  );
}
