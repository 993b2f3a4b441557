import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../../domain/brand.ts';
import { memorySource } from '../../testing/memory-source.ts';
import { createAnnotationFiles } from './annotation-files.ts';
import { loadMask } from './load-mask.ts';

/** Real masks with their licences, beside the project where somebody has put them; the tests stand without. */
const CORPUS = join('..', 'shared', 'corpus');
const { signal } = new AbortController();

/** Pixels of each segment by slice. */
async function areasOf(mask: string, images: readonly string[]): Promise<Record<string, readonly number[]>> {
  const files = Object.fromEntries(
    [mask, ...images].map((path) => [path, new Uint8Array(readFileSync(join(CORPUS, path)))]),
  );
  const source = memorySource(files);
  const series = images.map((path) => ({ path: path as DatasetPath }));
  const [first] = series;
  if (!first) throw new RangeError('no image');
  const ref = { path: mask as DatasetPath, image: first.path, series };
  const { segments } = await loadMask(source, ref, createAnnotationFiles(source), signal);
  return Object.fromEntries(
    segments.map(({ label, slices }) => [label, slices.map((slice) => slice?.areaPx ?? 0)]),
  );
}

const CT = [1, 2, 3].map((slice) => `seg_sr_pr/dcmqi_ct3slice/0${slice}.dcm`);
const PASCAL_VOC =
  'ct_chest_lung_dx_A0002/annotation_xml/1.3.6.1.4.1.14519.5.2.1.6655.2359.122259036515695905512549026864.xml';

/** Counts are pydicom's, nibabel's and Pillow's, each with `(frame == label).sum()`. */
describe.runIf(existsSync(CORPUS))('masks of others', () => {
  it('of dcmqi, from the head down, where segments overlap', async () => {
    // The CT's slices are 1 mm apart, 01.dcm the highest.
    expect(await areasOf('seg_sr_pr/dcmqi_ct3slice/liver.dcm', CT)).toEqual({ Liver: [35220, 35645, 36233] });
    expect(await areasOf('seg_sr_pr/dcmqi_ct3slice/partial_overlaps.dcm', CT)).toEqual({
      GREEN: [0, 9602, 0],
      ORANGE: [0, 11888, 0],
      PURPLE: [10509, 117, 117],
      LIGHT_BLUE: [0, 0, 6693],
      DARK_BLUE: [0, 0, 4713],
    });
  });

  it('of another patient are refused', async () => {
    const masks = [
      'highdicom/seg_image_ct_binary.dcm',
      'highdicom/seg_image_cr_binary.dcm',
      'dcmqi_sr/seg.dcm',
    ];
    for (const mask of masks)
      await expect(areasOf(`seg_sr_pr/${mask}`, CT)).rejects.toMatchObject({ code: 'MASK_INVALID' });
  });

  it('as label maps in NIfTI and PNG', async () => {
    const nifti = await areasOf('nifti_ct_seg/example_seg.nii.gz', ['nifti_ct_seg/example_ct_sm.nii.gz']);
    const total = (label: string): number => (nifti[label] ?? []).reduce((sum, area) => sum + area, 0);
    expect([total('1'), total('5'), total('117'), Object.keys(nifti).length]).toEqual([
      9452, 38634, 2100, 41,
    ]);
    expect(
      await areasOf('covid_cxr_masks/masks/08d780ae.png', ['covid_cxr_masks/images/08d780ae.png']),
    ).toEqual({ 1: [52917], 2: [63410] });
  });

  it('in XML of another kind are refused as such', async () => {
    await expect(areasOf(PASCAL_VOC, CT)).rejects.toMatchObject({
      issue: { facts: { reason: 'unknown-format' } },
    });
  });
});
