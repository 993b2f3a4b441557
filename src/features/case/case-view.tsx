import { useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCommand } from '../../commands/command-scope.tsx';
import { caseSeries } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { LibraryQuery } from '../../domain/dataset/library-query.ts';
import type { ViewportHandle, ZoomMemory } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CaseHeader } from './case-header.tsx';
import { CasePanel } from './case-panel.tsx';
import { CaseToolbar } from './case-toolbar.tsx';
import styles from './case-view.module.css';
import { FilmViewport } from './film-viewport.tsx';
import { SeriesStrip } from './series-strip.tsx';
import { TimeLine } from './time-line.tsx';
import { useCaseCommands } from './use-case-commands.ts';
import { useNeighbours, type Neighbours } from './use-neighbours.ts';
import { usePrefetch } from './use-prefetch.ts';
import { useReading, type View } from './use-reading.ts';
import { useSeriesDrag } from './use-series-drag.ts';

interface CaseViewProps {
  readonly index: DatasetIndex;
  /** Row of the session table. */
  readonly row: number;
  readonly query: LibraryQuery;
}

/** A viewport that shows what it is to show, or says why not. */
const isDone = (view: View | undefined): boolean =>
  view?.seriesKey === undefined || (view.state !== undefined && view.state.status !== 'loading');

/** The keys that lead to other cases. */
function useCaseNavigation(neighbours: Neighbours): void {
  useCommand('next-case', neighbours.goNext);
  useCommand('previous-case', neighbours.goPrevious);
  useCommand('next-session', neighbours.goNextSession);
  useCommand('previous-session', neighbours.goPreviousSession);
  useCommand('next-patient', neighbours.goNextPatient);
  useCommand('previous-patient', neighbours.goPreviousPatient);
  useCommand('back-to-library', neighbours.goLibrary);
}

/** Stays while one case follows the other, so that viewports are set up once. */
export function CaseView({ index, row, query }: CaseViewProps) {
  const { t, format } = useLanguage();
  const [params] = useSearchParams();
  const series = useMemo(() => caseSeries(index, row), [index, row]);
  const subject = index.subjects.ids[index.sessions.subject[row] ?? 0] ?? '';
  const session = index.sessions.ids[row] ?? '';
  const reading = useReading(`${subject} ${session}`, series, params.get('image'));
  const [zooms] = useState<ZoomMemory>(() => new Map());
  const neighbours = useNeighbours(index, row, query);
  const handles = useRef<(ViewportHandle | null)[]>([]);
  const activeHandle = (): ViewportHandle | null => handles.current[reading.active] ?? null;
  useCaseCommands(reading, series, activeHandle);
  useCaseNavigation(neighbours);
  const isSettled = reading.shown.every((at) => isDone(reading.views[at]));
  usePrefetch(index, row, neighbours.likely, isSettled);
  const drag = useSeriesDrag(reading.place);
  const labels = index.sessions.findings.offsets;
  const labelCount = (labels[row + 1] ?? 0) - (labels[row] ?? 0);

  return (
    <div className={styles.case} data-testid="case" data-subject={subject} data-session={session}>
      <CaseHeader index={index} row={row} neighbours={neighbours} query={query} />
      <CaseToolbar reading={reading} series={series} handle={activeHandle} />
      <SeriesStrip series={series} reading={reading} drag={drag} mayLoad={isSettled} />
      <div className={styles.films} data-layout={reading.layout} data-dragging={drag.dragged !== undefined}>
        {series.length === 0 ? (
          <EmptyState
            title={t.case.noImages}
            hint={labelCount > 0 ? t.case.noImagesHint(format.number(labelCount)) : t.case.noImagesPlain}
          />
        ) : (
          reading.shown.map((at) => (
            <FilmViewport
              // The viewport stays while its series changes.
              key={at}
              number={at}
              index={index}
              row={row}
              series={series}
              zooms={zooms}
              isTarget={drag.over === at}
              reading={reading}
              onHandle={(handle) => {
                handles.current[at] = handle;
              }}
            />
          ))
        )}
      </div>
      <TimeLine index={index} row={row} />
      <CasePanel index={index} row={row} reading={reading} series={series} />
    </div>
  );
}
