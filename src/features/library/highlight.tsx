import { splitMatches } from '../../domain/dataset/search-text.ts';
import styles from './highlight.module.css';

interface HighlightProps {
  readonly text: string;
  /** Undefined: nothing is searched for. */
  readonly pattern: RegExp | undefined;
}

/** A text in which what the search found is marked. */
export function Highlight({ text, pattern }: HighlightProps) {
  if (!pattern) return text;
  return splitMatches(text, pattern).map((piece, at) =>
    piece.isMatch ? (
      // The same piece may stand twice in a text.
      <mark key={`${at} ${piece.text}`} className={styles.mark}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
