import { TOUR_STEPS, type TourStep } from './steps.ts';

export interface TourPlace {
  readonly step: TourStep;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly before: TourStep | undefined;
  readonly after: TourStep | undefined;
}

/** Where the tour is; a name that no step has, from another version of the tour too, is its first step. */
export function placeInTour(id: string, steps: readonly TourStep[] = TOUR_STEPS): TourPlace {
  const at = Math.max(
    0,
    steps.findIndex((step) => step.id === id),
  );
  const step = steps[at];
  if (!step) throw new Error('a tour has a first step');
  return { step, number: at + 1, count: steps.length, before: steps[at - 1], after: steps[at + 1] };
}

/** `/case/…` is one page whichever case it shows. */
export const pageOf = (address: string): string => /^\/[^/?]*/.exec(address)?.[0] ?? '/';
