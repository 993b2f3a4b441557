import type { LinkedSentence } from '../report/link-report.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { placeOnThorax } from './place-on-thorax.ts';
import { shapesOfPlace } from './place-shapes.ts';

/** A place of a session on the schematic, with the findings of the sentences that name it. */
export interface CaseRegion {
  readonly place: string;
  readonly shapes: readonly string[];
  readonly findings: readonly string[];
}

interface CaseRegions {
  readonly regions: readonly CaseRegion[];
  /** Places that lie nowhere on the schematic. */
  readonly unplaced: readonly string[];
}

/** What says nothing of a place. */
const STATES: ReadonlySet<string> = new Set(['normal', 'exclude', 'unchanged', 'suboptimal study']);

/**
 * Where the places of a session lie, sentence by sentence, so that a side goes with the place beside it. Places of no
 * sentence are placed together, without findings.
 */
export function caseRegions(
  vocabulary: Vocabulary,
  sentences: readonly Pick<LinkedSentence, 'labels' | 'places'>[],
  places: readonly string[],
): CaseRegions {
  const bound = new Set(sentences.flatMap((sentence) => sentence.places));
  const groups = [...sentences, { labels: [], places: places.filter((place) => !bound.has(place)) }];
  const byPlace = new Map<string, { readonly shapes: Set<string>; readonly findings: Set<string> }>();
  for (const group of groups)
    for (const { place, shapes } of placeOnThorax(vocabulary, group.places)) {
      if (shapes.length === 0) continue;
      const own = byPlace.get(place) ?? { shapes: new Set(), findings: new Set() };
      byPlace.set(place, own);
      for (const shape of shapes) own.shapes.add(shape);
      for (const label of group.labels) if (!STATES.has(label)) own.findings.add(label);
    }
  return {
    regions: [...byPlace].map(([place, { shapes, findings }]) => ({
      place,
      shapes: [...shapes],
      findings: [...findings],
    })),
    unplaced: places.filter((place) => shapesOfPlace(vocabulary, place).length === 0),
  };
}
