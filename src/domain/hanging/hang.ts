import { CT_PRESETS, type CtPreset } from '../imaging/ct-presets.ts';
import type { VoiChoice } from '../imaging/voi.ts';
import { IN_ORDER } from './built-in-protocols.ts';
import type { CaseContents, HangingImage } from './case-contents.ts';
import { MOST_VIEWPORTS } from './hang-series.ts';
import type { HangingProtocol, HangingStage, ImageRule, Layout, Link, Selector } from './protocol.ts';

/** What one viewport is to show. */
export interface HungView {
  /** Key of its series; undefined for an empty viewport. */
  readonly key: string | undefined;
  /** The same object for the same window; undefined for that of the file. */
  readonly choice: VoiChoice | undefined;
  readonly masks: 'on' | 'off' | undefined;
}

export interface HungStage {
  /** As many as a page can have. */
  readonly views: readonly HungView[];
  readonly layout: Layout;
  readonly links: readonly Link[];
  readonly isCine: boolean;
  /** Every viewport has the image that it asks for. */
  readonly isWhole: boolean;
}

const meets = (rule: ImageRule, { kind, when, hasMasks }: HangingImage): boolean =>
  (rule.kind === undefined || rule.kind === kind) &&
  (rule.when === undefined || rule.when === when) &&
  (rule.masks === undefined || hasMasks);

/** Whether a case holds what a protocol needs. */
export const fitsCase = ({ needs }: HangingProtocol, { images }: CaseContents): boolean =>
  needs.every((need) => images.filter((image) => meets(need, image)).length >= need.atLeast);

const PRESET_CHOICES: ReadonlyMap<CtPreset['id'], VoiChoice> = new Map(
  CT_PRESETS.map(({ id, center, width }) => [id, { kind: 'preset', center, width }]),
);

const isRule = (select: Selector): select is ImageRule => !('sameAs' in select);

/** The images of selectors in turn: each takes the first that no selector before it took. */
function selectedKeys(stage: HangingStage, { images }: CaseContents): readonly (string | undefined)[] {
  const taken: (string | undefined)[] = [];
  for (const { select: one } of stage.viewports) {
    const found = isRule(one)
      ? images.find((image) => meets(one, image) && !taken.includes(image.key))?.key
      : taken[one.sameAs];
    taken.push(found);
  }
  return taken;
}

/**
 * What the viewports show in one stage. No image hangs twice unless a selector asks for it; a viewport whose selector
 * finds nothing shows the next series of the session that is read, in the window of its file, as do viewports that the
 * stage does not name.
 */
export function hangStage(stage: HangingStage, contents: CaseContents): HungStage {
  const selected = selectedKeys(stage, contents);
  const rest = contents.usual.filter((key) => !selected.includes(key));
  const views = Array.from({ length: MOST_VIEWPORTS }, (_, at): HungView => {
    const { window, masks } = stage.viewports[at] ?? {};
    const key = selected[at];
    if (key === undefined) return { key: rest.shift(), choice: undefined, masks: undefined };
    return { key, choice: window && PRESET_CHOICES.get(window), masks };
  });
  return {
    views,
    layout: stage.layout ?? (contents.usual.length > 1 ? 2 : 1),
    links: stage.links,
    isCine: stage.cine === true,
    isWhole: stage.viewports.every(({ optional }, at) => optional === true || selected[at] !== undefined),
  };
}

/** The stages of a protocol that a case can fill, hung; the first one where it can fill none. */
export function stagesOf({ stages }: HangingProtocol, contents: CaseContents): readonly HungStage[] {
  const hung = stages.map((stage) => hangStage(stage, contents));
  const whole = hung.filter(({ isWhole }) => isWhole);
  return whole.length > 0 ? whole : hung.slice(0, 1);
}

/** Whether the image that is asked for comes first, if one is. */
function showsAsked(protocol: HangingProtocol, contents: CaseContents): boolean {
  return contents.asked === undefined || stagesOf(protocol, contents)[0]?.views[0]?.key === contents.asked;
}

/**
 * The protocol that hangs a case.
 * @param wanted id of the one that the user chose last, which stays wherever it fits.
 */
export function chooseProtocol(
  protocols: readonly HangingProtocol[],
  contents: CaseContents,
  wanted?: string,
): HangingProtocol {
  const fitting = protocols.filter((one) => fitsCase(one, contents) && showsAsked(one, contents));
  return (
    fitting.find(({ id }) => id === wanted) ?? fitting.find(({ offered }) => offered !== true) ?? IN_ORDER
  );
}
