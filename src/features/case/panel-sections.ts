interface PanelSection {
  readonly title: string;
  readonly heading: HTMLElement;
}

/** The first words of an element: its title without the note beside it. */
function firstText(element: Element): string {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    if (text.textContent?.trim()) return text.textContent.trim();
  return '';
}

/** The sections that a panel has now, by their headings. */
export const sectionsIn = (panel: Element | null): readonly PanelSection[] =>
  [...(panel?.querySelectorAll<HTMLElement>('h2') ?? [])]
    .map((heading) => ({ title: firstText(heading), heading }))
    .filter(({ title }) => title !== '');

/** Brings a section into sight, open, and gives it the focus. */
export function goToSection(heading: HTMLElement): void {
  const trigger = heading.querySelector<HTMLElement>('button[aria-expanded]');
  if (trigger?.getAttribute('aria-expanded') === 'false') trigger.click();
  if (!trigger) heading.tabIndex = -1;
  (trigger ?? heading).focus({ preventScroll: true });
  heading.scrollIntoView({ block: 'start' });
}
