import { FileQuestion, Layers } from 'lucide-react';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { cx } from '../../ui/cx.ts';
import type { Reading } from './use-reading.ts';
import styles from './series-strip.module.css';
import { SeriesThumbnail } from './series-thumbnail.tsx';

interface SeriesStripProps {
  readonly series: readonly CaseSeries[];
  readonly reading: Reading;
}

/** What a series is called: projection of a film, else modality. */
export const seriesName = ({ view, modality }: CaseSeries): string => view || modality || '?';

/** The images of the session; a press shows one in the active viewport. */
export function SeriesStrip({ series, reading }: SeriesStripProps) {
  const { t, format } = useLanguage();
  const views = reading.views.slice(0, reading.layout);
  const shown = views.map(({ seriesKey }) => seriesKey);
  const mayLoad = views.every(
    ({ seriesKey, state }) => seriesKey === undefined || (state !== undefined && state.status !== 'loading'),
  );
  return (
    <nav aria-label={t.case.series} className={styles.strip}>
      <ol className={styles.list}>
        {series.map((one) => {
          const isMissing = one.presence === 'listed';
          const slices = one.images.length;
          return (
            <li key={one.key}>
              <button
                type="button"
                className={cx(styles.series, isMissing && styles.missing)}
                aria-current={one.key === reading.views[reading.active]?.seriesKey ? 'true' : undefined}
                data-shown={shown.includes(one.key)}
                onClick={() => reading.place(reading.active, one.key)}
                data-testid="series"
                data-image={one.key}
                data-modality={one.modality}
              >
                <span className={styles.picture}>
                  {isMissing ? (
                    <FileQuestion aria-hidden />
                  ) : (
                    <SeriesThumbnail series={one} mayLoad={mayLoad} />
                  )}
                </span>
                <span className={styles.caption}>
                  {seriesName(one)}
                  {one.view !== '' && <span className={styles.faint}> {one.modality}</span>}
                  {slices > 1 && (
                    <span className={styles.faint}>
                      {' '}
                      <Layers aria-hidden /> {format.number(slices)}
                    </span>
                  )}
                </span>
                {isMissing && <span className={styles.note}>{t.case.missingFile}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
