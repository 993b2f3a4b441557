import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { FoundSeries } from '../../domain/dataset/patient-sessions.ts';
import { PLANE_AXES, planeSize, type PatientPlane } from '../../domain/imaging/reslice-grid.ts';
import type { Vector } from '../../domain/imaging/vector.ts';
import type { ImagePlacement } from '../../domain/imaging/placement.ts';
import type { Turn, ViewportHandle, ViewState, ZoomMemory } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { planeStack, type OpenVolume } from '../../session/mpr.ts';
import { BottomCaption } from './captions.tsx';
import { CornerText } from './corner-text.tsx';
import { Crosshair, type BodyAxis } from './crosshair.tsx';
import { EdgeLetters } from './edge-letters.tsx';
import styles from './film-viewport.module.css';
import { LazyViewport } from './lazy-viewport.tsx';
import { MaskOverlay } from './mask-overlay.tsx';
import { MarksLayer } from './measure/marks-layer.tsx';
import { engineTool } from './measure/reading-tool.ts';
import { PlaneCaption, useMade } from './plane-caption.tsx';
import { ProbeValue } from './probe-value.tsx';
import { SliceBar } from './slice-bar.tsx';
import { usePlanePress } from './use-plane-press.ts';
import type { ImageMask } from './use-masks.ts';
import { usePlaneSegments, type OpenMask } from './use-plane-masks.ts';
import { EMPTY_VIEW, maskModeIn, type Reading, type View } from './use-reading.ts';
import { TraceSteps, useTrace } from './use-trace.tsx';
import { viewportAttributes } from './viewport-attributes.ts';
import { ViewportMessage } from './viewport-message.tsx';

interface PlaneViewportProps {
  readonly index: DatasetIndex;
  /** The series that the planes are cut of. */
  readonly found: FoundSeries | undefined;
  readonly reading: Reading;
  readonly open: OpenVolume;
  readonly plane: PatientPlane;
  /** In voxels of the grid. */
  readonly point: Vector;
  readonly zooms: ZoomMemory;
  readonly masks: readonly ImageMask[];
  /** Those that can be cut in planes. */
  readonly openMasks: readonly OpenMask[];
  readonly onMove: (change: Partial<Record<BodyAxis, number>>) => void;
  readonly onStep: (by: number) => void;
  readonly onHandle: (handle: ViewportHandle | null) => void;
}

const NO_MASKS = [] as const;

/** One plane of the body, through the point that all planes share. */
export function PlaneViewport(props: PlaneViewportProps) {
  const { reading, open, plane, point, onMove, onStep, onHandle } = props;
  const { grid } = open;
  const { t } = useLanguage();
  const axes = PLANE_AXES[plane];
  const { mpr } = reading;
  const stack = useMemo(() => planeStack(open, plane, mpr.slab), [open, plane, mpr.slab]);
  const shownPlane = useMemo(() => ({ plane, slab: mpr.slab }), [plane, mpr.slab]);
  const image = useRef<HTMLDivElement>(null);
  const [placement, setPlacement] = useState<ImagePlacement>();
  const trace = useTrace();
  const made = useMade(open, mpr.slab);
  const [shown, setShown] = useState<Pick<View, 'state' | 'turn'>>(EMPTY_VIEW);
  const view = reading.views[reading.active] ?? EMPTY_VIEW;
  const own: View = { ...view, ...shown };
  const { state } = own;
  const segments = usePlaneSegments(open, props.openMasks, plane, state?.slice ?? 0);
  const isActive = mpr.plane === plane;
  const { report, active, setChoice } = reading;
  // The toolbar and the panel speak of the plane that is active.
  const toReport = useRef({ report, active, seriesKey: view.seriesKey });
  useEffect(() => {
    toReport.current = { report, active, seriesKey: view.seriesKey };
  });
  useEffect(() => {
    const { seriesKey, ...to } = toReport.current;
    if (isActive && shown.state && shown.turn) to.report(to.active, { seriesKey, ...shown });
  }, [isActive, shown]);
  const onState = useCallback((next: ViewState, turn: Turn) => setShown({ state: next, turn }), []);
  const handle = useRef<ViewportHandle>(null);
  const offer = useRef({ onHandle, onStep, onMove });
  useEffect(() => {
    offer.current = { onHandle, onStep, onMove };
  });
  useEffect(() => {
    if (!isActive) return undefined;
    offer.current.onHandle({
      step: (by) => offer.current.onStep(by),
      goTo: (slice) => offer.current.onMove({ [axes.layer]: slice }),
      zoom: (direction) => handle.current?.zoom(direction),
      rotate: (degrees) => handle.current?.rotate(degrees),
      flip: (axis) => handle.current?.flip(axis),
      fit: () => handle.current?.fit(),
      actualSize: () => handle.current?.actualSize(),
      reset: () => handle.current?.reset(),
      position: () => handle.current?.position(),
      setPosition: (position) => handle.current?.setPosition(position),
      retry: () => handle.current?.retry(),
    });
    return () => offer.current.onHandle(null);
  }, [isActive, axes]);
  const press = usePlanePress(image, placement, reading.leftTool === 'crosshair', ([x, y]) =>
    onMove({ [axes.column]: Math.floor(x), [axes.row]: Math.floor(y) }),
  );
  const status = state?.status === 'empty' ? 'loading' : (state?.status ?? 'loading');
  const activate = (): void => mpr.setPlane(plane);

  return (
    <section
      className={styles.film}
      aria-label={t.case.viewport(t.ct.planes[plane])}
      data-active={isActive}
      onPointerDown={activate}
      onFocus={activate}
      onDoubleClick={mpr.toggleAlone}
      tabIndex={0}
      data-plane={plane}
      data-status={status}
      data-image={state?.path ?? ''}
      {...viewportAttributes(state, planeSize(grid, plane).layers, placement)}
    >
      <PlaneCaption
        found={props.found}
        view={own}
        open={open}
        plane={plane}
        point={point}
        slab={mpr.slab}
        trace={trace}
      />
      <div ref={image} className={styles.image} {...press}>
        <LazyViewport
          id={`plane-${plane}`}
          stack={stack}
          firstSlice={point[axes.layer]}
          zooms={props.zooms}
          projection=""
          display={view.display}
          leftTool={engineTool(reading.leftTool)}
          onState={onState}
          onPlacement={setPlacement}
          onStep={onStep}
          onWindow={(next) => setChoice(active, next)}
          ref={handle}
        >
          {state?.image && placement && status !== 'error' && (
            <>
              <MaskOverlay
                segments={segments}
                placement={placement}
                mode={maskModeIn(reading, own)}
                reading={reading}
                over={image}
              />
              <Crosshair
                plane={plane}
                grid={grid}
                point={point}
                placement={placement}
                onMove={(axis, to) => onMove({ [axis]: to })}
              />
              <EdgeLetters image={state.image} turn={own.turn} />
              {state.chain && props.found && (
                <MarksLayer
                  over={image}
                  state={state}
                  image={state.image}
                  chain={state.chain}
                  found={props.found}
                  placement={placement}
                  reading={reading}
                  isActive={isActive}
                  activate={activate}
                  plane={shownPlane}
                />
              )}
              {reading.cornerText && props.found && plane === 'axial' && (
                <CornerText
                  index={props.index}
                  found={props.found}
                  image={state.image}
                  personal={reading.personal}
                />
              )}
            </>
          )}
        </LazyViewport>
        <TraceSteps trace={trace} state={state} made={made} over={image} placement={placement} />
        {status === 'error' && state?.failure && <ViewportMessage failure={state.failure} />}
      </div>
      {state && <SliceBar stack={stack} state={state} onGo={(slice) => onMove({ [axes.layer]: slice })} />}
      <BottomCaption
        masks={plane === 'axial' ? props.masks : NO_MASKS}
        segments={segments}
        view={own}
        reading={reading}
      >
        <ProbeValue over={image} state={state} placement={placement} />
      </BottomCaption>
    </section>
  );
}
