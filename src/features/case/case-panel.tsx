import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { AnatomySection, FindingsSection } from './label-sections.tsx';
import styles from './case-panel.module.css';
import { DetailsSection } from './details-section.tsx';
import { RawCellsSection } from './raw-cells-section.tsx';
import { ReportSection } from './report-section.tsx';
import { TestsSection } from './tests-section.tsx';
import type { Reading } from './use-reading.ts';

interface CasePanelProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly reading: Reading;
  readonly series: readonly CaseSeries[];
}

/** Everything that is known of the session besides its images. */
export function CasePanel({ index, row, reading, series }: CasePanelProps) {
  const { t } = useLanguage();
  const view = reading.views[reading.active];
  return (
    <aside aria-label={t.case.panel} className={styles.panel}>
      <ReportSection index={index} row={row} />
      <FindingsSection index={index} row={row} />
      <AnatomySection index={index} row={row} />
      <TestsSection index={index} row={row} image={view?.state?.image} />
      <DetailsSection
        index={index}
        row={row}
        state={view?.state}
        series={series.find(({ key }) => key === view?.seriesKey)}
      />
      <RawCellsSection index={index} row={row} />
    </aside>
  );
}
