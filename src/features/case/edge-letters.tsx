import { turnLetters, UNTURNED } from '../../domain/imaging/orientation.ts';
import type { Turn, ViewState } from '../../engine/index.ts';
import styles from './edge-letters.module.css';

interface EdgeLettersProps {
  readonly image: NonNullable<ViewState['image']>;
  readonly turn: Turn | undefined;
}

/** What the patient faces at each edge; nothing where the file does not say. */
export function EdgeLetters({ image, turn }: EdgeLettersProps) {
  if (!image.orientation) return null;
  const letters = turnLetters(image.orientation.letters, turn ?? UNTURNED);
  return (['top', 'right', 'bottom', 'left'] as const).map((edge) => (
    <span key={edge} className={styles.letter} data-testid="orientation-marker" data-edge={edge}>
      {letters[edge]}
    </span>
  ));
}
