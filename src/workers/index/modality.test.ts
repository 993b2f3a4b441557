import { describe, expect, it } from 'vitest';
import { element, fileHead, joined, words } from '../../formats/dicom/test-dicom.ts';
import { codesOf, imagesOf, pngHead } from '../../testing/index-contents.ts';
import { memorySource, type MemoryFiles } from '../../testing/memory-source.ts';
import { scan } from './test-scan.ts';

/** A slice of 2 × 2 pixels of one series. */
const slice = (modality: string, instance: number): Uint8Array =>
  joined(
    fileHead(),
    element('00080060', 'CS', modality),
    element('0020000E', 'UI', '2.25.77'),
    element('00200013', 'IS', String(instance)),
    element('00280010', 'US', words(2, [2])),
    element('00280011', 'US', words(2, [2])),
    element('00280100', 'US', words(2, [16])),
    element('7FE00010', 'OW', words(2, [1, 2, 3, 4])),
  );

const sidecar = (modality: string): string => JSON.stringify({ '00080060': { vr: 'CS', Value: [modality] } });

const chunk = (at: number): string => `sub-1/ses-1/mod-rx/sub-1_ses-1_run-1_chunk-${at}_dx.dcm`;
const file = (run: number): string => `sub-2/ses-1/mod-rx/sub-2_ses-1_run-${run}_cr.dcm`;
const film = (run: number): string => `sub-1/ses-1/mod-rx/sub-1_ses-1_run-${run}_dx`;
const unnamed = (run: number): string => `sub-1/ses-1/rx/sub-1_ses-1_run-${run}_bp-x`;

const scanned = (files: MemoryFiles) => scan(memorySource(files));

describe('the modality of an image', () => {
  it('is that of its header, so that the slices of a CT are a stack whatever their names say', async () => {
    const index = await scanned(
      Object.fromEntries(
        [1, 2, 3].flatMap((at) => [chunk(at), file(at)].map((path) => [path, slice('CT', at)])),
      ),
    );
    expect(imagesOf(index, 'sub-1', 'ses-1')).toEqual([1, 2, 3].map((at) => `${chunk(at)} CT`));
    expect([...index.images.series]).toEqual([0, 0, 0, 1, 1, 1]);
    expect(index.issues.filter(({ code }) => code === 'MODALITY_MISMATCH')).toHaveLength(6);
    expect(index.issues).toContainEqual({
      code: 'MODALITY_MISMATCH',
      path: chunk(1),
      subject: 'sub-1',
      session: 'ses-1',
      facts: { name: 'DX', header: 'CT' },
    });
    expect(codesOf(index)).not.toContain('VOI_MISSING');
  });

  it('is that of its sidecar, and a film then has a projection', async () => {
    const stem = 'sub-1/ses-1/mod-rx/sub-1_ses-1_run-1_vp-pa_ct';
    const index = await scanned({ [`${stem}.png`]: pngHead(), [`${stem}.json`]: sidecar('DX') });
    expect(imagesOf(index, 'sub-1', 'ses-1')).toEqual([`${stem}.png DX`]);
    expect(index.images.views[index.images.view[0] ?? 0]).toBe('PA');
    expect(codesOf(index)).toEqual(expect.arrayContaining(['MODALITY_MISMATCH', 'VOI_MISSING']));
  });

  it('is that of its name where nothing else says one', async () => {
    const index = await scanned({
      [`${film(1)}.png`]: pngHead(),
      [`${film(2)}.png`]: pngHead(),
      [`${film(2)}.json`]: sidecar('OT'),
      [`${film(3)}.png`]: pngHead(),
      [`${film(3)}.json`]: sidecar('a film, I think; or not?'),
    });
    expect(imagesOf(index, 'sub-1', 'ses-1')).toEqual([1, 2, 3].map((run) => `${film(run)}.png DX`));
    expect(codesOf(index)).not.toContain('MODALITY_MISMATCH');
    expect(index.issues.filter(({ code }) => code === 'SIDECAR_VALUE')).toHaveLength(1);
  });

  it('is told apart however many there are', async () => {
    const runs = Array.from({ length: 300 }, (_, run) => run);
    const index = await scanned(
      Object.fromEntries(
        runs.flatMap((run) => [
          [`${unnamed(run)}.png`, pngHead()],
          [`${unnamed(run)}.json`, sidecar(`M${run}`)],
        ]),
      ),
    );
    expect(imagesOf(index, 'sub-1', 'ses-1')).toEqual(runs.map((run) => `${unnamed(run)}.png M${run}`));
    expect(index.filters.facets.modality.cells.values).toHaveLength(300);
  });
});
