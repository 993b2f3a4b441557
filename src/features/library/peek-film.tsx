import { useEffect, useState } from 'react';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { cx } from '../../ui/cx.ts';
import { Picture } from '../../ui/picture.tsx';
import styles from './peek-film.module.css';
import { useSessionPicture } from './use-session-picture.ts';

/** Pixels of the longer side; the panel is 332 CSS pixels wide. */
const PANEL_SIDE = 720;
/** Milliseconds on a row before its film is read: moving through the list reads nothing. */
const PATIENCE = 250;

interface PeekFilmProps {
  readonly index: DatasetIndex;
  readonly row: number;
  /** Pixels of the longer side. */
  readonly side?: number;
  /** It takes all the room there is. */
  readonly isWhole?: boolean;
}

/** The first film of a session, or the words that there is none in its place. */
export function PeekFilm({ index, row, side = PANEL_SIDE, isWhole = false }: PeekFilmProps) {
  const { t } = useLanguage();
  const settled = useSettled(row);
  const { picture, isEmpty, failure } = useSessionPicture(index, row, side, settled === row, true);
  return (
    <div className={cx(styles.film, isWhole && styles.whole)} {...(!isWhole && { 'data-tour': 'film' })}>
      <Picture picture={settled === row ? picture : undefined} />
      {isEmpty && <span className={styles.none}>{t.library.noImages}</span>}
      {failure && settled === row && (
        <span className={styles.failed}>
          <strong>{failure.title}</strong>
          {failure.sentence}
        </span>
      )}
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
