import { useState } from 'react';
import type { RangeKey } from '../../domain/dataset/library-query.ts';
import { isoDate } from '../../domain/labs/day-distance.ts';
import styles from './range-facet.module.css';

interface RangeEndProps {
  readonly facet: RangeKey;
  readonly label: string;
  readonly name: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const write = (facet: RangeKey, value: number): string => (facet === 'date' ? isoDate(value) : String(value));

const read = (text: string): number => Number(text.replaceAll('-', ''));

/** One end of a range, to be typed exactly; what is no value falls back to what was there. */
export function RangeEnd({ facet, label, name, value, onChange }: RangeEndProps) {
  const kept = write(facet, value);
  // What was typed holds until the value it was typed over changes.
  const [typed, setTyped] = useState({ text: kept, over: kept });
  const text = typed.over === kept ? typed.text : kept;
  const setText = (next: string): void => setTyped({ text: next, over: kept });
  const apply = (): void => {
    if (text === '' || text === kept || !(read(text) >= 0)) return setText(kept);
    onChange(read(text));
  };
  return (
    <label className={styles.end}>
      <span>{label}</span>
      <input
        type={facet === 'date' ? 'date' : 'number'}
        aria-label={name}
        {...(facet === 'age' && { min: 0, max: 130 })}
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
