import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';
import { filmPng, makeFilm } from '../data/film.ts';
import { inFreshContext, type Bench } from '../lab.ts';
import type { Stage } from '../results.ts';
import type { timePng } from './png-in-page.ts';

const ENTRY = fileURLToPath(new URL('./png-in-page.ts', import.meta.url));
/** Each is short, and what else the machine does shows in it. */
const TIMES_PER_RUN = 5;
/** While the functions are interpreted, times say nothing. */
const WARM_UP = 2;

const INFLATE: Stage = { name: 'PNG 3000 × 2500, 16 bits: inflate alone', unit: 'ms' };
const DECODE: Stage = { name: 'PNG 3000 × 2500, 16 bits: decode', unit: 'ms' };
const RATIO: Stage = {
  name: 'PNG 3000 × 2500, 16 bits: decode ÷ inflate alone',
  unit: '×',
  target: { at: 'median', limit: 1.3 },
};

/** The decoder as one script for a page. */
async function bundle(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: ENTRY, formats: ['es'], fileName: 'png' },
    },
  })) as Rollup.RollupOutput[];
  return built[0]?.output[0].code ?? '';
}

/** What decoding a film takes besides inflating it, in the browser and without the rest of the page. */
export const png: Bench = {
  name: 'png',
  run: (lab) =>
    inFreshContext(lab, async (context) => {
      const page = await context.newPage();
      const [script, film] = [await bundle(), filmPng(makeFilm(3_000, 2_500))];
      await page.route('**/png.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: script }),
      );
      await page.route('**/film.png', (route) => route.fulfill({ contentType: 'image/png', body: film }));
      await page.route('**/blank', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<p>blank</p>' }),
      );
      await page.goto(`${lab.bareUrl}/blank`);
      const times = await page.evaluate(
        async ([path, address, count]) => {
          const module = (await import(path)) as { timePng: typeof timePng };
          return module.timePng(address, count);
        },
        ['/png.js', '/film.png', WARM_UP + TIMES_PER_RUN * lab.runs] as const,
      );
      for (const { inflate, decode } of times.slice(WARM_UP)) {
        lab.record(INFLATE, inflate);
        lab.record(DECODE, decode);
        lab.record(RATIO, decode / inflate);
      }
    }),
};
