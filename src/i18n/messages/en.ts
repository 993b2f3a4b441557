import type { Widen } from './widen.ts';
import { firstEn } from './en/first.ts';
import { libraryEn } from './en/library.ts';
import { browseEn } from './en/browse.ts';
import { caseEn } from './en/case.ts';
import { casePageEn } from './en/case-page.ts';
import { chainEn } from './en/chain.ts';
import { ctEn } from './en/ct.ts';
import { hangingEn } from './en/hanging.ts';
import { healthEn } from './en/health.ts';
import { masksEn } from './en/masks.ts';
import { keysEn } from './en/keys.ts';
import { paletteEn } from './en/palette.ts';
import { reportEn } from './en/report.ts';
import { measureEn } from './en/measure.ts';
import { issuesEn } from './en/issues.ts';
import { settingsEn } from './en/settings.ts';
import { termsEn } from './en/terms.ts';
import { timeEn } from './en/time.ts';
import { thoraxEn } from './en/thorax.ts';
import { tourEn } from './en/tour.ts';

/** English texts. Their shape is the contract for every other language. */
export const en = {
  ...firstEn,
  ...libraryEn,
  ...browseEn,
  ...caseEn,
  ...casePageEn,
  ...chainEn,
  ...ctEn,
  ...hangingEn,
  ...healthEn,
  ...masksEn,
  ...keysEn,
  ...paletteEn,
  ...reportEn,
  ...measureEn,
  ...settingsEn,
  ...termsEn,
  ...timeEn,
  ...thoraxEn,
  ...tourEn,
  issues: issuesEn,
} as const;

/** What every language must say. */
export type Messages = Widen<typeof en>;
