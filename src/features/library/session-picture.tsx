import { ImageOff } from 'lucide-react';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { Picture } from '../../ui/picture.tsx';
import styles from './session-picture.module.css';
import { useSessionPicture } from './use-session-picture.ts';

/** CSS pixels, for displays of two device pixels each. */
const SIDE = 84;

interface SessionPictureProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly mayLoad: boolean;
}

/** The picture at the beginning of a row. */
export function SessionPicture({ index, row, mayLoad }: SessionPictureProps) {
  const { picture, isEmpty, failure } = useSessionPicture(index, row, SIDE, mayLoad);
  return (
    <span
      className={styles.picture}
      data-empty={isEmpty || failure !== undefined}
      title={failure && `${failure.title}. ${failure.sentence}`}
    >
      {failure ? <ImageOff role="img" aria-label={failure.title} /> : <Picture picture={picture} />}
    </span>
  );
}
