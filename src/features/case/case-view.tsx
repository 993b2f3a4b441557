import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useCommand } from '../../commands/command-scope.tsx';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { LibraryQuery } from '../../domain/dataset/library-query.ts';
import { patientSeries } from '../../domain/dataset/patient-sessions.ts';
import type { ViewportHandle, ZoomMemory } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { caseAddress } from '../../session/query-url.ts';
import { useVocabulary } from '../../session/session-context.tsx';
import { TermHost } from '../../ui/term/term-host.tsx';
import { CaseHeader } from './case-header.tsx';
import { CasePanel } from './case-panel.tsx';
import { CaseToolbar } from './case-toolbar.tsx';
import styles from './case-view.module.css';
import { FilmViewport } from './film-viewport.tsx';
import { ImageTabs } from './image-tabs.tsx';
import { LinkProvider } from './link/link-provider.tsx';
import { useFilms } from './hanging/use-films.ts';
import { useHangingFacts } from './hanging/use-hanging-facts.ts';
import { createViewLink } from './hanging/view-link.ts';
import { MeasuringProvider } from './measure/measuring-provider.tsx';
import { NoImages } from './no-images.tsx';
import { SeriesStrip } from './series-strip.tsx';
import { DayCountProvider } from './time/day-count.tsx';
import { TimeLine } from './time/time-line.tsx';
import { useAddressedImage, useAskedImage } from './use-addressed-image.ts';
import { useCaseCommands } from './use-case-commands.ts';
import { useAfterPaint } from './use-after-paint.ts';
import { useCaseMemory } from './use-case-memory.ts';
import { useNeighbours, type Neighbours } from './use-neighbours.ts';
import { usePrefetch, useReadCases } from './use-prefetch.ts';
import { useSecondWindow } from './use-second-window.ts';
import { useReading, type View } from './use-reading.ts';
import { useSeriesDrag } from './use-series-drag.ts';
import { ViewportMessage } from './viewport-message.tsx';

// Planes are cut of few cases; what cuts them is fetched when they are first asked for.
const MprView = lazy(async () => ({
  default: (await import('./mpr-view.tsx')).MprView,
}));

// Nor are films often played.
const FilmStrip = lazy(async () => ({ default: (await import('./hanging/film-strip.tsx')).FilmStrip }));

interface CaseViewProps {
  readonly index: DatasetIndex;
  /** Row of the session table. */
  readonly row: number;
  readonly query: LibraryQuery;
  /** Files are still being found. */
  readonly isReading: boolean;
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
}

/** Stays while one case follows the other, so that viewports are set up once. */
export function CaseView({ index, row, query, isReading }: CaseViewProps) {
  const { t } = useLanguage();
  const patient = useMemo(() => patientSeries(index, row), [index, row]);
  const { series } = patient.current;
  const subject = index.subjects.ids[index.sessions.subject[row] ?? 0] ?? '';
  const session = index.sessions.ids[row] ?? '';
  const caseKey = `${subject} ${session}`;
  const facts = useHangingFacts(index);
  const reading = useReading(caseKey, patient, facts, useAskedImage(caseKey));
  const [zooms] = useState<ZoomMemory>(() => new Map());
  const [viewLink] = useState(createViewLink);
  const readCases = useReadCases();
  const neighbours = useNeighbours(index, row, query, readCases);
  const handles = useRef<(ViewportHandle | null)[]>([]);
  const activeHandle = (): ViewportHandle | null => handles.current[reading.active] ?? null;
  useCaseCommands(reading, patient, activeHandle);
  useCaseNavigation(neighbours);
  useSecondWindow({ subject, session }, caseAddress(subject, session, query), neighbours.goLibrary);
  const foundAt = (at: number) => patient.find(reading.views[at]?.seriesKey);
  const unknownImage = useAddressedImage(series, foundAt(reading.active)?.series);
  const isOwn = (at: number): boolean => foundAt(at)?.session === patient.current;
  const isSettled = useAfterPaint(reading.shown.every((at) => isDone(reading.views[at])));
  const isOwnSettled = useAfterPaint(reading.shown.every((at) => !isOwn(at) || isDone(reading.views[at])));
  const labelled = reading.shown.find(isOwn);
  usePrefetch(readCases, index, row, neighbours.likely, isSettled);
  const onScreen = reading.shown.map((at) => foundAt(at)?.series);
  const hung = reading.views.map(({ seriesKey }) => patient.find(seriesKey)?.series);
  const films = useFilms(patient, reading);
  const beside = [...hung, ...films.map((film) => film.series)];
  useCaseMemory(index, row, neighbours.likely, onScreen, beside);
  const drag = useSeriesDrag(reading.place);

  const filmAt = (at: number) => (
    <FilmViewport
      // The viewport stays while its series changes.
      key={at}
      number={at}
      index={index}
      patient={patient}
      mayReadOthers={isOwnSettled}
      isLabelled={at === labelled}
      zooms={zooms}
      viewLink={viewLink}
      isTarget={drag.over === at}
      reading={reading}
      onHandle={(handle) => {
        handles.current[at] = handle;
      }}
    />
  );

  const page = (
    <div className={styles.case} data-testid="case" data-subject={subject} data-session={session}>
      <CaseHeader
        index={index}
        row={row}
        neighbours={neighbours}
        query={query}
        panel={reading.panel}
        unknownImage={isReading ? undefined : unknownImage}
      />
      <CaseToolbar caseKey={caseKey} reading={reading} patient={patient} handle={activeHandle} />
      <SeriesStrip
        index={index}
        patient={patient}
        query={query}
        reading={reading}
        drag={drag}
        mayLoad={isSettled}
      />
      <section
        aria-label={t.casePage.images}
        className={styles.films}
        data-region
        data-layout={reading.mpr.isOn ? 'mpr' : reading.layout}
        // What is compared has as much room on either side.
        data-strip={films.length > 0}
        data-even={reading.hanging.current?.links.includes('zoom') ?? false}
        data-dragging={drag.dragged !== undefined}
      >
        {series.length === 0 && onScreen.every((one) => one === undefined) ? (
          <NoImages index={index} row={row} patient={patient} reading={reading} />
        ) : reading.mpr.isOn ? (
          <Suspense fallback={<ViewportMessage text={t.case.readingImage} />}>
            <MprView
              index={index}
              found={foundAt(reading.active)}
              stack={filmAt(reading.active)}
              reading={reading}
              onHandle={(handle) => {
                handles.current[reading.active] = handle;
              }}
            />
          </Suspense>
        ) : (
          <>
            {reading.layout === 2 && reading.shown.length === 1 && (
              <ImageTabs patient={patient} reading={reading} />
            )}
            {reading.shown.map(filmAt)}
          </>
        )}
        {films.length > 0 && (
          <Suspense>
            <FilmStrip key={caseKey} films={films} reading={reading} />
          </Suspense>
        )}
      </section>
      <TimeLine {...{ index, row, query, patient, reading }} mayLoad={isSettled} />
      <CasePanel index={index} row={row} query={query} reading={reading} patient={patient} />
    </div>
  );
  const terms = {
    index,
    vocabulary: useVocabulary(),
    query,
    rowsLeft: neighbours.rowsLeft,
    onQuery: neighbours.goToQuery,
    leavesPage: true,
  };
  const isAltered = reading.views.some(({ state }) => state?.image?.attributes.datesModified === true);
  return (
    <DayCountProvider index={index} row={row} isAltered={isAltered}>
      <TermHost {...terms}>
        <MeasuringProvider {...{ subject, session, patient, reading }} handle={activeHandle}>
          <LinkProvider index={index} row={row} caseKey={caseKey}>
            {page}
          </LinkProvider>
        </MeasuringProvider>
      </TermHost>
    </DayCountProvider>
  );
}
