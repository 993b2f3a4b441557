import {
  flipLettersHorizontally,
  flipLettersVertically,
  rotateLetters,
  type EdgeLetters as Letters,
} from '../../domain/imaging/orientation.ts';
import type { Turn, ViewState } from '../../engine/index.ts';
import styles from './edge-letters.module.css';

interface EdgeLettersProps {
  readonly image: NonNullable<ViewState['image']>;
  readonly turn: Turn | undefined;
}

/** The letters of the picture as it hangs now. */
function turned(letters: Letters, turn: Turn | undefined): Letters {
  if (!turn) return letters;
  let now = letters;
  if (turn.flipHorizontal) now = flipLettersHorizontally(now);
  if (turn.flipVertical) now = flipLettersVertically(now);
  return rotateLetters(now, Math.round(turn.rotation / 90));
}

/** What the patient faces at each edge; nothing where the file does not say. */
export function EdgeLetters({ image, turn }: EdgeLettersProps) {
  if (!image.orientation) return null;
  const letters = turned(image.orientation.letters, turn);
  return (['top', 'right', 'bottom', 'left'] as const).map((edge) => (
    <span key={edge} className={styles.letter} data-testid="orientation-marker" data-edge={edge}>
      {letters[edge]}
    </span>
  ));
}
