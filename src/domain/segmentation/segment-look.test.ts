import { expect, test } from 'vitest';
import { bundledVocabulary } from '../vocabulary/vocabulary.ts';
import { lookOf } from './segment-look.ts';

const vocabulary = bundledVocabulary();

test('a name of the vocabulary has its branch, however it is written, and stays as filed', () => {
  expect(lookOf(vocabulary, { label: 'Pleural_Effusion' })).toEqual({
    name: 'Pleural_Effusion',
    term: 'pleural effusion',
    branch: 'pleura',
    colour: undefined,
  });
});

test('a bare concept identifier is called what the vocabulary calls it', () => {
  expect(lookOf(vocabulary, { label: 'C5203670' })).toMatchObject({ name: 'COVID 19', branch: 'diagnosis' });
});

test('the colour of the file comes first, lightened where a film would hide it', () => {
  expect(lookOf(vocabulary, { label: 'consolidation', colour: [250, 200, 10] }).colour).toBe('#fac80a');
  expect(lookOf(vocabulary, { label: '7', colour: [0, 0, 0] })).toMatchObject({
    name: '7',
    branch: 'neutral',
    colour: '#808080',
  });
});
