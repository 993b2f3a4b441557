import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import type { Messages } from './messages/en.ts';
import { createFormats, type Formats } from './formats.ts';

export type Locale = 'en' | 'es';

export const LOCALES: readonly Locale[] = ['en', 'es'];

/** The texts of one language are a part of the page of their own: nobody reads two at once. */
const MESSAGES: Readonly<Record<Locale, () => Promise<Messages>>> = {
  en: async () => (await import('./messages/en.ts')).en,
  es: async () => (await import('./messages/es.ts')).es,
};

export interface Language {
  readonly locale: Locale;
  /** The texts of the interface. */
  readonly t: Messages;
  /** Numbers, dates and sizes as the language writes them. */
  readonly format: Formats;
}

const LanguageContext = createContext<Language | undefined>(undefined);

/** Speaks `locale` as soon as its texts are here; until then the language before stays, at the start nothing. */
export function LanguageProvider({
  locale,
  children,
}: {
  readonly locale: Locale;
  readonly children: ReactNode;
}) {
  const [language, setLanguage] = useState<Language | { readonly failure: unknown }>();
  useEffect(() => {
    let late = false;
    MESSAGES[locale]().then(
      (t) => !late && setLanguage({ locale, t, format: createFormats(locale) }),
      (failure: unknown) => !late && setLanguage({ failure }),
    );
    return () => void (late = true);
  }, [locale]);
  if (!language) return null;
  if ('failure' in language) throw new Error(`no texts for ${locale}`, { cause: language.failure });
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  const language = use(LanguageContext);
  if (!language) throw new Error('no LanguageProvider above');
  return language;
}
