import { CT_PRESETS } from '../imaging/ct-presets.ts';
import type { VoiChoice } from '../imaging/voi.ts';
import type { CaseContents } from './case-contents.ts';
import type { HangingStage, Layout, Link, Selector, ViewportRule } from './protocol.ts';

/** What a viewport shows now. */
export interface ShownView {
  readonly key: string | undefined;
  readonly choice: VoiChoice | undefined;
  readonly masks: 'on' | 'off' | undefined;
}

/** What the image in a viewport is, or of which viewport before it the image is. */
function selectorOf(views: readonly ShownView[], at: number, { images }: CaseContents): Selector {
  const key = views[at]?.key;
  const before = views.findIndex((view) => key !== undefined && view.key === key);
  if (before >= 0 && before < at) return { sameAs: before };
  const image = images.find((one) => one.key === key);
  return image ? { kind: image.kind, when: image.when } : { when: 'current' };
}

/**
 * The stage that hangs such images again as they hang now. Windows are kept where they are presets: others are of one
 * image.
 * @param views of the layout, from the upper left.
 */
export function stageFromViews(
  layout: Layout,
  views: readonly ShownView[],
  links: readonly Link[],
  contents: CaseContents,
): HangingStage {
  const viewports = views.map(({ key, choice, masks }, at): ViewportRule => {
    const preset =
      choice?.kind === 'preset' &&
      CT_PRESETS.find(({ center, width }) => center === choice.center && width === choice.width);
    return {
      select: selectorOf(views, at, contents),
      ...(preset && { window: preset.id }),
      ...(masks && { masks }),
      ...(key === undefined && { optional: true }),
    };
  });
  return { layout, viewports, links };
}
