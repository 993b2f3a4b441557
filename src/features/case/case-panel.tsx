import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { AnatomySection, FindingsSection } from './label-sections.tsx';
import styles from './case-panel.module.css';
import { DetailsSection } from './details-section.tsx';
import { MasksSection } from './masks-section.tsx';
import { RawCellsSection } from './raw-cells-section.tsx';
import { ReportSection } from './report-section.tsx';
import { TagsSection } from './tags-section.tsx';
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
  const active = series.find(({ key }) => key === view?.seriesKey);
  return (
    <aside aria-label={t.case.panel} className={styles.panel}>
      <div className={styles.columns}>
        <ReportSection index={index} row={row} />
        <FindingsSection index={index} row={row} />
        <AnatomySection index={index} row={row} />
        <MasksSection index={index} row={row} series={active} view={view} reading={reading} />
        <TestsSection index={index} row={row} image={view?.state?.image} />
        <DetailsSection
          index={index}
          row={row}
          state={view?.state}
          series={active}
          personal={reading.personal}
        />
      </div>
      {active && <TagsSection series={active} state={view?.state} reading={reading} />}
      <RawCellsSection index={index} row={row} />
    </aside>
  );
}
