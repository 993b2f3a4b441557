import { numberAlike } from '../../domain/dataset/text.ts';
import type { PatientSeries } from '../../domain/dataset/patient-sessions.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './case-view.module.css';
import { seriesName } from './series-entry.tsx';
import type { Reading } from './use-reading.ts';

interface ImageTabsProps {
  readonly patient: PatientSeries;
  readonly reading: Reading;
}

/** Which of two images is in view where there is room for one. */
export function ImageTabs({ patient, reading }: ImageTabsProps) {
  const { t } = useLanguage();
  const names = numberAlike(
    reading.together.map((at) => {
      const found = patient.find(reading.views[at]?.seriesKey);
      return found ? seriesName(found.series) : t.case.emptyViewport;
    }),
  );
  return (
    <div className={styles.tabs}>
      <Segmented
        name={t.casePage.imageTabs}
        value={String(reading.active)}
        onChange={(view) => reading.setActive(Number(view))}
        options={reading.together.map((at, place) => ({ value: String(at), label: names[place] ?? '' }))}
      />
    </div>
  );
}
