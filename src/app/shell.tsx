import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { NavigationType, Outlet, useLocation, useNavigationType } from 'react-router';
import { useStore } from 'zustand';
import type { CommandContext } from '../commands/registry.ts';
import { CommandScope } from '../commands/command-scope.tsx';
import { createKeymap } from '../commands/keymap.ts';
import { needsAgreement } from '../domain/dataset/dataset-index.ts';
import { AgreementGate } from '../features/start/agreement-gate.tsx';
import { StartPage } from '../features/start/start-page.tsx';
import { LanguageProvider, useLanguage } from '../i18n/locale.tsx';
import { DatasetProvider, useOpenDataset, usePreferences } from '../session/session-context.tsx';
import type { OpenDataset } from '../session/open-dataset.ts';
import { WindowPairProvider } from '../session/window-pair-context.tsx';
import { AccessPage } from './access-page.tsx';
import { AddressedCase } from './addressed-case.tsx';
import { DatasetNotices } from './dataset-notices.tsx';
import { DemoReset } from './demo-reset.tsx';
import { DemoTour } from './demo-tour.tsx';
import { PageCommands } from './page-commands.tsx';
import { PageSheets, type SheetName } from './page-sheets.tsx';
import { StatusBar } from './status-bar.tsx';
import styles from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { useAccessWatch } from './use-access-watch.ts';
import { useDatasetVocabulary } from './use-dataset-vocabulary.ts';
import { useWarmViewer } from './use-warm-viewer.ts';

const PAGE = (
  <>
    <AddressedCase />
    <Outlet />
  </>
);

/** Whose keys are heard on a page. */
function contextOf(pathname: string): CommandContext {
  if (pathname.startsWith('/case/')) return 'reading';
  return pathname === '/health' ? 'health' : 'library';
}

/** The frame of every page that shows a dataset; without one it is the start page, and the address is kept. */
export function Shell() {
  const dataset = useOpenDataset();
  const { locale } = usePreferences();
  return dataset ? (
    <WithVocabulary dataset={dataset} key={dataset.key}>
      <LanguageProvider locale={locale}>
        <Queries>
          <WindowPairProvider>
            <Frame dataset={dataset} />
          </WindowPairProvider>
        </Queries>
      </LanguageProvider>
    </WithVocabulary>
  ) : (
    <StartPage returning demoReset={<DemoReset />} />
  );
}

interface WithVocabularyProps {
  readonly dataset: OpenDataset;
  readonly children: ReactNode;
}

function WithVocabulary({ dataset, children }: WithVocabularyProps) {
  return (
    <DatasetProvider dataset={dataset} vocabulary={useDatasetVocabulary(dataset)}>
      {children}
    </DatasetProvider>
  );
}

/** Keeps what is asked of one dataset; it goes when that is closed. */
function Queries({ children }: { readonly children: ReactNode }) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            retry: false,
            staleTime: Infinity,
            refetchOnWindowFocus: false,
          },
        },
      }),
  );
  useEffect(() => () => queries.clear(), [queries]);
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
}

function Frame({ dataset }: { readonly dataset: OpenDataset }) {
  const { t } = useLanguage();
  const { singleKeys, controls } = usePreferences();
  const keymap = useMemo(() => createKeymap(controls), [controls]);
  const { pathname } = useLocation();
  const [sheet, setSheet] = useState<SheetName>();
  const release = useStore(dataset.state, ({ index }) => index?.release);
  const loss = useStore(dataset.state, (state) => state.loss);
  useAccessWatch(dataset);
  useWarmViewer(useStore(dataset.state, ({ index }) => index !== undefined));
  const main = useRef<HTMLElement>(null);
  const context = contextOf(pathname);
  const isCase = context === 'reading';

  // A new page begins at its top for those who hear it; one that the browser itself went to, as the browser has it.
  const shown = useRef(useNavigationType() === NavigationType.Pop ? pathname : undefined);
  useEffect(() => {
    const isFirst = shown.current === undefined;
    const { activeElement } = document;
    // The tour, which leads through the pages, keeps the focus that it has, and so does what took it in the first page.
    const isTouring = activeElement?.closest('[data-testid=tour]');
    const isTaken = isFirst ? activeElement !== document.body : isTouring;
    if (shown.current !== pathname && !isTaken) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);

  return (
    <CommandScope context={context} singleKeys={singleKeys} keymap={keymap}>
      <PageCommands onSheet={setSheet} />
      <div className={styles.frame} data-page={isCase ? 'case' : 'list'}>
        <a href="#content" className={styles.skip}>
          {t.app.skipToContent}
        </a>
        {!isCase && <TopBar />}
        <main id="content" ref={main} tabIndex={-1} className={styles.content}>
          {loss && release === undefined ? (
            <AccessPage loss={loss} />
          ) : release !== undefined && needsAgreement(release) ? (
            <AgreementGate>{PAGE}</AgreementGate>
          ) : (
            PAGE
          )}
        </main>
        <div>
          {release !== undefined && <DatasetNotices />}
          {release !== undefined && <DemoTour />}
          <StatusBar />
        </div>
      </div>
      <PageSheets open={sheet} context={context} onOpen={setSheet} onClose={() => setSheet(undefined)} />
    </CommandScope>
  );
}
