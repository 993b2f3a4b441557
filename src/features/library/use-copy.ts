import { useEffect, useState } from 'react';
import { cellOf } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useStable } from '../../ui/use-stable.ts';

/** Milliseconds for which it is said what was done. */
const SAID = 4000;

export interface Copy {
  /** Copies the paths of a session's images, one per line. */
  readonly path: (position: number) => void;
  /** Copies the ids of patient and session. */
  readonly ids: (position: number) => void;
  readonly say: (message: string) => void;
  /** What was just done, or empty. */
  readonly message: string;
}

/** What can be copied of the rows of a list. */
export function useCopy({ sessions, subjects, images }: DatasetIndex, rows: Uint32Array): Copy {
  const { t } = useLanguage();
  const [message, say] = useState('');
  useEffect(() => {
    if (message === '') return undefined;
    const timer = setTimeout(() => say(''), SAID);
    return () => clearTimeout(timer);
  }, [message]);
  const copy = (text: string, told: string): void => {
    navigator.clipboard.writeText(text).then(
      () => say(told),
      () => say(t.library.notCopied),
    );
  };
  return {
    message,
    say,
    path: useStable((position: number) => {
      const own = cellOf(sessions.images, rows[position] ?? 0);
      const paths = Array.from(own, (image) => images.paths[image] ?? '');
      if (paths.length === 0) say(t.library.noPath);
      else copy(paths.join('\n'), t.library.pathCopied);
    }),
    ids: useStable((position: number) => {
      const row = rows[position] ?? 0;
      copy(`${subjects.ids[sessions.subject[row] ?? 0]}\t${sessions.ids[row]}`, t.library.idsCopied);
    }),
  };
}
