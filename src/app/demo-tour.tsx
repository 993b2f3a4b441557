import { lazy, Suspense } from 'react';
import { useLocation } from 'react-router';
import { useStore } from 'zustand';
import { useCommand } from '../commands/command-scope.tsx';
import { TourOffer } from '../features/tour/tour-offer.tsx';
import { useStartTour } from '../features/tour/use-start-tour.ts';
import { useDataset, useWorkspace } from '../session/session-context.tsx';

// The steps and the card are fetched by those who take the tour.
const TourStage = lazy(async () => ({ default: (await import('./tour-stage.tsx')).TourStage }));

/** The tour of the demo when it is on, in any page; where it was not taken yet, an offer in the library. */
export function DemoTour() {
  const { tour } = useWorkspace();
  const isDemo = useDataset().origin.kind === 'demo';
  const { step, answered } = useStore(tour.state);
  const { pathname } = useLocation();
  const start = useStartTour();
  useCommand('tour', isDemo ? start : undefined);
  if (!isDemo) return null;
  if (step === undefined) return !answered && pathname === '/library' ? <TourOffer onStart={start} /> : null;
  return (
    <Suspense fallback={null}>
      <TourStage stepId={step} />
    </Suspense>
  );
}
