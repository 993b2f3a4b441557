import type { Messages } from './en.ts';
import { appEs } from './es/app.ts';
import { startEs } from './es/start.ts';
import { libraryEs } from './es/library.ts';
import { caseEs } from './es/case.ts';
import { healthEs } from './es/health.ts';
import { keysEs } from './es/keys.ts';
import { issuesEs } from './es/issues.ts';

/** Spanish texts: infinitives for actions, impersonal sentences for states. */
export const es: Messages = {
  ...appEs,
  ...startEs,
  ...libraryEs,
  ...caseEs,
  ...healthEs,
  ...keysEs,
  issues: issuesEs,
};
