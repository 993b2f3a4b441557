import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../../domain/brand.ts';
import { TAG, type DicomElement } from '../../domain/imaging/dicom-dataset.ts';
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
  ]);
  return writeDicom(dataset, new Uint8Array(4 * columns));
}

const describeFiles = (files: MemoryFiles) =>
  describeStack(
    memorySource(files),
    Object.keys(files).map((path) => ({ path: path as DatasetPath })),
    new AbortController().signal,
  );

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
});
