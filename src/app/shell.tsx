import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useStore } from 'zustand';
import type { CommandContext } from '../commands/registry.ts';
import { CommandScope } from '../commands/command-scope.tsx';
import { needsAgreement } from '../domain/dataset/dataset-index.ts';
import { bundledVocabulary } from '../domain/vocabulary/vocabulary.ts';
import { HelpSheet } from '../features/help/help-sheet.tsx';
import { AgreementGate } from '../features/start/agreement-gate.tsx';
import { StartPage } from '../features/start/start-page.tsx';
import { useLanguage } from '../i18n/locale.tsx';
import { DatasetProvider, useOpenDataset, usePreferences } from '../session/session-context.tsx';
import type { OpenDataset } from '../session/open-dataset.ts';
import { AccessPage } from './access-page.tsx';
import { DatasetNotices } from './dataset-notices.tsx';
import { StatusBar } from './status-bar.tsx';
import styles from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { useAccessWatch } from './use-access-watch.ts';
import { useWarmViewer } from './use-warm-viewer.ts';

/** Whose keys are heard on a page. */
function contextOf(pathname: string): CommandContext {
  if (pathname.startsWith('/case/')) return 'reading';
  return pathname === '/health' ? 'health' : 'library';
}

/** The frame of every page that shows a dataset; without one it is the start page, and the address is kept. */
export function Shell() {
  const dataset = useOpenDataset();
  const [vocabulary] = useState(bundledVocabulary);
  return dataset ? (
    <DatasetProvider dataset={dataset} vocabulary={vocabulary} key={dataset.key}>
      <Frame dataset={dataset} />
    </DatasetProvider>
  ) : (
    <StartPage returning />
  );
}

function Frame({ dataset }: { readonly dataset: OpenDataset }) {
  const { t } = useLanguage();
  const { singleKeys } = usePreferences();
  const { pathname } = useLocation();
  const [helping, setHelping] = useState(false);
  const release = useStore(dataset.state, ({ index }) => index?.release);
  const loss = useStore(dataset.state, (state) => state.loss);
  useAccessWatch(dataset);
  useWarmViewer(useStore(dataset.state, ({ index }) => index !== undefined));
  const main = useRef<HTMLElement>(null);
  const context = contextOf(pathname);
  const isCase = context === 'reading';

  // What was read of a dataset goes when it is closed.
  const queries = useQueryClient();
  useEffect(() => () => queries.clear(), [queries]);

  // A new page begins at its top for those who hear it.
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);

  return (
    <CommandScope context={context} singleKeys={singleKeys} onHelp={() => setHelping(true)}>
      <div className={styles.frame} data-page={isCase ? 'case' : 'list'}>
        <a href="#content" className={styles.skip}>
          {t.app.skipToContent}
        </a>
        {!isCase && <TopBar onHelp={() => setHelping(true)} />}
        <main id="content" ref={main} tabIndex={-1} className={styles.content}>
          {loss && release === undefined ? (
            <AccessPage loss={loss} />
          ) : release !== undefined && needsAgreement(release) ? (
            <AgreementGate>
              <Outlet />
            </AgreementGate>
          ) : (
            <Outlet />
          )}
        </main>
        <div>
          {release !== undefined && <DatasetNotices />}
          <StatusBar />
        </div>
      </div>
      <HelpSheet context={context} isOpen={helping} onClose={() => setHelping(false)} />
    </CommandScope>
  );
}
