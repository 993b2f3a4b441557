import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { Picture } from '../../ui/picture.tsx';
import styles from './session-picture.module.css';
import { useSessionPicture } from './use-session-picture.ts';

/** CSS pixels, for displays of two device pixels each. */
const SIDE = 88;

interface SessionPictureProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly mayLoad: boolean;
}

/** The picture at the beginning of a row. */
export function SessionPicture({ index, row, mayLoad }: SessionPictureProps) {
  const { picture } = useSessionPicture(index, row, SIDE, mayLoad);
  return (
    <span className={styles.picture}>
      <Picture picture={picture} />
    </span>
  );
}
