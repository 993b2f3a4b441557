import { expect, it } from 'vitest';
import { bundledVocabulary } from '../vocabulary/vocabulary.ts';
import { drawingOrder, partOfPlace, type ThoraxPart } from './thorax-parts.ts';

const vocabulary = bundledVocabulary();

it.each<readonly [string, ThoraxPart]>([
  ['loc basal', 'zones'],
  ['loc apical', 'zones'],
  ['loc right costophrenic angle', 'zones'],
  ['loc peripheral', 'rest'],
  ['loc lingula', 'lobes'],
  ['loc right lower lobe', 'lobes'],
  ['loc minor fissure', 'lobes'],
  ['loc lobar', 'lobes'],
  ['loc hilar', 'centre'],
  ['loc tracheal', 'centre'],
  ['loc bronchi', 'centre'],
  ['loc cardiac', 'centre'],
  ['loc clavicle', 'wall'],
  ['loc nipple', 'wall'],
  ['loc pleural', 'wall'],
  ['loc right', 'rest'],
  ['loc gallbladder', 'rest'],
  ['loc diaphragm', 'rest'],
])('%s belongs to %s', (place, part) => {
  expect(partOfPlace(vocabulary, place)).toBe(part);
});

const order = (place: string): number => drawingOrder(vocabulary, place);

it('draws what is narrow over what is wide', () => {
  expect(order('loc lung field')).toBeLessThan(order('loc upper lung field'));
  expect(order('loc upper lung field')).toBeLessThan(order('loc apical'));
  expect(order('loc diffuse bilateral')).toBeLessThan(order('loc peripheral'));
  expect(order('loc bilateral')).toBeLessThan(order('loc right'));
});
