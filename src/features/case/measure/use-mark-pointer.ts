import { useEffect, useRef, type RefObject } from 'react';
import { pointerOn } from '../pointer-on.ts';

type Screen = readonly [x: number, y: number];

/** What the layer does with the pointer, in CSS pixels of the image's element. */
export interface PointerActions {
  /**
   * Takes the press: `alone`, so that nothing below hears of it, or `shared` with what counts fingers. Undefined leaves
   * it to whatever is below.
   */
  press(at: Screen): 'alone' | 'shared' | undefined;
  /** @param isHeld the press that was taken still lasts. */
  move(at: Screen, isHeld: boolean): void;
  /** @param moved whether the pointer went further than a hand trembles. */
  release(at: Screen, moved: boolean): void;
  cancel(): void;
  leave(): void;
  /** Whether a double click is the layer's own, and not one on the image. */
  ownsDoubleClick(at: Screen): boolean;
}

/** CSS pixels that a click may move. */
const SLACK = 4;

/** What has a use for the pointer itself. */
const CONTROLS = 'button, input, form, a';

/**
 * Hears the left button over an image before the engine does; the middle and the right button, the wheel and two fingers
 * never come here.
 */
export function useMarkPointer(over: RefObject<HTMLElement | null>, actions: PointerActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const element = over.current;
    if (!element) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    let held: { readonly id: number; readonly from: Screen; moved: boolean } | undefined;
    // With a modifier the left button is the engine's.
    const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey, target }: PointerEvent): boolean =>
      button === 0 &&
      !(ctrlKey || metaKey || shiftKey || altKey) &&
      !(target instanceof Element && target.closest(CONTROLS));
    const onCancel = (): void => {
      if (held) latest.current.cancel();
      held = undefined;
    };
    const onDown = (event: PointerEvent): void => {
      // A second finger means to pan or to zoom.
      if (held && event.pointerId !== held.id) return onCancel();
      if (!isPlain(event) || !event.isPrimary) return;
      const from = pointerOn(element, event);
      const taken = latest.current.press(from);
      if (!taken) return;
      if (taken === 'alone') event.stopPropagation();
      // What else is pressed over the image looks at this; the focus comes by hand then.
      event.preventDefault();
      element.closest('section')?.focus({ preventScroll: true });
      element.setPointerCapture(event.pointerId);
      held = { id: event.pointerId, from, moved: false };
    };
    const onMove = (event: PointerEvent): void => {
      const at = pointerOn(element, event);
      if (held && Math.hypot(at[0] - held.from[0], at[1] - held.from[1]) > SLACK) held.moved = true;
      if (!held && event.buttons !== 0) return;
      latest.current.move(at, held !== undefined);
    };
    const onUp = (event: PointerEvent): void => {
      if (held?.id !== event.pointerId) return;
      const { moved } = held;
      held = undefined;
      latest.current.release(pointerOn(element, event), moved);
    };
    const onDouble = (event: MouseEvent): void => {
      if (latest.current.ownsDoubleClick(pointerOn(element, event))) event.stopPropagation();
    };
    const early = { signal, capture: true };
    element.addEventListener('pointerdown', onDown, early);
    element.addEventListener('dblclick', onDouble, early);
    element.addEventListener('pointermove', onMove, { signal });
    element.addEventListener('pointerup', onUp, { signal });
    element.addEventListener('pointercancel', onCancel, { signal });
    element.addEventListener('pointerleave', () => !held && latest.current.leave(), { signal });
    return () => listening.abort();
  }, [over]);
}
