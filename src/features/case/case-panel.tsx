import { X } from 'lucide-react';
import { useRef } from 'react';
import { useOffers } from '../../commands/command-scope.tsx';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { LibraryQuery } from '../../domain/dataset/library-query.ts';
import type { PatientSeries } from '../../domain/dataset/patient-sessions.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { AnatomySection, FindingsSection } from './label-sections.tsx';
import styles from './case-panel.module.css';
import { ContradictionsSection } from './contradictions/contradictions-section.tsx';
import { DetailsSection } from './details-section.tsx';
import { MasksSection } from './masks-section.tsx';
import { MeasurementsSection } from './measure/measurements-section.tsx';
import { RawCellsSection } from './raw-cells-section.tsx';
import { OrientationSection } from './orientation-section.tsx';
import { sectionsIn, goToSection } from './panel-sections.ts';
import { ReportSection } from './report-section.tsx';
import { TagsSection } from './tags-section.tsx';
import { TestsSection } from './tests-section.tsx';
import { PANEL } from './use-panel.ts';
import type { Reading } from './use-reading.ts';

interface CasePanelProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly query: LibraryQuery;
  readonly reading: Reading;
  readonly patient: PatientSeries;
}

const SCROLLING: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

/** Everything that is known of the session besides its images. */
export function CasePanel({ index, row, query, reading, patient }: CasePanelProps) {
  const { t } = useLanguage();
  const view = reading.views[reading.active];
  const found = patient.find(view?.seriesKey);
  const active = found?.series;
  const panel = useRef<HTMLElement>(null);
  useOffers(() =>
    sectionsIn(panel.current).map(({ title, heading }) => ({
      id: title,
      group: t.palette.section,
      label: title,
      run: () => {
        if (reading.panel.isDrawer) reading.panel.setOpen(true);
        goToSection(heading);
      },
    })),
  );
  return (
    <aside
      ref={panel}
      id={PANEL}
      aria-label={t.case.panel}
      hidden={!reading.panel.isOpen}
      // What has the focus as a whole is scrolled by the keys that else lead through the slices.
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget && SCROLLING.has(event.key)) event.stopPropagation();
        if (event.key !== 'Escape' || !reading.panel.isDrawer) return;
        event.stopPropagation();
        reading.panel.close();
      }}
      className={styles.panel}
      data-region
    >
      {reading.panel.isDrawer && (
        <div className={styles.close}>
          <IconButton name={t.casePage.closePanel} onPress={reading.panel.close}>
            <X aria-hidden />
          </IconButton>
        </div>
      )}
      <div className={styles.columns}>
        <ReportSection index={index} row={row} />
        <FindingsSection index={index} row={row} />
        <AnatomySection index={index} row={row} />
        <ContradictionsSection index={index} row={row} />
        <MasksSection index={index} series={active} view={view} reading={reading} />
        <MeasurementsSection patient={patient} reading={reading} />
        <TestsSection index={index} row={row} />
        <DetailsSection
          index={index}
          row={row}
          query={query}
          state={view?.state}
          found={found}
          personal={reading.personal}
        />
      </div>
      {active && (view?.state?.slices ?? 0) > 1 && <OrientationSection series={active} reading={reading} />}
      {active && <TagsSection series={active} state={view?.state} reading={reading} />}
      <RawCellsSection index={index} row={row} />
    </aside>
  );
}
