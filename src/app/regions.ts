/** What the keys lead to inside a region: what is current in it, else its first tab stop. */
const ENTRY = '[data-entry=true]';
const TAB_STOP =
  'a[href]:not([tabindex="-1"]), button:not([tabindex="-1"], :disabled), input:not([tabindex="-1"]), [tabindex="0"]';

const isShown = (element: HTMLElement): boolean =>
  element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;

function entryOf(region: HTMLElement): HTMLElement {
  if (region.hasAttribute('tabindex')) return region;
  const inside = [ENTRY, TAB_STOP].flatMap((selector) => [...region.querySelectorAll<HTMLElement>(selector)]);
  return inside.find(isShown) ?? region;
}

/**
 * Moves the focus to the next region of the page, or the previous one; from the last to the first. Regions are marked
 * by `data-region`, and those that are out of sight are passed over.
 */
export function focusRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(isShown);
  const now = regions.findIndex((region) => region.contains(document.activeElement));
  const next = now < 0 ? (by > 0 ? 0 : regions.length - 1) : (now + by + regions.length) % regions.length;
  const region = regions[next];
  if (region) entryOf(region).focus();
}
