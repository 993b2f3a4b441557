import { expect, it } from 'vitest';
import { bundledVocabulary } from '../vocabulary/vocabulary.ts';
import { caseRegions } from './case-regions.ts';

const vocabulary = bundledVocabulary();

it('places the places of each sentence with its findings, those of none without, and says which cannot be placed', () => {
  const { regions, unplaced } = caseRegions(
    vocabulary,
    [
      { labels: ['consolidation', 'unchanged'], places: ['loc basal', 'loc right'] },
      { labels: ['pleural effusion'], places: ['loc left', 'loc basal'] },
      { labels: ['normal'], places: ['loc cardiac'] },
    ],
    [
      'loc basal',
      'loc right',
      'loc left',
      'loc cardiac',
      'loc apical',
      'loc extracorporal',
      'loc unheard of',
    ],
  );
  expect(regions).toEqual([
    {
      place: 'loc basal',
      shapes: ['basal--right', 'basal--left'],
      findings: ['consolidation', 'pleural effusion'],
    },
    { place: 'loc cardiac', shapes: ['cardiac'], findings: [] },
    { place: 'loc apical', shapes: ['apical--right', 'apical--left'], findings: [] },
  ]);
  expect(unplaced).toEqual(['loc extracorporal', 'loc unheard of']);
});
