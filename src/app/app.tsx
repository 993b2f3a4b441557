import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { RouterProvider } from 'react-router';
import { LanguageProvider } from '../i18n/locale.tsx';
import { usePreferences, WorkspaceProvider } from '../session/session-context.tsx';
import type { Workspace } from '../session/workspace.ts';
import { createRouter } from './routes.tsx';

export function App({ workspace }: { readonly workspace: Workspace }) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false } },
      }),
  );
  const [router] = useState(createRouter);
  return (
    <WorkspaceProvider workspace={workspace}>
      <Localized>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
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
      <LanguageProvider locale={locale}>{children}</LanguageProvider>
    </I18nProvider>
  );
}
