import { useLayoutEffect, useState } from 'react';

interface Folding {
  /** What may be too narrow, and what is in it. */
  readonly bar: HTMLElement | null;
  readonly content: HTMLElement | null;
  /** The last level. */
  readonly most: number;
  /** The level to begin with, for what is known to come. */
  readonly first: number;
  readonly caseKey: string;
}

/**
 * How far a bar folds, from 0: one level after the other until nothing of it is out of sight. It unfolds in a window of
 * another width or with another case only, so that it does not jump while the case is read.
 */
export function useFold({ bar, content, most, first, caseKey }: Folding): number {
  const [folded, setFolded] = useState({ width: 0, caseKey, first, level: first });
  const isSame = folded.caseKey === caseKey && folded.first === first;
  const level = isSame ? folded.level : first;
  useLayoutEffect(() => {
    if (!bar || !content) return undefined;
    // Observing begins with a measure, so that one level follows the other.
    const observer = new ResizeObserver(() => {
      const width = bar.clientWidth;
      const isOver = content.offsetWidth > width + 1;
      setFolded((old) => {
        const isOther = old.width !== width;
        if (isOther && level !== first) return { width, caseKey, first, level: first };
        const next = isOver && level < most ? level + 1 : level;
        return isOther || next !== level ? { width, caseKey, first, level: next } : old;
      });
    });
    observer.observe(bar);
    observer.observe(content);
    return () => observer.disconnect();
  }, [bar, content, most, first, caseKey, level]);
  return level;
}
