import { toScreen, type ImagePlacement } from '../../../domain/imaging/placement.ts';
import { useRef, useState, type FormEvent } from 'react';
import { useLanguage } from '../../../i18n/locale.tsx';
import { Button } from '../../../ui/button.tsx';
import type { Entry } from './measuring.ts';
import styles from './marks-layer.module.css';

interface MarkEntryProps {
  readonly entry: Entry;
  readonly placement: ImagePlacement;
  /** Of the image's element, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** False for an answer that is none. */
  readonly onDone: (words: string) => boolean;
  readonly onCancel: () => void;
}

/** About its own size, so that it stays on the image. */
const SIZE = { width: 280, height: 72 };
const GAP = 12;

/** Asks for the words of an arrow or the true length of a line, beside it. */
export function MarkEntry({ entry, placement, width, height, onDone, onCancel }: MarkEntryProps) {
  const { t } = useLanguage();
  const [words, setWords] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [x, y] = toScreen(placement, entry.mark.points.at(-1) ?? [0, 0]);
  const isOver = useRef(false);
  // Leaving the field is heard once more when it goes.
  const end = (how: () => boolean): boolean => {
    if (isOver.current) return true;
    isOver.current = how();
    return isOver.current;
  };
  const cancel = (): boolean => {
    onCancel();
    return true;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWrong(!end(() => onDone(words)));
  };
  const isLength = entry.asks === 'length';
  return (
    <form
      className={styles.entry}
      data-testid="mark-entry"
      style={{
        left: Math.max(0, Math.min(width - SIZE.width, x + GAP)),
        top: Math.max(0, Math.min(height - SIZE.height, y + GAP)),
      }}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') end(cancel);
        // What is typed is no command of the image.
        event.stopPropagation();
      }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        // Words are kept wherever one goes next; a length that was not stated is none.
        end(() => onDone(words) || cancel());
      }}
    >
      <label>
        {isLength ? t.measure.stated : t.measure.text}
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- It is asked for where the hand just was.
          autoFocus
          value={words}
          inputMode={isLength ? 'decimal' : 'text'}
          maxLength={isLength ? 12 : 64}
          aria-invalid={isWrong}
          {...(isWrong && { title: t.measure.statedHint })}
          onChange={(event) => {
            setWords(event.target.value);
            setWrong(false);
          }}
        />
      </label>
      <Button type="submit" tone="primary">
        {t.measure.set}
      </Button>
    </form>
  );
}
