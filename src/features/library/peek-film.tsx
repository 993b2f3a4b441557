import { useEffect, useState } from 'react';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { Picture } from '../../ui/picture.tsx';
import styles from './peek-film.module.css';
import { useSessionPicture } from './use-session-picture.ts';

/** Pixels of the longer side; the panel is 332 CSS pixels wide. */
const SIDE = 720;
/** Milliseconds on a row before its film is read: moving through the list reads nothing. */
const PATIENCE = 250;

/** The first film of a session. */
export function PeekFilm({ index, row }: { readonly index: DatasetIndex; readonly row: number }) {
  const settled = useSettled(row);
  const { picture, isEmpty } = useSessionPicture(index, row, SIDE, settled === row, true);
  return (
    <div className={styles.film} data-empty={isEmpty}>
      <Picture picture={settled === row ? picture : undefined} />
    </div>
  );
}

function useSettled(row: number): number {
  const [settled, setSettled] = useState(row);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(row), PATIENCE);
    return () => clearTimeout(timer);
  }, [row]);
  return settled;
}
