import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { FoundSeries, PatientSeries } from '../../domain/dataset/patient-sessions.ts';
import { projectionOf } from '../../domain/imaging/projection.ts';
import type { Failure } from '../../domain/error.ts';
import type { ImagePlacement } from '../../domain/imaging/placement.ts';
import type { Turn, ViewportHandle, ViewState, ZoomMemory } from '../../engine/index.ts';
import { useLanguage, type Language } from '../../i18n/locale.tsx';
import { BottomCaption, TopCaption } from './captions.tsx';
import { CornerText } from './corner-text.tsx';
import { EdgeLetters } from './edge-letters.tsx';
import { FileOverlays } from './file-overlays.tsx';
import styles from './film-viewport.module.css';
import { useLinkedView } from './hanging/use-linked-view.ts';
import type { ViewLink } from './hanging/view-link.ts';
import { LabelOverlay } from './label-overlay.tsx';
import { Leaders } from './leaders.tsx';
import { useMaskLeaders } from './link/use-mask-leaders.ts';
import { LazyViewport } from './lazy-viewport.tsx';
import { MaskDropHint } from './mask-drop-hint.tsx';
import { MaskOverlay } from './mask-overlay.tsx';
import { firstSliceOf } from '../../session/first-images.ts';
import { useDataset, useDatasetState } from '../../session/session-context.tsx';
import { MarksLayer } from './measure/marks-layer.tsx';
import { engineTool } from './measure/reading-tool.ts';
import { useSliceTarget } from './measure/use-jump.ts';
import { ProbeValue } from './probe-value.tsx';
import { ReferenceLines } from './reference-lines.tsx';
import { seriesName } from './series-entry.tsx';
import { sessionOrderText } from './session-badge.tsx';
import { SliceBar } from './slice-bar.tsx';
import { useLinkedScroll } from './use-linked-scroll.ts';
import { useMaskDrop } from './use-mask-drop.ts';
import { useMasks, useSegmentsInView } from './use-masks.ts';
import { EMPTY_VIEW, maskModeIn, type Reading } from './use-reading.ts';
import { useReportedIssues } from './use-reported-issues.ts';
import { useStack } from './use-stack.ts';
import { TraceSteps, useTrace } from './use-trace.tsx';
import { viewportAttributes } from './viewport-attributes.ts';
import { ViewportMessage } from './viewport-message.tsx';

// Few films are looked at through it.
const FilmGuide = lazy(async () => ({ default: (await import('./guide/film-guide.tsx')).FilmGuide }));

interface FilmViewportProps {
  /** Place on the page, from 0. */
  readonly number: number;
  readonly index: DatasetIndex;
  readonly patient: PatientSeries;
  readonly reading: Reading;
  /** Enlargements that films of the same projection share. */
  readonly zooms: ZoomMemory;
  /** Takes what is in view from viewport to viewport. */
  readonly viewLink: ViewLink;
  /** Whether it may read a series of another session: those of the session itself come first. */
  readonly mayReadOthers: boolean;
  /** Labels of the session are written over this one. */
  readonly isLabelled: boolean;
  /** A series is being dragged over it. */
  readonly isTarget: boolean;
  readonly onHandle: (handle: ViewportHandle | null) => void;
}

const EMPTY_STATE: Pick<ViewState, 'status' | 'path' | 'slice' | 'slices'> = {
  status: 'empty',
  path: '',
  slice: 0,
  slices: 0,
};

/**
 * Whether a series is to be on screen: the study that is read comes first, and takes the whole machine; what hangs beside
 * it follows, and stays from then on.
 */
function useOnceDue(seriesKey: string | undefined, isDue: boolean): boolean {
  const [due, setDue] = useState<string>();
  if (isDue && due !== seriesKey) setDue(seriesKey);
  return isDue || (seriesKey !== undefined && due === seriesKey);
}

/** One image with what belongs to it: captions above and below, letters, labels and masks over it. */
export function FilmViewport(props: FilmViewportProps) {
  const { number, index, patient, reading, isTarget, onHandle } = props;
  const view = reading.views[number] ?? EMPTY_VIEW;
  const found = patient.find(view.seriesKey);
  const series = found?.series;
  const isOther = found !== undefined && found.session !== patient.current;
  const language = useLanguage();
  const { t } = language;
  const handle = useRef<ViewportHandle>(null);
  const imageElement = useRef<HTMLDivElement>(null);
  const [placement, setPlacement] = useState<ImagePlacement>();
  const trace = useTrace();
  const files = useDatasetState(({ progress }) => progress.files);
  // A table may name what the walk has not met yet; when the walk was stopped, only trying tells.
  const isThere = series?.presence === 'found' || files === 'cancelled';
  const isDue = useOnceDue(view.seriesKey, props.mayReadOthers || !isOther);
  const { stack, failure: stackFailure, retry } = useStack(isThere && isDue ? series : undefined);
  const state = view.state ?? EMPTY_STATE;
  const image = view.state?.image;
  const masks = useMasks(index, series, image?.path);
  const segments = useSegmentsInView(masks, view.state);
  const { leaders, masked } = useMaskLeaders(segments, reading);
  const isGuided = useStore(useDataset().guides.state, ({ isOn }) => isOn);
  const drop = useMaskDrop(image?.path);
  const isGone = series?.presence === 'listed' && files === 'done';
  const failure = isGone ? MISSING : (stackFailure ?? view.state?.failure);
  const path = state.path || series?.key || '';
  useReportedIssues(path, failure, stack, view.state, masks);

  const link = useLinkedScroll(number, reading, stack, handle);
  const onMoved = useLinkedView(number, reading, series, handle, props.viewLink);
  useSliceTarget(stack, view.state, handle);
  const leader = reading.active === number ? undefined : reading.views[reading.active]?.state?.image;
  const { report, setChoice } = reading;
  const { seriesKey } = view;
  const onState = useCallback(
    (next: ViewState, turn: Turn) => report(number, { seriesKey, state: next, turn }),
    [number, report, seriesKey],
  );
  const status = failure ? 'error' : series ? (state.status === 'empty' ? 'loading' : state.status) : 'empty';

  return (
    <section
      className={styles.film}
      aria-label={t.case.viewport(found ? foundName(language, found) : String(number + 1))}
      data-active={reading.active === number && reading.layout > 1}
      data-target={isTarget}
      data-entry={reading.active === number}
      data-view={number}
      onDoubleClick={reading.toggleOne}
      onPointerDown={() => reading.setActive(number)}
      onFocus={() => reading.setActive(number)}
      // The focus goes to the viewport itself, so that keys are heard and seen to be.
      tabIndex={0}
      data-status={status}
      data-image={status === 'rendered' ? state.path : path}
      data-session={found?.session.id ?? ''}
      data-order={found?.session.order ?? ''}
      {...viewportAttributes(view.state, state.slices, placement)}
    >
      <TopCaption found={found} view={view} reading={reading} stack={stack} link={link} trace={trace} />
      <div ref={imageElement} className={styles.image} {...drop.handlers}>
        <LazyViewport
          id={`viewport-${number}`}
          stack={isThere ? stack : undefined}
          firstSlice={stack ? firstSliceOf(stack) : 0}
          zooms={props.zooms}
          projection={projectionKey(series)}
          display={view.display}
          leftTool={reading.leftTool === 'crosshair' ? 'window' : engineTool(reading.leftTool)}
          onState={onState}
          onPlacement={(next) => {
            setPlacement(next);
            onMoved();
          }}
          onWindow={(next) => setChoice(number, next)}
          ref={(next) => {
            handle.current = next;
            onHandle(next);
          }}
        >
          {image && placement && status !== 'error' && (
            <>
              {reading.fileOverlays && <FileOverlays image={image} placement={placement} />}
              <MaskOverlay
                segments={segments}
                placement={placement}
                mode={maskModeIn(reading, view)}
                reading={reading}
                over={imageElement}
              />
              {reading.referenceLines && leader && (
                <ReferenceLines of={leader} on={image} placement={placement} />
              )}
              {isGuided && found && isFrontal(found, image) && (
                <Suspense>
                  <FilmGuide
                    index={index}
                    found={found}
                    image={image}
                    placement={placement}
                    over={imageElement}
                    masked={masked}
                    isLabelled={props.isLabelled && reading.labels !== 'off'}
                  />
                </Suspense>
              )}
              <EdgeLetters image={image} turn={view.turn} />
              {reading.cornerText && found && (
                <CornerText index={index} found={found} image={image} personal={reading.personal} />
              )}
              {props.isLabelled && found && reading.labels !== 'off' && (
                <>
                  <Leaders over={imageElement} leaders={leaders} placement={placement} />
                  <LabelOverlay index={index} row={found.session.row} reading={reading} />
                </>
              )}
              {view.state?.chain && found && (
                <MarksLayer
                  over={imageElement}
                  state={view.state}
                  image={image}
                  chain={view.state.chain}
                  found={found}
                  placement={placement}
                  reading={reading}
                  isActive={reading.active === number}
                  activate={() => reading.setActive(number)}
                />
              )}
            </>
          )}
        </LazyViewport>
        <TraceSteps trace={trace} state={view.state} over={imageElement} placement={placement} />
        {drop.isOver && <MaskDropHint />}
        {status === 'loading' && <Waiting state={state} />}
        {failure && (
          <ViewportMessage
            failure={failure}
            onRetry={() => (stackFailure ? retry() : handle.current?.retry())}
          />
        )}
        {!series && <ViewportMessage text={t.case.emptyViewport} hint={t.case.emptyViewportHint} />}
      </div>
      {stack && state.slices > 1 && (
        <SliceBar stack={stack} state={state} onGo={(slice) => handle.current?.goTo(slice)} />
      )}
      <BottomCaption masks={masks} view={view} reading={reading}>
        <ProbeValue over={imageElement} state={view.state} placement={placement} />
      </BottomCaption>
    </section>
  );
}

/** A series as it is called, of another session with its day. */
function foundName(language: Language, { series, session }: FoundSeries): string {
  const order = sessionOrderText(language, session);
  return [seriesName(series), ...(order === '' ? [] : [language.format.date(session.date), order])]
    .filter((part) => part !== '')
    .join(', ');
}

/** Whether the schematic can lie on an image: on a film from the front or from behind, as its header says, else its name. */
function isFrontal({ series }: FoundSeries, image: NonNullable<ViewState['image']>): boolean {
  const { shown } = projectionOf(series.view, image.attributes);
  return shown === 'PA' || shown === 'AP';
}

/** Films with the same key keep each other's enlargement; none for a film of unknown projection and for slices. */
const projectionKey = (series: CaseSeries | undefined): string =>
  series?.view === 'LL' ? 'lateral' : (series?.view ?? '');

const MISSING: Failure = { kind: 'issue', issue: { code: 'FILE_MISSING' } };

function Waiting({ state }: { readonly state: Pick<ViewState, 'slice' | 'slices'> }) {
  const { t, format } = useLanguage();
  const [isLate, setLate] = useState(false);
  // Words come only when there is something to wait for.
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return (
    <ViewportMessage
      text={
        state.slices > 1
          ? t.case.readingSlices(format.number(state.slice + 1), format.number(state.slices))
          : t.case.readingImage
      }
    />
  );
}
