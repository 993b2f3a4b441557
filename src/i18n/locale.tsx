import { createContext, use, useEffect, useState, type Context, type ReactNode } from 'react';
import type { FirstMessages } from './messages/en/first.ts';
import type { Messages } from './messages/en.ts';
import { createFormats, type Formats } from './formats.ts';

export type Locale = 'en' | 'es';

export const LOCALES: readonly Locale[] = ['en', 'es'];

/** Texts by language. Each language is fetched for itself: nobody reads two at once. */
type Texts<T> = Readonly<Record<Locale, () => Promise<T>>>;

const FIRST: Texts<FirstMessages> = {
  en: async () => (await import('./messages/en/first.ts')).firstEn,
  es: async () => (await import('./messages/es/first.ts')).firstEs,
};

const ALL: Texts<Messages> = {
  en: async () => (await import('./messages/en.ts')).en,
  es: async () => (await import('./messages/es.ts')).es,
};

/** Begins to fetch the texts of all pages. */
export function fetchTexts(locale: Locale): void {
  // The provider asks for them again, and tells.
  ALL[locale]().catch(() => undefined);
}

export interface Language<T = Messages> {
  readonly locale: Locale;
  /** The texts of the interface. */
  readonly t: T;
  /** Numbers, dates and sizes as the language writes them. */
  readonly format: Formats;
}

const FirstLanguage = createContext<Language<FirstMessages> | undefined>(undefined);
const WholeLanguage = createContext<Language | undefined>(undefined);

interface ProviderProps {
  readonly locale: Locale;
  readonly children: ReactNode;
}

/**
 * Speaks `locale` as soon as the texts of the first page are here; until then the language before stays, at the start
 * nothing.
 */
export function FirstLanguageProvider(props: ProviderProps) {
  return <Provider context={FirstLanguage} texts={FIRST} {...props} />;
}

/** The texts of all pages, likewise. */
export function LanguageProvider(props: ProviderProps) {
  return <Provider context={WholeLanguage} texts={ALL} {...props} />;
}

function Provider<T extends FirstMessages>({
  context: Language,
  texts,
  locale,
  children,
}: ProviderProps & { readonly context: Context<Language<T> | undefined>; readonly texts: Texts<T> }) {
  const [language, setLanguage] = useState<Language<T> | { readonly failure: unknown }>();
  useEffect(() => {
    let late = false;
    texts[locale]().then(
      (t) => !late && setLanguage({ locale, t, format: createFormats(locale) }),
      (failure: unknown) => !late && setLanguage({ failure }),
    );
    return () => void (late = true);
  }, [locale, texts]);
  if (!language) return null;
  if ('failure' in language) throw new Error(`no texts for ${locale}`, { cause: language.failure });
  return <Language value={language}>{children}</Language>;
}

/** For the first page and what it shares with others. */
export function useFirstLanguage(): Language<FirstMessages> {
  return known(use(FirstLanguage));
}

/** For all that is shown of an open dataset. */
export function useLanguage(): Language {
  return known(use(WholeLanguage));
}

function known<T>(language: T | undefined): T {
  if (!language) throw new Error('no provider of its language above');
  return language;
}
