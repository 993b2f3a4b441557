import { lazy, Suspense, type ReactNode } from 'react';
import { createBrowserRouter } from 'react-router';
import { StartPage } from '../features/start/start-page.tsx';
import { DefectPage, UnknownPage } from './fault-pages.tsx';

// Each page is a part of its own, so that the first one is small.
const Shell = lazy(async () => ({ default: (await import('./shell.tsx')).Shell }));
const LibraryPage = lazy(async () => ({
  default: (await import('../features/library/library-page.tsx')).LibraryPage,
}));
const CasePage = lazy(async () => ({ default: (await import('../features/case/case-page.tsx')).CasePage }));
const HealthPage = lazy(async () => ({
  default: (await import('../features/health/health-page.tsx')).HealthPage,
}));

const page = (content: ReactNode): ReactNode => <Suspense fallback={null}>{content}</Suspense>;

export const createRouter = () =>
  createBrowserRouter([
    {
      errorElement: <DefectPage />,
      children: [
        { path: '/', element: <StartPage /> },
        {
          element: page(<Shell />),
          errorElement: <DefectPage />,
          children: [
            { path: '/library', element: page(<LibraryPage />) },
            { path: '/case/:subject/:session', element: page(<CasePage />) },
            { path: '/health', element: page(<HealthPage />) },
            { path: '*', element: <UnknownPage /> },
          ],
        },
      ],
    },
  ]);
