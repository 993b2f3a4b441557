import { lazy, Suspense, type ReactNode } from 'react';
import { createBrowserRouter, Outlet } from 'react-router';
import { FolderDrop } from '../features/start/folder-drop.tsx';
import { StartPage } from '../features/start/start-page.tsx';
import { DemoReset } from './demo-reset.tsx';
import { DefectPage, UnknownPage } from './fault-pages.tsx';

// Each page is a part of its own, so that the first one is small.
const parts = {
  shell: () => import('./shell.tsx'),
  library: () => import('../features/library/library-page.tsx'),
  case: () => {
    // The viewer is the larger part, and is needed at once: it is fetched beside the page, not after it.
    void import('../engine/index.ts').catch(() => undefined);
    return import('../features/case/case-page.tsx');
  },
  masks: () => import('../features/masks/masks-page.tsx'),
  health: () => import('../features/health/health-page.tsx'),
};

const Shell = lazy(async () => ({ default: (await parts.shell()).Shell }));
const LibraryPage = lazy(async () => ({ default: (await parts.library()).LibraryPage }));
const CasePage = lazy(async () => ({ default: (await parts.case()).CasePage }));
const MasksPage = lazy(async () => ({ default: (await parts.masks()).MasksPage }));
const HealthPage = lazy(async () => ({ default: (await parts.health()).HealthPage }));

/** Begins to fetch what the page at `path`, other than the first, is made of, all at once instead of one after the other. */
export function fetchPage(path: string): void {
  const { shell, ...pages } = parts;
  const page = Object.entries(pages).find(([name]) => path.startsWith(`/${name}`));
  // Whoever shows a part asks for it again, and tells.
  for (const part of [shell, page?.[1]]) part?.().catch(() => undefined);
}

const whenHere = (content: ReactNode): ReactNode => <Suspense fallback={null}>{content}</Suspense>;

/** A folder can be dropped onto every page. */
const ROOT = (
  <>
    <Outlet />
    <FolderDrop />
  </>
);

export const createRouter = () =>
  createBrowserRouter([
    {
      element: ROOT,
      errorElement: <DefectPage />,
      children: [
        { path: '/', element: <StartPage demoReset={<DemoReset />} /> },
        {
          element: whenHere(<Shell />),
          errorElement: <DefectPage />,
          children: [
            { path: '/library', element: whenHere(<LibraryPage />) },
            { path: '/case/:subject/:session', element: whenHere(<CasePage />) },
            { path: '/masks', element: whenHere(<MasksPage />) },
            { path: '/health', element: whenHere(<HealthPage />) },
            { path: '*', element: <UnknownPage /> },
          ],
        },
      ],
    },
  ]);
