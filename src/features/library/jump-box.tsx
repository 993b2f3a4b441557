import { useId, useState, type RefObject } from 'react';
import { Input, TextField } from 'react-aria-components';
import { CornerDownRight } from 'lucide-react';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { foldText } from '../../domain/dataset/text.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './toolbar.module.css';

export interface JumpBoxProps {
  readonly index: DatasetIndex;
  readonly rows: Uint32Array;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onJump: (position: number) => void;
}

/** Position of the row that a number or the ids name; −1 for none. */
function jumpTarget({ sessions, subjects }: DatasetIndex, rows: Uint32Array, text: string): number {
  const wanted = foldText(text.trim());
  if (wanted === '') return -1;
  if (/^\d+$/.test(wanted)) {
    const position = Number(wanted) - 1;
    if (position >= 0 && position < rows.length) return position;
  }
  const words = wanted.split(/[\s/]+/);
  return rows.findIndex((row) => {
    const ids = foldText(`${subjects.ids[sessions.subject[row] ?? 0]} ${sessions.ids[row]}`);
    return words.every((word) => ids.includes(word));
  });
}

/** Goes to a row by its number, or by a part of its ids. */
export function JumpBox({ index, rows, input, text, onText, onJump }: JumpBoxProps) {
  const { t } = useLanguage();
  const [isLost, setLost] = useState(false);
  const message = useId();
  const jump = (): void => {
    const position = jumpTarget(index, rows, text);
    setLost(position < 0);
    if (position < 0) return;
    onText('');
    onJump(position);
  };
  return (
    <TextField
      aria-label={t.library.jump}
      {...(isLost && { 'aria-describedby': message })}
      value={text}
      onChange={(next) => {
        setLost(false);
        onText(next);
      }}
      className={cx(styles.jump)}
    >
      <CornerDownRight aria-hidden />
      <Input
        ref={input}
        placeholder={t.library.jumpShort}
        className={cx(styles.jumpInput)}
        data-testid="library-jump"
        onKeyDown={(event) => {
          if (event.key === 'Enter') jump();
        }}
      />
      <span id={message} role="status" className={styles.jumpMessage}>
        {isLost ? t.library.jumpNowhere : ''}
      </span>
    </TextField>
  );
}
