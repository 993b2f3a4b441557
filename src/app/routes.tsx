import { lazy, Suspense, type ReactNode } from 'react';
import { createBrowserRouter, Outlet } from 'react-router';
import { FolderDrop } from '../features/start/folder-drop.tsx';
import { StartPage } from '../features/start/start-page.tsx';
import { DemoReset } from './demo-reset.tsx';
import { DefectPage, UnknownPage } from './fault-pages.tsx';

// Each page is a part of its own, so that the first one is small.
const Shell = lazy(async () => ({ default: (await import('./shell.tsx')).Shell }));
const LibraryPage = lazy(async () => ({
  default: (await import('../features/library/library-page.tsx')).LibraryPage,
}));
const CasePage = lazy(async () => {
  // The viewer is the larger part, and is needed at once: it is fetched beside the page, not after it.
  void import('../engine/index.ts').catch(() => undefined);
  return { default: (await import('../features/case/case-page.tsx')).CasePage };
});
const MasksPage = lazy(async () => ({
  default: (await import('../features/masks/masks-page.tsx')).MasksPage,
}));
const HealthPage = lazy(async () => ({
  default: (await import('../features/health/health-page.tsx')).HealthPage,
}));

const page = (content: ReactNode): ReactNode => <Suspense fallback={null}>{content}</Suspense>;

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
          element: page(<Shell />),
          errorElement: <DefectPage />,
          children: [
            { path: '/library', element: page(<LibraryPage />) },
            { path: '/case/:subject/:session', element: page(<CasePage />) },
            { path: '/masks', element: page(<MasksPage />) },
            { path: '/health', element: page(<HealthPage />) },
            { path: '*', element: <UnknownPage /> },
          ],
        },
      ],
    },
  ]);
