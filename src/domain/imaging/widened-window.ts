import type { DisplayChain } from './display-chain.ts';
import { equivalentWindow, type CenterWidth } from './equivalent-window.ts';
import type { Pixels } from './pixels.ts';
import { valueDigits } from './value-digits.ts';

/** The window that is shown, so many times as wide about the same centre; of whole numbers at least 1 wide. */
export function widenedWindow(
  chain: Pick<DisplayChain, 'modality' | 'voi'>,
  pixels: Pixels,
  factor: number,
): CenterWidth {
  const { center, width } = equivalentWindow(chain);
  const least = valueDigits(chain, pixels) > 0 ? 0 : 1;
  return { center, width: Math.max(least, width * factor) };
}
