import { useEffect, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { RouterProvider } from 'react-router';
import { FirstLanguageProvider } from '../i18n/locale.tsx';
import { usePreferences, WorkspaceProvider } from '../session/session-context.tsx';
import type { Workspace } from '../session/workspace.ts';
import { createRouter } from './routes.tsx';

/** For navigations that ask to be drawn at once. */
const drawAtOnce = (navigate: () => unknown): undefined => void flushSync(navigate);

export function App({ workspace }: { readonly workspace: Workspace }) {
  const [router] = useState(createRouter);
  return (
    <WorkspaceProvider workspace={workspace}>
      <Localized>
        <RouterProvider router={router} flushSync={drawAtOnce} />
      </Localized>
    </WorkspaceProvider>
  );
}

/** Tells React Aria, the texts and the document which language is spoken. */
function Localized({ children }: { readonly children: ReactNode }) {
  const { locale } = usePreferences();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <I18nProvider locale={locale === 'es' ? 'es-ES' : 'en-GB'}>
      <FirstLanguageProvider locale={locale}>{children}</FirstLanguageProvider>
    </I18nProvider>
  );
}
