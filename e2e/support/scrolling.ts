import type { Locator, Page } from '@playwright/test';

export interface Scrolled {
  readonly frames: number;
  /** Frames in which some place of the list had no row. */
  readonly blank: number;
}

/** Pixels of one turn of a wheel, and turns: far more than is ever in sight. */
const TURN = 600;
const TURNS = 60;
/** Moves of the thumb of the scroll bar, from end to end. */
const MOVES = 60;
/** Frames without a move after which the scrolling is over. */
const PATIENCE = 30;

/** A fast wheel: a turn in every frame. */
async function turnWheel(page: Page): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await page.mouse.wheel(0, TURN);
}

/** The thumb of the scroll bar, from the top to the bottom and half of the way back; needs a browser that shows bars. */
async function dragBar(page: Page, table: Locator): Promise<void> {
  const box = await table.boundingBox();
  const bar = await table.evaluate((element: HTMLElement) => element.offsetWidth - element.clientWidth);
  if (!box || bar === 0) throw new Error('the list has no scroll bar');
  // At the top the thumb, which is at least as long as the bar is wide, stands below the bar's own button.
  const [x, top] = [box.x + box.width - bar / 2, box.y + 1.5 * bar];
  await page.mouse.move(x, top);
  await page.mouse.down();
  for (let move = 1; move <= MOVES; move++) await page.mouse.move(x, top + (box.height * move) / MOVES);
  for (let move = MOVES; move >= MOVES / 2; move--)
    await page.mouse.move(x, top + (box.height * move) / MOVES);
  await page.mouse.up();
}

/**
 * Scrolls the library's table by wheel or by its scroll bar, and looks before each paint whether the whole height of
 * the list is covered by rows.
 */
export async function blankFrames(page: Page, by: 'wheel' | 'bar' = 'wheel'): Promise<Scrolled> {
  const table = page.locator('[role=grid] [data-scrolls]');
  await table.hover();
  await table.evaluate((element) => element.scrollTo(0, 0));
  const counting = table.evaluate(async (element, patience) => {
    const seen = { frames: 0, blank: 0 };
    let [top, still] = [element.scrollTop, 0];
    // No named functions in here: the benchmark's loader marks them with a helper that the page does not have.
    while (still < patience || seen.frames === 0) {
      await new Promise(requestAnimationFrame);
      still = element.scrollTop === top ? still + 1 : 0;
      top = element.scrollTop;
      if (still > 0) continue;
      const list = element.getBoundingClientRect();
      const head = element.querySelector('[role=rowgroup]')?.getBoundingClientRect();
      // The lowest place down to which the rows leave no gap.
      const covered = [...element.querySelectorAll('[data-subject]')]
        .map((row) => row.getBoundingClientRect())
        .toSorted((one, other) => one.top - other.top)
        .reduce(
          (low, row) => (row.top <= low + 1 ? Math.max(low, row.bottom) : low),
          head?.bottom ?? list.top,
        );
      seen.frames++;
      if (covered < list.bottom - 1) seen.blank++;
    }
    return seen;
  }, PATIENCE);
  await (by === 'wheel' ? turnWheel(page) : dragBar(page, table));
  return counting;
}
