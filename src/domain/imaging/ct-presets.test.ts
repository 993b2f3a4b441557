import { expect, test } from 'vitest';
import { CT_PRESETS } from './ct-presets.ts';

test('the presets are those of OHIF under its keys, and the mediastinum of Weasis', () => {
  expect(CT_PRESETS.map(({ id, width, center }) => [id, width, center])).toEqual([
    ['soft-tissue', 400, 40],
    ['lung', 1500, -600],
    ['liver', 150, 90],
    ['bone', 2500, 480],
    ['brain', 80, 40],
    ['mediastinum', 400, 80],
  ]);
});
