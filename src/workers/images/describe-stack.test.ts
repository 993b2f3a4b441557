import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../../domain/brand.ts';
import { TAG, type DicomDataset, type DicomElement } from '../../domain/imaging/dicom-dataset.ts';
import { writeDicom } from '../../formats/dicom/write-dicom.ts';
import { memorySource, type MemoryFiles } from '../../testing/memory-source.ts';
import { describeStack } from './describe-stack.ts';

const AXIAL = [1, 0, 0, 0, 1, 0];
const CORONAL = [1, 0, 0, 0, 0, -1];

const element = (vr: string, ...values: (string | number)[]): DicomElement => ({ vr, values });

/** A slice of black pixels. */
function slice(z: number, columns: number, orientation: readonly number[]): Promise<Uint8Array<ArrayBuffer>> {
  const dataset = new Map([
    [TAG.SOPClassUID, element('UI', '1.2.840.10008.5.1.4.1.1.2')],
    [TAG.SOPInstanceUID, element('UI', `2.25.${z + 1}`)],
    [TAG.ImagePositionPatient, element('DS', 0, 0, z)],
    [TAG.ImageOrientationPatient, element('DS', ...orientation)],
    [TAG.Rows, element('US', 2)],
    [TAG.Columns, element('US', columns)],
    [TAG.BitsAllocated, element('US', 16)],
    [TAG.PixelSpacing, element('DS', 1, 1)],
  ]);
  return writeDicom(dataset, new Uint8Array(4 * columns));
}

const describeFiles = (files: MemoryFiles) =>
  describeStack(
    memorySource(files),
    Object.keys(files).map((path) => ({ path: path as DatasetPath })),
    new AbortController().signal,
  );

const sequence = (...values: DicomDataset[]): DicomElement => ({ vr: 'SQ', values });

/** A file of frames at these heights, in functional groups (PS3.3 C.7.6.16). */
function enhanced(heights: readonly number[], frames = heights.length): Promise<Uint8Array<ArrayBuffer>> {
  const group = (tag: string, own: DicomDataset) => new Map([[tag, sequence(own)]]);
  const orientation = new Map([[TAG.ImageOrientationPatient, element('DS', ...AXIAL)]]);
  const places = heights.map((z) =>
    group(TAG.PlanePositionSequence, new Map([[TAG.ImagePositionPatient, element('DS', 0, 0, z)]])),
  );
  const dataset = new Map([
    [TAG.SOPClassUID, element('UI', '1.2.840.10008.5.1.4.1.1.2.1')],
    [TAG.SOPInstanceUID, element('UI', '2.25.9')],
    [TAG.NumberOfFrames, element('IS', frames)],
    [TAG.Rows, element('US', 2)],
    [TAG.Columns, element('US', 2)],
    [TAG.BitsAllocated, element('US', 16)],
    [TAG.SharedFunctionalGroupsSequence, sequence(group(TAG.PlaneOrientationSequence, orientation))],
    [TAG.PerFrameFunctionalGroupsSequence, sequence(...places)],
  ]);
  return writeDicom(dataset, new Uint8Array(8 * heights.length));
}

const framesOf = async (files: MemoryFiles) =>
  (await describeFiles(files)).slices.map(({ file, frame }) => `${file.path} ${frame}`);

describe('the frames of one file', () => {
  it('are shown from the head down, by their own positions', async () => {
    expect(await framesOf({ 'a.dcm': await enhanced([5, 25, 15]) })).toEqual([
      'a.dcm 1',
      'a.dcm 2',
      'a.dcm 0',
    ]);
  });

  it('stay in their order where nothing says another', async () => {
    const frames = Array.from({ length: 12 }, (_, at) => `a.dcm ${at}`);
    expect(await framesOf({ 'a.dcm': await enhanced([], 12) })).toEqual(frames);
  });

  it('lie among those of other files', async () => {
    const files = { 'a.dcm': await enhanced([0, 20]), 'b.dcm': await enhanced([10, 30]) };
    expect(await framesOf(files)).toEqual(['b.dcm 1', 'a.dcm 1', 'b.dcm 0', 'a.dcm 0']);
  });

  it('are no more than a scan can have, whatever the file says', async () => {
    expect(await framesOf({ 'a.dcm': await enhanced([], 2_147_483_647) })).toHaveLength(65_536);
  });
});

describe('a series of DICOM files', () => {
  it.each([
    ['alike', 2, AXIAL, []],
    ['of two sizes', 3, AXIAL, [{ code: 'SERIES_MIXED', facts: { what: 'size' } }]],
    ['of two orientations', 2, CORONAL, [{ code: 'SERIES_MIXED', facts: { what: 'orientation' } }]],
    [
      'of two sizes and orientations',
      3,
      CORONAL,
      [{ code: 'SERIES_MIXED', facts: { what: 'size-and-orientation' } }],
    ],
  ])('%s says so', async (_, columns, orientation, issues) => {
    const files = { 'a/1.dcm': await slice(0, 2, AXIAL), 'a/2.dcm': await slice(1, columns, orientation) };
    expect(await describeFiles(files)).toMatchObject({ slices: { length: 2 }, issues });
  });

  it('is shown without a slice that cannot be read, and names its file', async () => {
    const files = { 'a/1.dcm': await slice(0, 2, AXIAL), 'a/2.dcm': '' };
    expect(await describeFiles(files)).toMatchObject({
      slices: { length: 1 },
      issues: [{ code: 'FILE_EMPTY', path: 'a/2.dcm' }],
    });
  });

  it('says where its slices lie, from the head down, and what is odd about it', async () => {
    const files: Record<string, Uint8Array<ArrayBuffer>> = {};
    for (const z of [0, 1, 2, 5, 6]) files[`a/${z}.dcm`] = await slice(z, 2, AXIAL);
    const { places, issues } = await describeFiles(files);
    expect(issues).toEqual([{ code: 'SERIES_GAPS', facts: { gaps: 1, widest: 3 } }]);
    expect(places?.map((place) => place?.ImagePositionPatient[2])).toEqual([6, 5, 2, 1, 0]);
  });
});
