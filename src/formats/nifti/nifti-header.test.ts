import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MidscopeError } from '../../domain/error.ts';
import { isRadiographShape, readNiftiHeader } from './nifti-header.ts';
import { type Fields, header1, header2 } from '../../testing/test-nifti.ts';

const VARIANTS = [
  ['NIfTI-1, little endian', (fields: Fields) => header1(fields), 1, true],
  ['NIfTI-1, big endian', (fields: Fields) => header1(fields, false), 1, false],
  ['NIfTI-2, little endian', (fields: Fields) => header2(fields), 2, true],
  ['NIfTI-2, big endian', (fields: Fields) => header2(fields, false), 2, false],
] as const;

const SFORM = [-0.5, 0, 0, 100, 0, 0.25, 0, -50, 0, 0, 2, 25];

const codeOf = (bytes: Uint8Array) => {
  try {
    readNiftiHeader(bytes);
    return 'none';
  } catch (thrown) {
    return thrown instanceof MidscopeError ? thrown.code : String(thrown);
  }
};

const near = (expected: readonly number[], digits = 5) =>
  expected.map((value): unknown => expect.closeTo(value, digits));

const inUnit = (units: number) => readNiftiHeader(header2({ units, sformCode: 1, srow: SFORM }));

describe('readNiftiHeader', () => {
  it.each(VARIANTS)('reads every field of %s', (_, build, version, littleEndian) => {
    const fields = {
      dim: [4, 512, 480, 30, 7],
      datatype: 512,
      slope: 2,
      intercept: -1024,
      sformCode: 1,
      srow: SFORM,
    };
    expect(readNiftiHeader(build({ ...fields, voxOffset: 560, description: 'phantom' }))).toEqual({
      version,
      littleEndian,
      dimensions: [512, 480, 30],
      volumes: 7,
      datatype: 512,
      bitpix: 16,
      voxOffset: 560,
      slope: 2,
      intercept: -1024,
      affine: { i: [-0.5, 0, 0], j: [0, 0.25, 0], k: [0, 0, 2], origin: [100, -50, 25] },
      affineSource: 'sform',
      units: 'mm',
      description: 'phantom',
    });
  });

  it('takes a slope of 0 or not a number for no scaling', () => {
    for (const slope of [0, Number.NaN, Number.POSITIVE_INFINITY])
      expect(readNiftiHeader(header1({ slope, intercept: 5 }))).toMatchObject({ slope: 1, intercept: 0 });
  });

  it('reads a radiograph, whose missing axes may hold 0, as one picture', () => {
    for (const dim of [
      [2, 1576, 1464],
      [3, 1576, 1464, 1, 1, 0, 0, 0],
      [3, 1576, 1464, 0],
      [2, 1576, 1464, -7, 9],
    ]) {
      const header = readNiftiHeader(header1({ dim }));
      expect(header).toMatchObject({ dimensions: [1576, 1464, 1], volumes: 1 });
      expect(isRadiographShape(header)).toBe(true);
    }
    expect(isRadiographShape(readNiftiHeader(header1({ dim: [3, 512, 512, 2] })))).toBe(false);
    expect(isRadiographShape(readNiftiHeader(header1({ dim: [4, 512, 512, 1, 3] })))).toBe(false);
  });

  it('takes an offset of 0 for the usual one', () => {
    expect(readNiftiHeader(header1({ voxOffset: 0 })).voxOffset).toBe(352);
    expect(readNiftiHeader(header2({ voxOffset: 0 })).voxOffset).toBe(544);
  });

  it.each([
    ['no bytes', new Uint8Array(0), 'FILE_EMPTY'],
    ['three bytes', new Uint8Array(3), 'IMAGE_TRUNCATED'],
    ['a header cut short', header1().subarray(0, 347), 'IMAGE_TRUNCATED'],
    ['a NIfTI-2 header cut short', header2().subarray(0, 539), 'IMAGE_TRUNCATED'],
    ['another format', new TextEncoder().encode('{"0008'.padEnd(600)), 'NIFTI_INVALID'],
    ['an Analyze 7.5 header', header1().fill(0, 344), 'NIFTI_INVALID'],
    ['a header without its voxels', header1().with(345, 0x69), 'IMAGE_UNDECODABLE'],
    ['a NIfTI-2 header without its voxels', header2().with(5, 0x69), 'IMAGE_UNDECODABLE'],
    ['no dimensions', header1({ dim: [0, 4, 4, 4] }), 'NIFTI_INVALID'],
    ['eight dimensions', header1({ dim: [8, 4, 4, 4] }), 'NIFTI_INVALID'],
    ['a negative dimension', header1({ dim: [3, 4, -4, 4] }), 'NIFTI_INVALID'],
    ['an empty first dimension', header1({ dim: [3, 0, 4, 4] }), 'NIFTI_INVALID'],
    ['a dimension of 2^40', header2({ dim: [3, 2 ** 40, 4, 4] }), 'NIFTI_INVALID'],
    ['a million and one columns', header2({ dim: [3, 2 ** 20 + 1, 1, 1] }), 'IMAGE_TOO_LARGE'],
    ['more slices than NIfTI-1 has room for', header2({ dim: [3, 1, 1, 2 ** 15 + 1] }), 'IMAGE_TOO_LARGE'],
    ['voxels inside the header', header1({ voxOffset: 348 }), 'NIFTI_INVALID'],
    ['an offset that is not a number', header1({ voxOffset: Number.NaN }), 'NIFTI_INVALID'],
    ['a negative offset', header2({ voxOffset: -544 }), 'NIFTI_INVALID'],
  ] as const)('refuses %s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('answers any bytes with a header or a coded error', () => {
    const mutated = fc
      .tuple(
        fc.constantFrom(header1(), header2(), header1({}, false)),
        fc.array(fc.tuple(fc.nat(543), fc.nat(255)), { maxLength: 40 }),
      )
      .map(([bytes, changes]) => {
        const copy = bytes.slice();
        for (const [at, value] of changes) copy[at] = value;
        return copy;
      });
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 600 })), (bytes) => {
        expect(codeOf(bytes)).toMatch(
          /^(none|FILE_EMPTY|IMAGE_(TRUNCATED|UNDECODABLE|TOO_LARGE)|NIFTI_INVALID)$/,
        );
      }),
      { numRuns: 2000, seed: 11 },
    );
  });
});

describe('the affine', () => {
  const qform = { qformCode: 1, quatern: [0, 1, 0], qoffset: [10, 20, 30] };

  it('comes from the sform, else the qform, else the voxel sizes', () => {
    const sform = { sformCode: 2, srow: SFORM };
    expect(readNiftiHeader(header1({ ...qform, ...sform })).affineSource).toBe('sform');
    expect(readNiftiHeader(header1({ ...qform, srow: SFORM })).affineSource).toBe('qform');
    const bare = readNiftiHeader(header1({ quatern: [0, 1, 0], srow: SFORM }));
    expect(bare.affineSource).toBe('pixdim');
    expect(bare.affine).toEqual({ i: [0.5, 0, 0], j: [0, 0.25, 0], k: [0, 0, 2], origin: [0, 0, 0] });
  });

  it('turns by the quaternion and mirrors the third axis by qfac', () => {
    const turned = readNiftiHeader(header1(qform)).affine;
    expect(turned.i).toEqual(near([-0.5, 0, 0]));
    expect(turned.j).toEqual(near([0, 0.25, 0]));
    expect(turned.k).toEqual(near([0, 0, -2]));
    expect(turned.origin).toEqual(near([10, 20, 30]));
    const mirrored = readNiftiHeader(header1({ ...qform, pixdim: [-1, 0.5, 0.25, 2] })).affine;
    expect(mirrored.k).toEqual(near([0, 0, 2]));
  });

  it('turns as the formula of Rodrigues does', () => {
    const component = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(component, component, component),
        fc.double({ min: 0, max: Math.PI, noNaN: true }),
        (v, angle) => {
          fc.pre(Math.hypot(...v) > 0.1);
          const axis = v.map((part) => part / Math.hypot(...v));
          const quatern = axis.map((part) => part * Math.sin(angle / 2));
          const { affine } = readNiftiHeader(header2({ qformCode: 1, quatern, pixdim: [1, 1, 1, 1] }));
          const [x = 0, y = 0, z = 0] = axis;
          const [sine, cosine, rest] = [Math.sin(angle), Math.cos(angle), 1 - Math.cos(angle)];
          expect(affine.i).toEqual(
            near([cosine + x * x * rest, x * y * rest + z * sine, x * z * rest - y * sine], 6),
          );
          expect(affine.j).toEqual(
            near([x * y * rest - z * sine, cosine + y * y * rest, y * z * rest + x * sine], 6),
          );
          expect(affine.k).toEqual(
            near([x * z * rest + y * sine, y * z * rest - x * sine, cosine + z * z * rest], 6),
          );
        },
      ),
    );
  });

  it('shortens a quaternion that rounding made longer than 1', () => {
    const { affine } = readNiftiHeader(header1({ ...qform, quatern: [0, 0, 1.00001] }));
    expect(affine.i).toEqual(near([-0.5, 0, 0]));
    expect(affine.j).toEqual(near([0, -0.25, 0]));
  });

  it('passes over a form that is not finite or flattens the volume', () => {
    for (const srow of [
      SFORM.with(0, Number.NaN),
      SFORM.with(3, Number.POSITIVE_INFINITY),
      SFORM.with(10, 0),
      [],
    ])
      expect(readNiftiHeader(header1({ ...qform, sformCode: 1, srow })).affineSource).toBe('qform');
    const broken = { sformCode: 1, srow: [], qformCode: 1, quatern: [Number.NaN, 0, 0] };
    expect(readNiftiHeader(header1({ ...broken, pixdim: [1, 0, -3, Number.NaN] }))).toMatchObject({
      affineSource: 'pixdim',
      affine: { i: [1, 0, 0], j: [0, 1, 0], k: [0, 0, 1] },
    });
  });

  it('is in mm whatever the unit of the file', () => {
    expect(inUnit(1)).toMatchObject({
      units: 'm',
      affine: { i: [-500, 0, 0], origin: [100_000, -50_000, 25_000] },
    });
    expect(inUnit(3)).toMatchObject({ units: 'µm', affine: { k: [0, 0, 0.002] } });
    expect(inUnit(0)).toMatchObject({ units: 'unknown', affine: { k: [0, 0, 2] } });
  });
});
