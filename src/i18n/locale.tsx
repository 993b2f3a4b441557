import { createContext, use, type ReactNode } from 'react';
import { en } from './messages/en.ts';
import { es } from './messages/es.ts';
import type { Messages } from './messages/en.ts';
import { createFormats, type Formats } from './formats.ts';

export type Locale = 'en' | 'es';

export const LOCALES: readonly Locale[] = ['en', 'es'];

const MESSAGES: Readonly<Record<Locale, Messages>> = { en, es };

export interface Language {
  readonly locale: Locale;
  /** The texts of the interface. */
  readonly t: Messages;
  /** Numbers, dates and sizes as the language writes them. */
  readonly format: Formats;
}

const languageOf = (locale: Locale): Language => ({
  locale,
  t: MESSAGES[locale],
  format: createFormats(locale),
});

const LanguageContext = createContext<Language>(languageOf('en'));

export function LanguageProvider({
  locale,
  children,
}: {
  readonly locale: Locale;
  readonly children: ReactNode;
}) {
  return <LanguageContext value={languageOf(locale)}>{children}</LanguageContext>;
}

export const useLanguage = (): Language => use(LanguageContext);
