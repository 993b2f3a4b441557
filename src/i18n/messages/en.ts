import { appEn } from './en/app.ts';
import { startEn } from './en/start.ts';
import { libraryEn } from './en/library.ts';
import { caseEn } from './en/case.ts';
import { healthEn } from './en/health.ts';
import { keysEn } from './en/keys.ts';
import { issuesEn } from './en/issues.ts';

/** English texts. Their shape is the contract for every other language. */
export const en = {
  ...appEn,
  ...startEn,
  ...libraryEn,
  ...caseEn,
  ...healthEn,
  ...keysEn,
  issues: issuesEn,
} as const;

/** The same keys with the widest types that a translation may have. */
export type Messages = Widen<typeof en>;

type Widen<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof T]: Widen<T[Key]> };
