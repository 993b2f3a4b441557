import type { DisplayChain } from './display-chain.ts';
import { applyVoi, MAX_GREY, type VoiTransform } from './voi.ts';

/** Centre and width in modality units. */
export interface CenterWidth {
  readonly center: number;
  readonly width: number;
}

/** Greys between which a VOI LUT is taken for a straight line. */
const LOW_GREY = 0.1 * MAX_GREY;
const HIGH_GREY = 0.9 * MAX_GREY;

/** The first input of a LUT at which it passes a grey on its way from end to end. */
function inputAt(voi: VoiTransform & { kind: 'lut' }, grey: number): number {
  const { firstMapped, entries } = voi.lut;
  const last = firstMapped + entries.length - 1;
  const rises = applyVoi(voi, last) >= applyVoi(voi, firstMapped);
  let [low, high] = [firstMapped, last];
  // Published LUTs are monotonic; for others any crossing will do.
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (applyVoi(voi, middle) < grey === rises) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The window that shows about the same as what is shown now, from which a drag goes on. That of a window is
 * itself; a LUT is taken for the straight line through its 10 % and 90 % points.
 */
export function equivalentWindow({ voi }: Pick<DisplayChain, 'voi'>): CenterWidth {
  if (voi.kind === 'window') return { center: voi.center, width: voi.width };
  const [low, high] = [inputAt(voi, LOW_GREY), inputAt(voi, HIGH_GREY)];
  const width = Math.max(1, Math.abs(high - low) / 0.8);
  return { center: (low + high) / 2, width };
}
