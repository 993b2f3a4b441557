import { useEffect, useState, type RefObject } from 'react';
import { previewPoints, type Drawing } from '../../../domain/measure/drawing.ts';
import type { ImagePoint } from '../../../domain/measure/image-point.ts';
import type { MeasureTool } from '../../../domain/measure/mark-tool.ts';
import { placeKey, type Mark, type Picture } from '../../../domain/measure/measurement.ts';
import type { ValuedImage } from '../../../domain/measure/region-statistics.ts';
import type { Scale } from '../../../domain/measure/scale.ts';
import { completeShape } from '../../../domain/measure/shapes.ts';
import { toImage, toScreen, type ImagePlacement } from '../../../domain/imaging/placement.ts';
import { pointerOn } from '../pointer-on.ts';
import { hitTest, type Hit } from './hit-test.ts';
import type { DrawnMark } from './mark-shape.tsx';
import { isPageTool, type PageTool, type ReadingTool } from './reading-tool.ts';
import { useDrawing } from './use-drawing.ts';
import { useHeldMark } from './use-held-mark.ts';
import { useMarkPointer } from './use-mark-pointer.ts';
import { statisticsBelow } from './values-below.ts';

type Screen = ReturnType<typeof pointerOn>;

/** The picture that is drawn on, and what is to be done with what is drawn. */
export interface DrawnOn {
  readonly over: RefObject<HTMLElement | null>;
  readonly image: ValuedImage;
  readonly picture: Picture;
  readonly placement: ImagePlacement;
  /** Those in sight. */
  readonly marks: readonly Mark[];
  readonly scale: Scale;
  readonly tool: ReadingTool;
  readonly selected: string | undefined;
  readonly select: (id: string | undefined) => void;
  /** Is told what takes back what is being drawn, while something is. */
  readonly onDrawing: (cancel: (() => void) | undefined) => void;
  readonly onDrawn: (tool: MeasureTool, points: readonly ImagePoint[]) => void;
  /** A mark is taken in hand here. */
  readonly onTaken: () => void;
  readonly onMoved: (mark: Mark, points: readonly ImagePoint[]) => void;
  readonly onRegionWindow: (points: readonly ImagePoint[]) => void;
}

/** What draws a tool: a region window is a rectangle that does not stay. */
const drawnAs = (tool: PageTool): MeasureTool | undefined =>
  tool === 'magnifier' ? undefined : tool === 'region-window' ? 'rectangle' : tool;

/** The nearest point of a picture. */
export const onPicture = ({ columns, rows }: Picture, [x, y]: ImagePoint): ImagePoint => [
  Math.max(0, Math.min(columns, x)),
  Math.max(0, Math.min(rows, y)),
];

/** A drawing as a mark that is not yet one. */
function madeOf(drawing: Drawing, { image, picture, scale, tool }: DrawnOn): DrawnMark {
  const points = previewPoints(drawing);
  return {
    tool: drawing.tool,
    points: drawing.tool === 'bidirectional' ? completeShape('bidirectional', points, scale) : points,
    text: '',
    picture,
    ...(tool !== 'region-window' && statisticsBelow(image, drawing.tool, points, true)),
  };
}

/** Draws, selects and moves marks by the pointer, and by keys through `step` and `stepDone`. */
export function useDrawnMarks(on: DrawnOn) {
  const { placement, picture, image, scale, tool, marks, selected, select } = on;
  const [hover, setHover] = useState<Hit>();
  const [lens, setLens] = useState<Screen>();
  const held = useHeldMark(picture, scale, on.onMoved);
  const drawing = useDrawing(placement, on.onDrawing, (drawn, points) => {
    if (tool === 'region-window') on.onRegionWindow(points);
    else on.onDrawn(drawn, completeShape(drawn, points, scale));
  });
  const pointAt = (at: Screen): ImagePoint => onPicture(picture, toImage(placement, at));
  const hitAt = (at: Screen): Hit | undefined =>
    hitTest({ marks, scale, placement, selected, others: !isPageTool(tool) }, at);
  const cancel = (): void => {
    drawing.drop();
    held.drop();
    setLens(undefined);
  };
  useMarkPointer(on.over, {
    press(at) {
      const hit = drawing.isDrawing() ? undefined : hitAt(at);
      if (hit) {
        on.onTaken();
        select(hit.mark.id);
        held.take(hit, pointAt(at));
        return 'alone';
      }
      if (!isPageTool(tool)) {
        if (selected !== undefined) select(undefined);
        return undefined;
      }
      const drawn = drawnAs(tool);
      if (drawn === undefined) setLens(at);
      else drawing.press(drawn, pointAt(at));
      return 'shared';
    },
    move(at, isPressed) {
      if (held.isHeld()) return held.move(pointAt(at));
      if (drawing.isDrawing()) return drawing.move(pointAt(at));
      if (isPressed) return setLens(at);
      const hit = hitAt(at);
      if (hit?.mark !== hover?.mark || hit?.part !== hover?.part) setHover(hit);
    },
    release(at, hasMoved) {
      setLens(undefined);
      // A hand that trembles moves nothing.
      if (held.isHeld()) return hasMoved ? held.letGo() : held.drop();
      drawing.release(pointAt(at), hasMoved);
    },
    cancel,
    leave: () => setHover(undefined),
    ownsDoubleClick: (at) => isPageTool(tool) || hitAt(at) !== undefined,
  });
  // Another tool or another picture begins with nothing drawn.
  const key = placeKey(picture.place);
  // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies -- They are what ends it.
  useEffect(() => cancel, [tool, key]);

  const part = (held.hit ?? hover)?.part;
  return {
    making: drawing.shown && madeOf(drawing.shown, on),
    moving:
      held.hit && held.points
        ? {
            ...held.hit.mark,
            points: held.points,
            ...statisticsBelow(image, held.hit.mark.tool, held.points, true),
          }
        : undefined,
    lens,
    /** A value of CSS; empty for the engine's own. */
    cursor: part === undefined ? (isPageTool(tool) ? 'crosshair' : '') : part === 'whole' ? 'move' : 'grab',
    /** Points that are set of what is being drawn. */
    set: drawing.shown?.points.length ?? 0,
    /** Moves a point of a mark by so many CSS pixels. */
    step: (mark: Mark, handle: number, [dx, dy]: readonly [number, number]): void =>
      held.step(mark, handle, (point) => {
        const [x, y] = toScreen(placement, point);
        return pointAt([x + dx, y + dy]);
      }),
    stepDone: held.letGo,
  };
}
