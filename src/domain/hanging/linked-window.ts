import type { CenterWidth } from '../imaging/equivalent-window.ts';
import { voiChoices, type VoiChoice, type VoiOption } from '../imaging/voi.ts';

/** What a window means on one image. */
export interface WindowContext {
  /** Values are Hounsfield units, which mean the same on every image. */
  readonly isCt: boolean;
  /** The window that the image opens with, in its modality units. */
  readonly own: CenterWidth;
  readonly offers: Parameters<typeof voiChoices>[0];
}

const isSame = (a: VoiChoice, { choice: b }: VoiOption): boolean =>
  a.kind === b.kind && (!('index' in a) || !('index' in b) || a.index === b.index);

/**
 * The choice that shows one image as another is shown. A window goes over as it is between CTs; values of films mean
 * something else on each, so there it keeps its place and width against the window that the film opens with. What the
 * other file does not offer becomes its own first choice.
 */
export function linkedChoice(
  choice: VoiChoice | undefined,
  from: WindowContext,
  to: WindowContext,
): VoiChoice | undefined {
  if (!choice) return undefined;
  if (choice.kind !== 'preset' && choice.kind !== 'manual')
    return choice.kind === 'none' || voiChoices(to.offers).some((option) => isSame(choice, option))
      ? choice
      : undefined;
  if (from.isCt && to.isCt) return choice;
  if (from.isCt !== to.isCt) return undefined;
  const scale = to.own.width / from.own.width;
  return {
    kind: 'manual',
    center: to.own.center + (choice.center - from.own.center) * scale,
    width: choice.width * scale,
  };
}
