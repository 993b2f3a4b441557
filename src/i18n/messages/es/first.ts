import type { FirstMessages } from '../en/first.ts';
import { appEs } from './app.ts';
import { startEs } from './start.ts';

/** The texts of the first page, and of what every page has in common. */
export const firstEs: FirstMessages = { ...appEs, ...startEs };
