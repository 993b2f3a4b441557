import type { ImagePlacement } from '../../domain/imaging/placement.ts';
import type { ViewState } from '../../engine/index.ts';

/** What a viewport says of itself to outside tools, whatever it shows: names that they rely on. */
export function viewportAttributes(
  state: Pick<ViewState, 'slice' | 'chain'> | undefined,
  slices: number,
  placement: ImagePlacement | undefined,
) {
  const { voi, choice, polarity } = state?.chain ?? {};
  const window = voi?.kind === 'window' ? voi : undefined;
  return {
    'data-testid': 'viewport',
    'data-slice': state?.slice ?? 0,
    'data-slices': slices,
    'data-voi': choice?.kind ?? 'none',
    'data-center': window?.center ?? '',
    'data-width': window?.width ?? '',
    'data-inverted': polarity?.inverted ?? false,
    'data-scale': placement ? Math.hypot(...placement.right) : '',
  };
}
