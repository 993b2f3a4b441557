import { expect, type Page } from '@playwright/test';

/**
 * Nothing to press, nothing to type into and no number is cut off, neither by what it lies in nor by the window, spills
 * out of its own box, or lies below something else. What scrolls may hide what is further down; sideways only what
 * says that it scrolls sideways (`data-scrolls="inline"`). Names may end in an ellipsis, numbers may not.
 */
export async function expectNothingClipped(page: Page, what: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // No named functions in here: the benchmark's loader marks them with a helper that the page does not have.
  const look = () =>
    page.evaluate(() => {
      const controls = 'button, a[href], input, select, summary, [role=button], [role=radio]';
      const found = new Set<string>();
      for (const element of document.querySelectorAll<HTMLElement>('body *')) {
        const text = element.childElementCount === 0 ? (element.textContent ?? '').trim() : '';
        const isNumber = /^\d[\d.,\s]*$/.test(text);
        if (!isNumber && !element.matches(controls)) continue;
        const box = element.getBoundingClientRect();
        const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        // One pixel: for those who hear the page alone.
        if (!isShown || box.width <= 1 || box.height <= 1 || element.closest('svg')) continue;
        const name = element.getAttribute('aria-label') ?? (text || element.textContent || element.tagName);
        const style = getComputedStyle(element);
        const isEllipsis = !isNumber && style.textOverflow === 'ellipsis';
        if (!element.matches('input') && element.scrollWidth > element.clientWidth + 1 && !isEllipsis)
          if (element.clientWidth > 0) found.add(`${name}: wider than its box`);
        let [left, right, top, bottom] = [box.left, box.right, box.top, box.bottom];
        let isScrolledAway = false;
        for (let around = element.parentElement; around; around = around.parentElement) {
          const { overflowX, overflowY, clipPath } = getComputedStyle(around);
          if (clipPath !== 'none' && around.clientWidth <= 1) isScrolledAway = true;
          const clip = around.getBoundingClientRect();
          const isRoot = around === document.documentElement;
          if (overflowX !== 'visible' || isRoot) {
            const isOut = left < clip.left - 1 || right > clip.right + 1;
            if (isOut && around.dataset['scrolls'] === 'inline') isScrolledAway = true;
            else if (isOut && !isScrolledAway)
              found.add(`${name}: cut off sideways by ${around.tagName} ${around.className}`);
          }
          if (overflowY !== 'visible' || isRoot) {
            const isOut = top < clip.top - 1 || bottom > clip.bottom + 1;
            if (isOut && /auto|scroll/.test(overflowY)) isScrolledAway = true;
            else if (isOut && !isScrolledAway)
              found.add(`${name}: cut off by ${around.tagName} ${around.className}`);
          }
          [left, right] = [Math.max(left, clip.left), Math.min(right, clip.right)];
          [top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
        }
        if (isScrolledAway) continue;
        const above = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
        // What stays at the edge of a list that scrolls lies over what is further on.
        let sticks = above;
        while (sticks && getComputedStyle(sticks).position !== 'sticky') sticks = sticks.parentElement;
        if (sticks && !sticks.contains(element)) continue;
        if (above && !above.contains(element) && !element.contains(above))
          found.add(`${name}: below ${above.tagName} ${above.className}`);
      }
      return [...found];
    });
  // A page that was just resized is laid out anew a frame later.
  await expect.poll(look, what).toEqual([]);
}
