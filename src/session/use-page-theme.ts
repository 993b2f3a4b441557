import { useEffect } from 'react';
import { usePreferences } from './session-context.tsx';

type Page = 'start' | 'library' | 'case' | 'masks' | 'health';

/** Films are read in the dark; lists of text follow the user. */
const DEFAULT_THEME: Readonly<Record<Page, 'dark' | 'light'>> = {
  start: 'dark',
  library: 'dark',
  case: 'dark',
  masks: 'dark',
  health: 'light',
};

/** Puts the page's theme on the document. */
export function usePageTheme(page: Page): void {
  const { theme } = usePreferences();
  useEffect(() => {
    document.documentElement.dataset['theme'] =
      page === 'case' || theme === 'page' ? DEFAULT_THEME[page] : theme;
  }, [page, theme]);
}
