import type { DisplayChain } from './display-chain.ts';
import { equivalentWindow } from './equivalent-window.ts';
import type { Pixels } from './pixels.ts';
import { valueDigits } from './value-digits.ts';
import type { VoiChoice } from './voi.ts';

/** CSS pixels in which a drag doubles a window. */
const DRAG_STEPS = 500;

/**
 * The window of a chain moved by a drag: to the right wider, downwards darker. Colours have none.
 * @param drag right and down, in CSS pixels.
 */
export function draggedWindow(
  chain: DisplayChain,
  pixels: Pixels,
  modality: string | undefined,
  [dx, dy]: readonly [number, number],
): VoiChoice | undefined {
  if (pixels.kind === 'rgb') return undefined;
  const { center, width } = equivalentWindow(chain);
  // Whole numbers make no window narrower than 1; of others any width may be what is looked for.
  const hasDigits = valueDigits(chain, pixels) > 0;
  const step = hasDigits ? width / DRAG_STEPS : dragStep(modality, width);
  const least = hasDigits ? step : 1;
  return { kind: 'manual', center: center + dy * step, width: Math.max(least, width + dx * step) };
}

/** Units of the window per CSS pixel: 4 HU for CT as in OHIF, for films a thousandth of the window or more. */
function dragStep(modality: string | undefined, width: number): number {
  if (modality === 'CT') return 4;
  return Math.max(1, width / DRAG_STEPS);
}
