import { expect, test } from 'vitest';
import { statedModality } from './stated-modality.ts';

test.each([
  ['DX', 'CT', 'CT', true],
  ['CR', 'DX', 'DX', true],
  ['CT', 'CT', 'CT', false],
  ['', 'CT', 'CT', false],
  ['DX', '', 'DX', false],
  ['', '', '', false],
  ['DX', 'OT', 'DX', false],
  ['', 'OT', 'OT', false],
])('a name that states %j and a header that states %j are %j', (named, read, shown, conflict) => {
  expect(statedModality(named, read)).toEqual({ shown, conflict });
});
