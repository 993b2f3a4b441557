import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { Failure } from '../../domain/error.ts';
import type { ImagePlacement, Turn, ViewportHandle, ViewState, ZoomMemory } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { BottomCaption, TopCaption } from './captions.tsx';
import { CornerText } from './corner-text.tsx';
import { EdgeLetters } from './edge-letters.tsx';
import styles from './film-viewport.module.css';
import { LabelOverlay } from './label-overlay.tsx';
import { MaskOverlay } from './mask-overlay.tsx';
import { useDatasetState } from '../../session/session-context.tsx';
import { seriesName } from './series-strip.tsx';
import { segmentsInView, useMasks } from './use-masks.ts';
import { EMPTY_VIEW, type Reading } from './use-reading.ts';
import { useReportedIssues } from './use-reported-issues.ts';
import { firstSliceOf, useStack } from './use-stack.ts';
import { ViewportMessage } from './viewport-message.tsx';

// Cornerstone is large: it is fetched when the first image is to be shown, or earlier if the library is idle.
const engine = () => import('../../engine/index.ts');
const Viewport = lazy(async () => {
  const { Viewport: Loaded, canRender } = await engine();
  return { default: canRender() ? Loaded : NoViewport };
});

const NO_WEBGL: Failure = { kind: 'issue', issue: { code: 'WEBGL_MISSING' } };

function NoViewport() {
  return <ViewportMessage failure={NO_WEBGL} />;
}

interface FilmViewportProps {
  /** Place on the page, from 0. */
  readonly number: number;
  readonly index: DatasetIndex;
  readonly row: number;
  /** All series of the session. */
  readonly series: readonly CaseSeries[];
  readonly reading: Reading;
  /** Enlargements that films of the same projection share. */
  readonly zooms: ZoomMemory;
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

/** One image with what belongs to it: captions above and below, letters, labels and masks over it. */
export function FilmViewport(props: FilmViewportProps) {
  const { number, index, row, reading, isTarget, onHandle } = props;
  const view = reading.views[number] ?? EMPTY_VIEW;
  const series = props.series.find(({ key }) => key === view.seriesKey);
  const { t } = useLanguage();
  const handle = useRef<ViewportHandle>(null);
  const [placement, setPlacement] = useState<ImagePlacement>();
  const files = useDatasetState(({ progress }) => progress.files);
  // A table may name what the walk has not met yet; when the walk was stopped, only trying tells.
  const isThere = series?.presence === 'found' || files === 'cancelled';
  const { stack, failure: stackFailure, retry } = useStack(isThere ? series : undefined);
  const state = view.state ?? EMPTY_STATE;
  const image = view.state?.image;
  const masks = useMasks(index, row, series);
  const isGone = series?.presence === 'listed' && files === 'done';
  const failure = isGone ? MISSING : (stackFailure ?? view.state?.failure);
  const path = state.path || series?.key || '';
  useReportedIssues(path, failure, stack, view.state, masks);

  const { report, setChoice } = reading;
  const onState = useCallback((next: ViewState, turn: Turn) => report(number, next, turn), [number, report]);
  const status = failure ? 'error' : series ? (state.status === 'empty' ? 'loading' : state.status) : 'empty';
  const window = view.state?.chain?.voi.kind === 'window' ? view.state.chain.voi : undefined;
  const choice = view.state?.chain?.choice.kind;

  return (
    <section
      className={styles.film}
      aria-label={t.case.viewport(series ? seriesName(series) : String(number + 1))}
      data-active={reading.active === number && reading.layout > 1}
      data-target={isTarget}
      data-view={number}
      onDoubleClick={reading.toggleOne}
      onPointerDown={() => reading.setActive(number)}
      onFocus={() => reading.setActive(number)}
      // The focus goes to the viewport itself, so that keys are heard and seen to be.
      tabIndex={0}
      data-testid="viewport"
      data-status={status}
      data-image={status === 'rendered' ? state.path : path}
      data-slice={state.slice}
      data-slices={state.slices}
      data-voi={choice ?? 'none'}
      data-center={window?.center ?? ''}
      data-width={window?.width ?? ''}
      data-inverted={view.state?.chain?.polarity.inverted ?? false}
      data-scale={placement ? Math.hypot(...placement.right) : ''}
    >
      <TopCaption series={series} view={view} reading={reading} />
      <div className={styles.image}>
        <Suspense fallback={<ViewportMessage text={t.case.readingImage} />}>
          <Viewport
            id={`viewport-${number}`}
            stack={isThere ? stack : undefined}
            firstSlice={stack ? firstSliceOf(stack) : 0}
            zooms={props.zooms}
            projection={projectionKey(series)}
            display={view.display}
            leftTool={reading.leftTool}
            onState={onState}
            onPlacement={setPlacement}
            onWindow={(next) => setChoice(number, next)}
            ref={(next) => {
              handle.current = next;
              onHandle(next);
            }}
          >
            {image && placement && status !== 'error' && (
              <>
                <MaskOverlay
                  segments={segmentsInView(masks, view.state)}
                  placement={placement}
                  reading={reading}
                />
                <EdgeLetters image={image} turn={view.turn} />
                {reading.cornerText && (
                  <CornerText
                    index={index}
                    row={row}
                    image={image}
                    series={series}
                    personal={reading.personal}
                  />
                )}
                {number === 0 && reading.labels !== 'off' && (
                  <LabelOverlay index={index} row={row} mode={reading.labels} small={reading.layout === 4} />
                )}
              </>
            )}
          </Viewport>
        </Suspense>
        {status === 'loading' && <Waiting state={state} />}
        {failure && (
          <ViewportMessage
            failure={failure}
            onRetry={() => (stackFailure ? retry() : handle.current?.retry())}
          />
        )}
        {!series && <ViewportMessage text={t.case.emptyViewport} hint={t.case.emptyViewportHint} />}
      </div>
      <BottomCaption masks={masks} view={view} reading={reading} />
    </section>
  );
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
