import { useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useCommand } from '../../commands/command-scope.tsx';
import { caseSeries } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { LibraryQuery } from '../../domain/dataset/library-query.ts';
import type { ViewportHandle } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CaseHeader } from './case-header.tsx';
import { CasePanel } from './case-panel.tsx';
import { CaseToolbar } from './case-toolbar.tsx';
import styles from './case-view.module.css';
import { FilmViewport } from './film-viewport.tsx';
import { SeriesStrip } from './series-strip.tsx';
import { useCaseCommands } from './use-case-commands.ts';
import { useNeighbours } from './use-neighbours.ts';
import { useReading } from './use-reading.ts';

interface CaseViewProps {
  readonly index: DatasetIndex;
  /** Row of the session table. */
  readonly row: number;
  readonly query: LibraryQuery;
}

export function CaseView({ index, row, query }: CaseViewProps) {
  const { t, format } = useLanguage();
  const [params] = useSearchParams();
  const series = useMemo(() => caseSeries(index, row), [index, row]);
  const reading = useReading(series, params.get('image'));
  const neighbours = useNeighbours(index, row, query);
  const handles = useRef<(ViewportHandle | null)[]>([]);
  const activeHandle = (): ViewportHandle | null => handles.current[reading.active] ?? null;
  useCaseCommands(reading, series, activeHandle);
  useCommand('next-case', neighbours.goNext);
  useCommand('previous-case', neighbours.goPrevious);
  useCommand('back-to-library', neighbours.goLibrary);
  const shown = reading.views.slice(0, reading.layout);
  const labels = index.sessions.findings.offsets;
  const labelCount = (labels[row + 1] ?? 0) - (labels[row] ?? 0);

  return (
    <div
      className={styles.case}
      data-testid="case"
      data-subject={index.subjects.ids[index.sessions.subject[row] ?? 0]}
      data-session={index.sessions.ids[row]}
    >
      <CaseHeader index={index} row={row} neighbours={neighbours} query={query} />
      <CaseToolbar reading={reading} series={series} handle={activeHandle} />
      <SeriesStrip series={series} reading={reading} />
      <div className={styles.films} data-layout={reading.layout}>
        {series.length === 0 ? (
          <EmptyState
            title={t.case.noImages}
            hint={labelCount > 0 ? t.case.noImagesHint(format.number(labelCount)) : t.case.noImagesPlain}
          />
        ) : (
          shown.map((view, at) => (
            <FilmViewport
              // The viewport stays while its series changes.
              key={at}
              number={at}
              index={index}
              row={row}
              series={series.find(({ key }) => key === view.seriesKey)}
              view={view}
              reading={reading}
              onHandle={(handle) => {
                handles.current[at] = handle;
              }}
            />
          ))
        )}
      </div>
      <CasePanel index={index} row={row} reading={reading} series={series} />
    </div>
  );
}
