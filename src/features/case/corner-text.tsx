import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import { cellOf } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { ViewState } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { seriesName } from './series-strip.tsx';
import styles from './corner-text.module.css';

interface CornerTextProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly image: NonNullable<ViewState['image']>;
  readonly series: CaseSeries | undefined;
  /** Whether texts typed by hand are shown. */
  readonly personal: boolean;
}

/** Whose image this is, and when it was made. */
export function CornerText({ index, row, image, series, personal }: CornerTextProps) {
  const { t, format } = useLanguage();
  const { sessions, subjects } = index;
  const subject = sessions.subject[row] ?? 0;
  const ages = Array.from(cellOf(subjects.ages, subject), String).join(', ');
  const sex = subjects.sex[subject] ?? 'unknown';
  const date = image.attributes.date ?? sessions.date[row] ?? 0;
  const typed = personal ? image.attributes.SeriesDescription : undefined;
  const name = [series ? seriesName(series) : '', series?.view === '' ? '' : series?.modality].filter(
    Boolean,
  );
  return (
    <>
      <p className={styles.left}>
        <span>{subjects.ids[subject]}</span>
        <span>
          {[ages === '' ? '' : t.library.years(ages), sex === 'unknown' ? '' : sex]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <p className={styles.right}>
        <span>{format.date(date)}</span>
        {typed === undefined ? <span>{name.join(' · ')}</span> : <span lang="es">{typed}</span>}
      </p>
    </>
  );
}
