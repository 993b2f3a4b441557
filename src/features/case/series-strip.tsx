import { FileQuestion, Layers } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { cx } from '../../ui/cx.ts';
import type { Reading } from './use-reading.ts';
import styles from './series-strip.module.css';
import { SeriesThumbnail } from './series-thumbnail.tsx';
import type { SeriesDrag } from './use-series-drag.ts';

interface SeriesStripProps {
  readonly series: readonly CaseSeries[];
  readonly reading: Reading;
  readonly drag: SeriesDrag;
  /** The viewports come first; pictures of the strip are made when they have what they need. */
  readonly mayLoad: boolean;
}

/** What a series is called: projection of a film, else modality. */
export const seriesName = ({ view, modality }: CaseSeries): string => view || modality || '?';

/** The images of the session; a press, a drag or the number of a viewport shows one there. */
export function SeriesStrip({ series, reading, drag, mayLoad }: SeriesStripProps) {
  const { t, format } = useLanguage();
  const onNumber = (event: KeyboardEvent, key: string): void => {
    const view = ['1', '2', '3', '4'].indexOf(event.key);
    if (view < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    reading.place(view, key);
  };
  const shown = reading.shown.map((at) => reading.views[at]?.seriesKey);
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
                data-dragged={drag.dragged === one.key}
                onPointerDown={(event) => drag.begin(event, one.key)}
                onKeyDown={(event) => onNumber(event, one.key)}
                onClick={() => reading.place(reading.active, one.key)}
                title={t.case.placeSeries}
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
