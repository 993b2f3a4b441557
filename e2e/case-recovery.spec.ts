import { expect, renderedViewport, test } from './support/app.ts';
import { film, filmStem } from './support/cases.ts';
import { canvasOf, capture, placeOf } from './support/screen.ts';

test('an image comes back by itself when the graphics card lets go of it', async ({
  page,
  serve,
  folder,
}) => {
  await page.addInitScript(() => {
    const made: WebGL2RenderingContext[] = [];
    Object.assign(globalThis, { madeContexts: made });
    const prototype = HTMLCanvasElement.prototype as { getContext: (...args: unknown[]) => unknown };
    const original = prototype.getContext;
    prototype.getContext = function getContext(this: unknown, ...args: unknown[]) {
      const context: unknown = original.apply(this, args);
      if (context instanceof WebGL2RenderingContext && !made.includes(context)) made.push(context);
      return context;
    };
  });
  await page.goto(`${await serve(await folder(film(filmStem('sub-1', 'ses-1', 1, 'pa'))))}/case/sub-1/ses-1`);
  const viewport = await renderedViewport(page);
  await page.keyboard.press('o');
  const greys = async (): Promise<number[]> => {
    const place = await placeOf(viewport, { columns: 512, rows: 512 });
    const screen = await capture(canvasOf(viewport));
    return [32, 96, 160, 224, 480].map((x) => screen.at(...place(x, 288))[0]);
  };
  const before = await greys();
  expect(new Set(before).size).toBeGreaterThan(3);
  await page.evaluate(() => {
    const { madeContexts } = globalThis as unknown as { madeContexts: WebGL2RenderingContext[] };
    for (const context of madeContexts) context.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await expect(viewport).toHaveAttribute('data-status', 'rendered');
  await expect.poll(greys).toEqual(before);
  // Only a new context can draw the image in another way.
  await page.keyboard.press('i');
  await expect.poll(async () => (await greys())[0]).toBe(255 - (before[0] ?? 0));
});
