import type { Widen } from '../widen.ts';
import { appEn } from './app.ts';
import { startEn } from './start.ts';

/** The texts of the first page, and of what every page has in common: they are fetched without the others. */
export const firstEn = { ...appEn, ...startEn } as const;

export type FirstMessages = Widen<typeof firstEn>;
