import { inputOf, slotOf, type MouseAction, type MouseBindings } from '../domain/controls/mouse.ts';
import { Fingers } from './fingers.ts';
import type { Place } from './move-camera.ts';
import { turnedBy, WheelSteps } from './wheel-steps.ts';

/** What the left mouse button and one finger do; the crosshairs are the page's, and leave both to it. */
export type LeftTool = 'window' | 'pan' | 'zoom' | 'scroll' | 'crosshair';

/** What mouse and fingers ask of a viewport. Lengths are CSS pixels, places are on its element. */
export interface ToolActions {
  window(dx: number, dy: number): void;
  pan(dx: number, dy: number): void;
  zoom(factor: number, fixed: Place): void;
  step(slices: number): void;
}

/** What the user has chosen, asked for at each press. */
export interface ToolChoices {
  readonly left: LeftTool;
  readonly mouse: MouseBindings;
}

/** CSS pixels of a drag that go one slice further. */
const PIXELS_PER_SLICE = 8;
/** Slices of a step that goes fast. */
const FAST = 10;
/** A drag over the height of the viewport enlarges e⁵ times, as in OHIF; downwards enlarges. */
const ZOOM_PER_HEIGHT = 5;
/** Enlargement of one notch of the wheel, and of each pixel that two fingers on a pad go. */
const ZOOM_PER_NOTCH = 1.1;
const ZOOM_PER_PIXEL = 1.01;
interface Drag {
  readonly pointer: number;
  readonly action: MouseAction | LeftTool;
  readonly start: Place;
  last: Place;
  /** CSS pixels not yet worth a slice. */
  rest: number;
}

/**
 * Mouse, pen and fingers over one viewport. What lies over the image has the left button and one finger to itself; the
 * other buttons, the wheel and two fingers are heard everywhere in the area.
 */
export class PointerTools {
  readonly #area: HTMLElement;
  readonly #image: HTMLElement;
  readonly #choices: () => ToolChoices;
  readonly #act: ToolActions;
  readonly #listening = new AbortController();
  readonly #wheel = new WheelSteps();
  readonly #fingers: Fingers;
  #drag: Drag | undefined;
  /** The right button went down here: its menu may come later and elsewhere. */
  #menuIsOurs = false;

  constructor(area: HTMLElement, image: HTMLElement, choices: () => ToolChoices, act: ToolActions) {
    this.#area = area;
    this.#image = image;
    this.#choices = choices;
    this.#act = act;
    const { signal } = this.#listening;
    this.#fingers = new Fingers(
      area,
      this.#placeOf,
      {
        onOne: (event) => this.#isOnImage(event) && this.#begin(event, choices().left),
        onTwo: () => (this.#drag = undefined),
        onPinch: ({ factor, middle, dx, dy }) => {
          act.zoom(factor, middle);
          act.pan(dx, dy);
        },
      },
      signal,
    );
    area.addEventListener('pointerdown', this.#onDown, { signal });
    area.addEventListener('pointermove', this.#onMove, { signal });
    area.addEventListener('pointerup', this.#onUp, { signal });
    area.addEventListener('pointercancel', this.#onUp, { signal });
    area.addEventListener('mousedown', this.#onMouseDown, { signal });
    area.addEventListener('wheel', this.#onWheel, { signal, passive: false });
    document.addEventListener('pointerdown', this.#onAnyDown, { signal, capture: true });
    document.addEventListener('contextmenu', this.#onMenu, { signal, capture: true });
  }

  dispose(): void {
    this.#listening.abort();
  }

  readonly #placeOf = ({ clientX, clientY }: MouseEvent): Place => {
    const { left, top } = this.#image.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };

  readonly #isOnImage = ({ target }: Event): boolean =>
    target === this.#area || (target instanceof Node && this.#image.contains(target));

  readonly #onDown = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return this.#fingers.press(event);
    const input = inputOf(event.button);
    const slot = input && slotOf(input, event);
    if (this.#drag || !slot || (input === 'left' && !this.#isOnImage(event))) return;
    const { left, mouse } = this.#choices();
    this.#begin(event, slot === 'left' ? left : mouse[slot]);
  };

  #begin(event: PointerEvent, action: MouseAction | LeftTool): void {
    if (action === 'none' || action === 'crosshair') return;
    const at = this.#placeOf(event);
    this.#drag = { pointer: event.pointerId, action, start: at, last: at, rest: 0 };
    this.#area.setPointerCapture(event.pointerId);
  }

  readonly #onMove = (event: PointerEvent): void => {
    this.#fingers.move(event);
    const drag = this.#drag;
    if (drag?.pointer !== event.pointerId) return;
    const at = this.#placeOf(event);
    const [dx, dy] = [at[0] - drag.last[0], at[1] - drag.last[1]];
    drag.last = at;
    this.#dragBy(drag, dx, dy);
  };

  #dragBy(drag: Drag, dx: number, dy: number): void {
    switch (drag.action) {
      case 'window':
        return this.#act.window(dx, dy);
      case 'pan':
        return this.#act.pan(dx, dy);
      case 'zoom':
        return this.#act.zoom(Math.exp((ZOOM_PER_HEIGHT * dy) / this.#image.clientHeight), drag.start);
      case 'scroll':
      case 'fast-scroll': {
        drag.rest += dy;
        const steps = Math.trunc(drag.rest / PIXELS_PER_SLICE);
        drag.rest -= steps * PIXELS_PER_SLICE;
        return this.#step(steps, drag.action);
      }
      case 'crosshair':
      case 'none':
    }
  }

  #step(steps: number, action: MouseAction | LeftTool): void {
    if (steps !== 0) this.#act.step(action === 'fast-scroll' ? FAST * steps : steps);
  }

  readonly #onUp = (event: PointerEvent): void => {
    // Our own word to what lies over the image.
    if (!event.isTrusted) return;
    if (this.#drag?.pointer === event.pointerId) this.#drag = undefined;
    this.#fingers.lift(event);
  };

  readonly #onMouseDown = (event: MouseEvent): void => {
    if (event.button !== 1) return;
    // The browser would begin to scroll; without that, it also leaves the focus where it was.
    event.preventDefault();
    this.#area.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
  };

  readonly #onWheel = (event: WheelEvent): void => {
    // Over an image the page neither scrolls nor zooms, whatever the wheel is set to do.
    event.preventDefault();
    const slot = slotOf('wheel', event);
    const action = slot ? this.#choices().mouse[slot] : 'none';
    const pixels = turnedBy(event);
    if (action !== 'zoom') return action === 'none' ? undefined : this.#step(this.#wheel.add(pixels), action);
    const steps = this.#wheel.add(pixels);
    // Two fingers on a pad come as many small turns with Ctrl, and the picture follows each.
    const isPad = event.deltaMode === 0 && Math.abs(pixels) < 50;
    const factor = isPad ? ZOOM_PER_PIXEL ** -pixels : ZOOM_PER_NOTCH ** -steps;
    this.#act.zoom(factor, this.#placeOf(event));
  };

  readonly #onAnyDown = (event: PointerEvent): void => {
    this.#menuIsOurs =
      event.button === 2 && event.target instanceof Node && this.#area.contains(event.target);
  };

  /** No menu over an image: after the right button, where that let go too, and after a long press. */
  readonly #onMenu = (event: MouseEvent): void => {
    const isHere = event.target instanceof Node && this.#area.contains(event.target);
    if (isHere || this.#menuIsOurs) event.preventDefault();
  };
}
