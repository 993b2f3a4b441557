import { writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOverlaps, labelsOnSlice } from '../../domain/segmentation/export-labels.ts';
import { toSvgPath, traceContours } from '../../domain/segmentation/trace-contours.ts';
import { maskContext, pixelsByName } from '../../testing/mask-context.ts';
import {
  EXPORT_CASES,
  EXPORTS_PATH,
  exportSegments,
  readExports,
  type ExportCase,
  type ExportFile,
} from '../../testing/mask-exports.ts';
import { readNiftiHeader } from '../nifti/nifti-header.ts';
import { writeNifti } from '../nifti/write-nifti.ts';
import { parseLabelNames } from './label-names.ts';
import { decodeMask } from './mask-formats.ts';
import { writeLabelNames, writeLabelNifti, writeLabelPng, writeStackNifti } from './write-label-map.ts';
import { writeSeg } from './write-seg.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Header of the NIfTI that the image of a case is. */
function imageHeader({ target, affine }: ExportCase) {
  const dimensions = [target.columns, target.rows, target.slices.length] as const;
  const [x, y, z] = affine ?? [];
  if (!x || !y || !z) return undefined;
  const data = new Uint8Array(dimensions[0] * dimensions[1] * dimensions[2]);
  return readNiftiHeader(writeNifti({ dimensions, data, affine: [x, y, z] }));
}

function niftiOf(one: ExportCase): Uint8Array<ArrayBuffer> {
  const header = imageHeader(one);
  const bytes = header
    ? writeLabelNifti(exportSegments(one), header)
    : writeStackNifti(exportSegments(one), one.target, [0.139, 0.139]);
  if (!bytes) throw new Error('uneven');
  return bytes;
}

function segOf(one: ExportCase): Promise<Uint8Array<ArrayBuffer>> {
  let uids = 0;
  return writeSeg({
    segments: exportSegments(one),
    target: one.target,
    sources: one.target.slices.map(({ uid }) =>
      uid === undefined ? undefined : { sopClass: '1.2.840.10008.5.1.4.1.1.2', sopInstance: uid },
    ),
    image: new Map([
      ['0020000D', { vr: 'UI', values: ['2.25.500'] }],
      ['0020000E', { vr: 'UI', values: ['2.25.501'] }],
      ['00100030', { vr: 'DA', values: ['19530214'] }],
      ['00081030', { vr: 'LO', values: ['typed by hand'] }],
    ]),
    subject: 'sub-S03999',
    now: new Date(2020, 2, 16, 9, 5, 7),
    uid: () => `2.25.${900 + uids++}`,
  });
}

async function filesOf(one: ExportCase): Promise<readonly ExportFile[]> {
  const segments = exportSegments(one);
  const names = new TextEncoder().encode(writeLabelNames(segments));
  const png = writeLabelPng(segments, 0, one.target);
  return [
    { case: one, kind: 'png', file: base64(png) },
    { case: one, kind: 'names', file: base64(names) },
    { case: one, kind: 'nifti', file: base64(niftiOf(one)) },
    { case: one, kind: 'seg', file: base64(await segOf(one)) },
  ];
}

describe('files of masks', () => {
  it('are those that pydicom, nibabel and Pillow were asked about', async () => {
    const files = (await Promise.all(EXPORT_CASES.map(filesOf))).flat();
    const made: unknown = JSON.parse(JSON.stringify(files));
    // Written anew by WRITE_EXPORTS=1; `check_exports.py` then has to agree.
    if (process.env['WRITE_EXPORTS'] !== undefined)
      writeFileSync(EXPORTS_PATH, files.map((file) => `${JSON.stringify(file)}\n`).join(''));
    expect(made).toEqual(readExports());
  });

  it.each(EXPORT_CASES)('of $name are read back, pixel by pixel', async (one) => {
    const segments = exportSegments(one);
    const context = maskContext(one.target);
    const numbers = Object.fromEntries(one.segments.map(({ name }, at) => [name, String(at + 1)] as const));
    const expected: Record<string, Record<number, [number, number][]>> = {};
    for (const slice of one.target.slices.keys()) {
      const { data } = labelsOnSlice(segments, slice, one.target);
      data.forEach((value, at) => {
        if (value === 0) return;
        ((expected[String(value)] ??= {})[slice] ??= []).push([
          at % one.target.columns,
          Math.floor(at / one.target.columns),
        ]);
      });
    }
    expect(await pixelsByName(await decodeMask(niftiOf(one), context))).toEqual(expected);
    const png = await pixelsByName(await decodeMask(writeLabelPng(segments, 0, one.target), context));
    expect(png).toEqual(
      Object.fromEntries(
        Object.entries(expected).flatMap(([value, slices]) =>
          slices[0] ? [[value, { 0: slices[0] }] as const] : [],
        ),
      ),
    );
    // A segmentation keeps what overlaps.
    const seg = await decodeMask(await segOf(one), context);
    expect([...seg.names.values()]).toEqual(one.segments.map(({ name }) => name));
    const found = await pixelsByName(seg);
    for (const { name, rectangles } of one.segments)
      for (const [slice, x, y, width, height] of rectangles) {
        expect(found[name]?.[slice]).toHaveLength(width * height);
        expect(found[name]?.[slice]?.[0]).toEqual([x, y]);
      }
    expect(numbers).not.toEqual({});
  });

  it('hold the id of the dataset and nothing else of the patient', async () => {
    const text = Buffer.from(await segOf(EXPORT_CASES[0]!)).toString('latin1');
    expect(text).toContain('sub-S03999');
    expect(text).toContain('research use only');
    expect(text).not.toContain('19530214');
    expect(text).not.toContain('typed by hand');
  });

  it('have names and colours in a table that is read back', () => {
    const table = parseLabelNames(writeLabelNames(exportSegments(EXPORT_CASES[0]!)));
    expect(table.ok && [[...table.value.names], [...table.value.colours]]).toEqual([
      [
        [1, 'consolidación'],
        [2, 'derrame, pleural'],
      ],
      [
        [1, [232, 162, 113]],
        [2, [107, 182, 243]],
      ],
    ]);
  });

  it('are none where slices are not equally far apart', () => {
    const [one] = EXPORT_CASES;
    const [first, second, third] = one!.target.slices;
    const slices = [first!, second!, { ...third!, plane: first!.plane! }];
    expect(writeStackNifti(exportSegments(one!), { ...one!.target, slices }, [1, 1])).toBeUndefined();
  });

  it('count the pixels that one label map cannot hold', () => {
    const pixels = fc.uniqueArray(fc.nat(8 * 7 - 1), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(pixels, { minLength: 1, maxLength: 4 }), (sets) => {
        const segments = sets.map((places) => {
          const map = { columns: 8, rows: 7, data: new Uint8Array(56) };
          for (const at of places) map.data[at] = 1;
          return {
            name: '',
            cui: '',
            colour: [0, 0, 0] as const,
            outlines: [toSvgPath(traceContours(map, 1))],
          };
        });
        const all = sets.flat();
        expect(countOverlaps(segments)).toBe(all.length - new Set(all).size);
        const { data } = labelsOnSlice(segments, 0, { columns: 8, rows: 7 });
        expect(data.filter((value) => value > 0)).toHaveLength(new Set(all).size);
      }),
    );
  });
});
