import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react';

/** CSS pixels that a press may move and still be a press. */
const SLACK = 6;

export interface SeriesDrag {
  /** The series that is being dragged. */
  readonly dragged: string | undefined;
  /** The viewport below the pointer. */
  readonly over: number | undefined;
  /** To be called when the pointer goes down on a series. */
  readonly begin: (event: ReactPointerEvent, seriesKey: string) => void;
}

const viewportAt = ({ clientX, clientY }: PointerEvent): number | undefined => {
  const found = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-testid=viewport]');
  return found?.dataset['view'] === undefined ? undefined : Number(found.dataset['view']);
};

/**
 * Dragging a series from the strip onto a viewport, by pointer events: those of HTML drag and drop do not begin on
 * buttons in every browser. Escape calls it off. The keyboard's way is in the strip itself.
 */
export function useSeriesDrag(onDrop: (view: number, seriesKey: string) => void): SeriesDrag {
  const [state, setState] = useState<Pick<SeriesDrag, 'dragged' | 'over'>>(IDLE);
  const drop = useRef(onDrop);
  const stop = useRef<() => void>(undefined);
  useEffect(() => {
    drop.current = onDrop;
  });
  useEffect(() => () => stop.current?.(), []);

  const begin = (down: ReactPointerEvent, seriesKey: string): void => {
    if (down.button !== 0) return;
    const listening = new AbortController();
    const { signal } = listening;
    let isDragging = false;
    const end = (): void => {
      listening.abort();
      setState(IDLE);
    };
    stop.current = end;
    const onMove = (event: PointerEvent): void => {
      isDragging ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > SLACK;
      if (isDragging) setState({ dragged: seriesKey, over: viewportAt(event) });
    };
    const onUp = (event: PointerEvent): void => {
      const view = isDragging ? viewportAt(event) : undefined;
      end();
      if (view !== undefined) drop.current(view, seriesKey);
    };
    window.addEventListener('pointermove', onMove, { signal });
    window.addEventListener('pointerup', onUp, { signal });
    window.addEventListener('pointercancel', end, { signal });
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(), { signal });
  };
  return { ...state, begin };
}

const IDLE = { dragged: undefined, over: undefined };
