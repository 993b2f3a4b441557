import type { TourCases } from '../features/tour/steps.ts';
import { Tour } from '../features/tour/tour.tsx';
import { DEMO_CASES } from '../phantom/demo-cases.ts';

const CASES: TourCases = { rich: DEMO_CASES.showcase, ct: DEMO_CASES.ctAlone, word: 'vidrio' };

/** The tour with the cases of the demo. */
export function TourStage({ stepId }: { readonly stepId: string }) {
  return <Tour cases={CASES} stepId={stepId} />;
}
