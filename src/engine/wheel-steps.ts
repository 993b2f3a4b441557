/** A turn of the wheel as the browser tells it; `deltaMode` 0 counts pixels, 1 lines, 2 pages. */
export interface WheelTurn {
  readonly deltaX: number;
  readonly deltaY: number;
  readonly deltaMode: number;
}

/** Pixels of a line, and of a page. */
const PIXELS: Readonly<Record<number, number>> = { 1: 40, 2: 800 };
/** A notch of a mouse is at least this many pixels; less comes from a pad, many times a second. */
const NOTCH = 50;
/** One notch, as most systems count it. */
const WHOLE_NOTCH = 120;
/** Pixels on a pad that make a step. */
const PAD_STEP = 40;

/** How far a wheel was turned in pixels; with Shift some browsers turn it sideways. */
export function turnedBy({ deltaX, deltaY, deltaMode }: WheelTurn): number {
  const delta = Math.abs(deltaY) >= Math.abs(deltaX) ? deltaY : deltaX;
  return delta * (PIXELS[deltaMode] ?? 1);
}

/** Counts steps: each notch of a mouse is one, whatever the system makes of it; a pad is added up. */
export class WheelSteps {
  #rest = 0;

  add(pixels: number): number {
    if (Math.abs(pixels) >= NOTCH) {
      this.#rest = 0;
      return Math.sign(pixels) * Math.max(1, Math.round(Math.abs(pixels) / WHOLE_NOTCH));
    }
    // The other way begins anew.
    if (pixels * this.#rest < 0) this.#rest = 0;
    this.#rest += pixels;
    const steps = Math.trunc(this.#rest / PAD_STEP);
    this.#rest -= steps * PAD_STEP;
    return steps;
  }
}
