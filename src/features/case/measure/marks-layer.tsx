import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { FoundSeries } from '../../../domain/dataset/patient-sessions.ts';
import type { DisplayChain } from '../../../domain/imaging/display-chain.ts';
import type { ImagePoint } from '../../../domain/measure/image-point.ts';
import { isSamePicture, type Mark, type Picture } from '../../../domain/measure/measurement.ts';
import { regionOf } from '../../../domain/measure/region.ts';
import { regionStatistics } from '../../../domain/measure/region-statistics.ts';
import { regionWindow } from '../../../domain/measure/region-window.ts';
import { placedShape } from '../../../domain/measure/shapes.ts';
import { toImage, type ImagePlacement } from '../../../domain/imaging/placement.ts';
import type { ViewState } from '../../../engine/index.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import type { Reading } from '../use-reading.ts';
import { CaptureSheet } from './capture-sheet.tsx';
import { HowTo } from './how-to.tsx';
import { Lens } from './lens.tsx';
import { MarkEntry } from './mark-entry.tsx';
import { MarkHandles, MarkShape } from './mark-shape.tsx';
import styles from './marks-layer.module.css';
import { useMeasuring, type FrontActions } from './measuring.ts';
import { useMarkEdits } from './use-mark-edits.ts';
import { isPageTool } from './reading-tool.ts';
import { onPicture, useDrawnMarks } from './use-drawn-marks.ts';
import { usePicture, usePictureMarks, type ShownPlane } from './use-picture.ts';

interface MarksLayerProps {
  /** The element of the image, over which the pointer is heard. */
  readonly over: RefObject<HTMLElement | null>;
  readonly state: ViewState;
  readonly image: NonNullable<ViewState['image']>;
  readonly chain: DisplayChain;
  /** The series that the image is of. */
  readonly found: FoundSeries;
  readonly placement: ImagePlacement;
  readonly reading: Reading;
  /** Keys and buttons act on this viewport. */
  readonly isActive: boolean;
  readonly activate: () => void;
  readonly plane?: ShownPlane;
}

/** How large what is placed by key is, against the image in view. */
const PLACED = 0.12;

/** The measurements on one image: drawn, selected, moved, and placed by mouse, touch and keys. */
export function MarksLayer(props: MarksLayerProps) {
  const { over, state, image, chain, found, placement, reading, isActive, plane } = props;
  const { series } = found;
  const { t } = useLanguage();
  const measuring = useMeasuring();
  const { selected, select, isShown } = measuring;
  const picture = usePicture(series, image, plane);
  const { marks, scale } = usePictureMarks(picture);
  const drawable = marks.filter(({ tool }) => tool !== 'key');
  const inSight = isShown ? drawable : [];
  const size = useSize(over);
  const { width, height } = size;
  const edits = useMarkEdits(image, picture, marks, found.session.id);
  const tool = reading.leftTool;
  const setRegionWindow = (points: readonly ImagePoint[]): void => {
    const region = regionOf('rectangle', points);
    const values = region && regionStatistics(image, region);
    const view = plane ? reading.active : edits.viewOf(over.current);
    if (values) reading.setChoice(view, { kind: 'manual', ...regionWindow(values, image.attributes) });
  };
  const drawn = useDrawnMarks({
    over,
    image,
    picture,
    placement,
    marks: inSight,
    scale,
    tool,
    selected,
    select,
    onDrawing: measuring.onDrawing,
    onDrawn: edits.add,
    onMoved: edits.move,
    onTaken: props.activate,
    onRegionWindow: setRegionWindow,
  });
  const place = (): void => {
    if (!isPageTool(tool) || tool === 'magnifier') return;
    const centre = onPicture(picture, toImage(placement, [width / 2, height / 2]));
    const reach = (Math.min(width, height) * PLACED) / (Math.hypot(...placement.right) || 1);
    const shape = placedShape(tool === 'region-window' ? 'rectangle' : tool, centre, reach, scale);
    const inside = shape.map((point) => onPicture(picture, point));
    if (tool === 'region-window') setRegionWindow(inside);
    else edits.add(tool, inside, true);
  };
  const [isCapturing, setCapturing] = useState(false);
  useFrontActions(isActive, { toggleKey: edits.toggleKey, capture: () => setCapturing(true), place });

  const chosen = inSight.find(({ id }) => id === selected);
  const svg = useRef<SVGSVGElement>(null);
  useFocusOnTarget(svg, over, picture, chosen);
  useEffect(() => {
    over.current?.style.setProperty('cursor', drawn.cursor);
  }, [over, drawn.cursor]);
  const { entry } = measuring;
  const asked = entry && isSamePicture(entry.mark.picture, picture) ? entry : undefined;
  const { moving, making } = drawn;
  const look = { scale, placement, size };
  return (
    <>
      <svg
        ref={svg}
        className={styles.layer}
        role="group"
        aria-label={t.measure.onImage}
        data-testid="marks"
        data-marks={inSight.length}
      >
        {inSight.map((mark) => (
          <MarkShape
            key={mark.id}
            {...look}
            id={mark.id}
            mark={moving?.id === mark.id ? moving : mark}
            isSelected={mark.id === selected}
          />
        ))}
        {making && <MarkShape {...look} mark={making} isSelected />}
        {asked && <MarkShape {...look} mark={asked.mark} isSelected />}
        {chosen && (
          <MarkHandles
            mark={moving?.id === chosen.id ? moving : chosen}
            placement={placement}
            onStep={(handle, by) => drawn.step(chosen, handle, by)}
            onDone={drawn.stepDone}
          />
        )}
      </svg>
      {drawn.lens && <Lens at={drawn.lens} image={image} chain={chain} placement={placement} />}
      {asked && (
        <MarkEntry
          key={asked.mark.id}
          entry={asked}
          placement={placement}
          width={width}
          height={height}
          onDone={edits.answer}
          onCancel={() => {
            measuring.ask(undefined);
            over.current?.closest('section')?.focus({ preventScroll: true });
          }}
        />
      )}
      {isActive && isPageTool(tool) && !asked && <HowTo tool={tool} set={drawn.set} picture={picture} />}
      {isCapturing && (
        <CaptureSheet
          over={over}
          state={state}
          found={found}
          picture={picture}
          onClose={() => setCapturing(false)}
        />
      )}
    </>
  );
}

/** What buttons and keys elsewhere do with this viewport, while it is in front. */
function useFrontActions(isActive: boolean, actions: FrontActions): void {
  const { onFront } = useMeasuring();
  const tell = useRef(onFront);
  useEffect(() => {
    tell.current = onFront;
    if (isActive) onFront(actions);
  });
  useEffect(() => (isActive ? () => tell.current(undefined) : undefined), [isActive]);
}

/** What was asked for takes the focus, so that the keys go on from there. */
function useFocusOnTarget(
  svg: RefObject<SVGSVGElement | null>,
  over: RefObject<HTMLElement | null>,
  picture: Picture,
  chosen: Mark | undefined,
): void {
  const { target, arrive } = useMeasuring();
  const isTarget =
    target !== undefined &&
    isSamePicture(target.picture, picture) &&
    (target.tool === 'key' || chosen?.id === target.id);
  useEffect(() => {
    if (!isTarget) return;
    const first = svg.current?.querySelector<SVGGElement>('[data-handle]');
    (first ?? over.current?.closest('section'))?.focus({ preventScroll: true });
    arrive();
    // oxlint-disable-next-line react/exhaustive-deps -- Once for each target.
  }, [isTarget]);
}

/** Size of an element, in CSS pixels. */
function useSize(element: RefObject<HTMLElement | null>): {
  readonly width: number;
  readonly height: number;
} {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const observer = new ResizeObserver(() =>
      setSize({ width: current.clientWidth, height: current.clientHeight }),
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
