import type { Place } from './move-camera.ts';
import { isDoubleTap, isTap, pinchBetween, type Pinch, type Tap } from './touches.ts';

interface Finger {
  readonly target: EventTarget | null;
  readonly start: Place;
  readonly down: number;
  at: Place;
  strayed: number;
}

/** What the fingers on a viewport are about. */
export interface FingerEvents {
  /** One finger went down; nothing else is. */
  onOne(event: PointerEvent): void;
  /** A second one joined it: whatever the first had begun is given up. */
  onTwo(): void;
  onPinch(pinch: Pinch): void;
}

/** Milliseconds after a touch in which a double click of the browser is the same one again. */
const SAME_TOUCH = 1_000;

/**
 * The fingers on an area. Two of them move and enlarge the picture at once; nothing else begins until all are lifted.
 * Two short taps are a double click.
 */
export class Fingers {
  readonly #area: HTMLElement;
  readonly #placeOf: (event: MouseEvent) => Place;
  readonly #events: FingerEvents;
  readonly #down = new Map<number, Finger>();
  #isPinching = false;
  #tap: Tap | undefined;
  #touchedAt = -Infinity;

  constructor(
    area: HTMLElement,
    placeOf: (event: MouseEvent) => Place,
    events: FingerEvents,
    signal: AbortSignal,
  ) {
    this.#area = area;
    this.#placeOf = placeOf;
    this.#events = events;
    area.addEventListener('dblclick', this.#onDoubleClick, { signal, capture: true });
  }

  press(event: PointerEvent): void {
    const at = this.#placeOf(event);
    this.#touchedAt = event.timeStamp;
    const { target, timeStamp, pointerId } = event;
    this.#down.set(pointerId, { target, start: at, down: timeStamp, at, strayed: 0 });
    if (this.#down.size === 1) return this.#events.onOne(event);
    event.stopPropagation();
    if (!this.#isPinching) this.#beginPinch();
  }

  #beginPinch(): void {
    this.#isPinching = true;
    this.#tap = undefined;
    this.#events.onTwo();
    for (const [pointerId, { target }] of this.#down) {
      // What one finger had begun over the image ends here.
      target?.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true, pointerId }));
      this.#area.setPointerCapture(pointerId);
    }
  }

  move(event: PointerEvent): void {
    const finger = this.#down.get(event.pointerId);
    if (!finger) return;
    const [first, second] = [...this.#down.values()];
    const before = first && second && ([first.at, second.at] as const);
    finger.at = this.#placeOf(event);
    const [dx, dy] = [finger.at[0] - finger.start[0], finger.at[1] - finger.start[1]];
    finger.strayed = Math.max(finger.strayed, Math.hypot(dx, dy));
    if (!this.#isPinching) return;
    event.stopPropagation();
    if (before && (finger === first || finger === second))
      this.#events.onPinch(pinchBetween(before, [first.at, second.at]));
  }

  lift(event: PointerEvent): void {
    const finger = this.#down.get(event.pointerId);
    if (!finger) return;
    this.#touchedAt = event.timeStamp;
    this.#down.delete(event.pointerId);
    if (this.#isPinching) {
      event.stopPropagation();
      if (this.#down.size === 0) this.#isPinching = false;
    } else if (event.type === 'pointerup') this.#onLifted(finger, event);
  }

  #onLifted({ start, down, strayed }: Finger, event: PointerEvent): void {
    const tap: Tap = { at: start, down, up: event.timeStamp, strayed };
    const isDouble = isTap(tap) && isDoubleTap(this.#tap, tap);
    this.#tap = isTap(tap) && !isDouble ? tap : undefined;
    if (!isDouble) return;
    const { clientX, clientY } = event;
    event.target?.dispatchEvent(
      new MouseEvent('dblclick', { bubbles: true, cancelable: true, clientX, clientY }),
    );
  }

  /** Some browsers make a double click of a double tap, others do not. */
  readonly #onDoubleClick = (event: MouseEvent): void => {
    if (event.isTrusted && event.timeStamp - this.#touchedAt < SAME_TOUCH) event.stopPropagation();
  };
}
