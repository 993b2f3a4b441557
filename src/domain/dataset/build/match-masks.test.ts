import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../../brand.ts';
import type { ImageDraft, MaskDraft } from './drafts.ts';
import { isMaskStem, matchMask, nameFilesOf, withoutNameFiles } from './match-masks.ts';

const mask = (stem: string, entities: Partial<MaskDraft> = {}): MaskDraft => ({
  path: `derivatives/${stem}.png` as DatasetPath,
  root: '',
  relative: '',
  stem,
  run: '',
  acq: '',
  view: '',
  ...entities,
});

/** Only what matching reads. */
const image = (stem: string, seriesKey = stem): ImageDraft =>
  ({ stem, seriesKey, acq: '', view: '' }) as unknown as ImageDraft;

describe('matchMask', () => {
  it('takes the image of the same name', () => {
    const images = [image('s_run-1_dx'), image('s_run-2_dx')];
    expect(matchMask(mask('s_run-2_dx_dseg'), images)).toBe(images[1]);
  });

  it('takes the only image that agrees with what the name states', () => {
    const images = [image('s_run-1_bp-chest_dx'), image('s_run-2_bp-chest_ct')];
    expect(matchMask(mask('s_run-2_desc-lung_dseg', { run: '2' }), images)).toBe(images[1]);
    expect(matchMask(mask('s_ct_seg'), images)).toBe(images[1]);
    expect(matchMask(mask('s_seg'), images)).toBeUndefined();
    expect(matchMask(mask('s_run-3_seg', { run: '3' }), images)).toBeUndefined();
  });

  it('takes the series whose slices all agree', () => {
    const slices = [image('s_chunk-1_ct', 's_ct'), image('s_chunk-2_ct', 's_ct')];
    expect(matchMask(mask('s_ct_dseg'), slices)).toBe(slices[0]);
    expect(matchMask(mask('s_dseg'), [...slices, image('s_dx')])).toBeUndefined();
  });
});

describe('files beside a mask', () => {
  it('are its names, and polygons only where no other mask has their name', () => {
    const json = (stem: string) => mask(stem, { path: `derivatives/${stem}.json` as DatasetPath });
    const volume = mask('a_dseg', { path: 'derivatives/a_dseg.nii.gz' as DatasetPath });
    const polygons = json('b_dseg');
    expect(withoutNameFiles([volume, json('a_dseg'), polygons])).toEqual([volume, polygons]);
    expect(nameFilesOf('d/a_dseg.nii.gz')).toEqual(['d/a_dseg.tsv', 'd/a_dseg.json', 'd/a_dseg.csv']);
    expect(nameFilesOf('d/b_dseg.json')).not.toContain('d/b_dseg.json');
  });

  it('are told by the end of the name', () => {
    for (const stem of ['a_dx_dseg', 'a_mask', 'a-seg', 'a_dx_coco', 'a_polygons'])
      expect(isMaskStem(stem)).toBe(true);
    for (const stem of ['a_dx', 'label-a_ct', 'masked']) expect(isMaskStem(stem)).toBe(false);
  });
});
