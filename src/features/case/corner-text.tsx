import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { FoundSeries } from '../../domain/dataset/patient-sessions.ts';
import type { ViewState } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { personOf } from '../../ui/person.ts';
import { seriesName } from './series-entry.tsx';
import { sessionOrderText } from './session-badge.tsx';
import styles from './corner-text.module.css';

interface CornerTextProps {
  readonly index: DatasetIndex;
  /** What the image is of. */
  readonly found: FoundSeries;
  readonly image: NonNullable<ViewState['image']>;
  /** Whether texts typed by hand are shown. */
  readonly personal: boolean;
}

/** Whose image this is, and when it was made; one line at the very edge, above the side marker that films have there. */
export function CornerText({ index, found, image, personal }: CornerTextProps) {
  const language = useLanguage();
  const { t, format } = language;
  const { session, series } = found;
  const { sessions, subjects } = index;
  const subject = sessions.subject[session.row] ?? 0;
  const date = image.attributes.date ?? session.date;
  const typed = personal ? image.attributes.SeriesDescription : undefined;
  const name = [seriesName(series), series.view === '' ? '' : series.modality].filter(Boolean);
  const order = sessionOrderText(language, session);
  return (
    <>
      <p className={styles.left}>
        <span>{subjects.ids[subject]}</span>
        <span>{personOf(t, index, subject, ' · ')}</span>
      </p>
      <p className={styles.right}>
        <span>{format.date(date)}</span>
        {order !== '' && <strong>{order}</strong>}
        {typed === undefined ? <span>{name.join(' · ')}</span> : <span lang="es">{typed}</span>}
      </p>
    </>
  );
}
