import type { Messages } from './en.ts';
import { firstEs } from './es/first.ts';
import { libraryEs } from './es/library.ts';
import { browseEs } from './es/browse.ts';
import { caseEs } from './es/case.ts';
import { casePageEs } from './es/case-page.ts';
import { chainEs } from './es/chain.ts';
import { ctEs } from './es/ct.ts';
import { hangingEs } from './es/hanging.ts';
import { healthEs } from './es/health.ts';
import { masksEs } from './es/masks.ts';
import { keysEs } from './es/keys.ts';
import { paletteEs } from './es/palette.ts';
import { reportEs } from './es/report.ts';
import { measureEs } from './es/measure.ts';
import { issuesEs } from './es/issues.ts';
import { settingsEs } from './es/settings.ts';
import { termsEs } from './es/terms.ts';
import { timeEs } from './es/time.ts';
import { thoraxEs } from './es/thorax.ts';
import { tourEs } from './es/tour.ts';

/** Spanish texts: infinitives for actions, impersonal sentences for states. */
export const es: Messages = {
  ...firstEs,
  ...libraryEs,
  ...browseEs,
  ...caseEs,
  ...casePageEs,
  ...chainEs,
  ...ctEs,
  ...hangingEs,
  ...healthEs,
  ...masksEs,
  ...keysEs,
  ...paletteEs,
  ...reportEs,
  ...measureEs,
  ...settingsEs,
  ...termsEs,
  ...timeEs,
  ...thoraxEs,
  ...tourEs,
  issues: issuesEs,
};
