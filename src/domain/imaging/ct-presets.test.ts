import { expect, test } from 'vitest';
import { CT_PRESETS } from './ct-presets.ts';

test('the presets are those of OHIF under its keys, and the mediastinum of Weasis', () => {
  expect(CT_PRESETS.map(({ id, key, width, center }) => [id, key, width, center])).toEqual([
    ['soft-tissue', '1', 400, 40],
    ['lung', '2', 1500, -600],
    ['liver', '3', 150, 90],
    ['bone', '4', 2500, 480],
    ['brain', '5', 80, 40],
    ['mediastinum', undefined, 400, 80],
  ]);
});
