import { describe, expect, it } from 'vitest';
import { MidscopeError } from '../../domain/error.ts';
import type { MaskTarget } from '../../domain/segmentation/mask-target.ts';
import { maskContext, pixelsByName } from '../../testing/mask-context.ts';
import { testSeg, testStructureSet, type TestSeg } from '../../testing/test-masks.ts';
import { element, fileHead, joined } from '../dicom/test-dicom.ts';
import { readDicomHeader } from '../dicom/read-header.ts';
import { decodeDicomMask, dicomMaskKind, dicomMaskReferences } from './dicom-mask.ts';

const { signal } = new AbortController();

/** Two slices of 3 × 2 pixels of 1 mm, 4 mm apart. */
const STACK: MaskTarget = {
  columns: 3,
  rows: 2,
  frameOfReference: '2.25.40',
  slices: [0, 1].map((slice) => ({
    uid: `2.25.${slice}`,
    plane: {
      ImagePositionPatient: [0, 0, -4 * slice],
      ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
      PixelSpacing: [1, 1],
    },
  })),
};
const FILM: MaskTarget = { columns: 3, rows: 2, slices: [{ uid: '2.25.0' }] };

const seg = (change: Partial<TestSeg> = {}): Uint8Array<ArrayBuffer> =>
  testSeg({
    columns: 3,
    rows: 2,
    frames: [{ segment: 1, uid: '2.25.0', samples: [1, 0, 0, 0, 0, 1] }],
    ...change,
  });

const POSED: Partial<TestSeg> = {
  orientation: '1\\0\\0\\0\\1\\0',
  spacing: '1\\1',
  frameOfReference: '2.25.40',
};

/** What the first draw of a mask brings up, or its pixels. */
const drawn = async (bytes: Uint8Array<ArrayBuffer>, target = STACK, isByHand = false): Promise<unknown> => {
  try {
    const mask = await decodeDicomMask(bytes, maskContext(target, isByHand));
    return { pixels: await pixelsByName(mask), issues: mask.issues };
  } catch (thrown) {
    if (!(thrown instanceof MidscopeError)) throw thrown;
    return (thrown.issue.facts as { reason?: string }).reason ?? thrown.code;
  }
};

const CORNERS = [
  [0, 0],
  [2, 1],
];

describe('DICOM segmentations', () => {
  it('lie on the images that their frames name', async () => {
    expect(await drawn(seg())).toEqual({ pixels: { lesion: { 0: CORNERS } }, issues: [] });
    const other = { segment: 1, uid: '2.25.7', samples: [1, 1, 1, 1, 1, 1] };
    const own = { segment: 1, uid: '2.25.1', samples: [1, 0, 0, 0, 0, 1] };
    expect(await drawn(seg({ frames: [other, own, other] }))).toEqual({
      pixels: { lesion: { 1: CORNERS } },
      issues: [{ code: 'MASK_PARTLY', facts: { missing: 2, parts: 3 } }],
    });
  });

  it('lie where they say in the patient, when they name no image of the stack', async () => {
    const frames = [{ segment: 1, uid: '2.25.7', at: '0\\0\\-4.9', samples: [1, 0, 0, 0, 0, 1] }];
    expect(await drawn(seg({ ...POSED, frames }))).toEqual({
      pixels: { lesion: { 1: CORNERS } },
      issues: [],
    });
    const beyond = [...frames, { segment: 1, at: '0\\0\\40', samples: [1, 1, 1, 1, 1, 1] }];
    expect(await drawn(seg({ ...POSED, frames: beyond }))).toEqual({
      pixels: { lesion: { 1: CORNERS } },
      issues: [{ code: 'MASK_PARTLY', facts: { missing: 1, parts: 2 } }],
    });
  });

  it('of writers that name the whole series for each frame lie by position', async () => {
    // Two frames, of which each says that it comes of both images.
    const both = ['2.25.0', '2.25.1'];
    const frames = [
      { segment: 1, at: '0\\0\\-4', samples: [1, 0, 0, 0, 0, 1] },
      { segment: 1, at: '0\\0\\0', samples: [0, 1, 0, 0, 0, 0] },
    ];
    const bytes = seg({ ...POSED, frames: frames.map((frame) => ({ ...frame, uids: both })) });
    expect(await drawn(bytes)).toEqual({
      pixels: { lesion: { 0: [[1, 0]], 1: CORNERS } },
      issues: [],
    });
  });

  it('of two frames of one segment on one slice are both drawn', async () => {
    const frames = [
      { segment: 1, uid: '2.25.0', samples: [1, 0, 0, 0, 0, 0] },
      { segment: 1, uid: '2.25.0', samples: [0, 0, 0, 0, 0, 1] },
    ];
    expect(await drawn(seg({ frames }))).toEqual({ pixels: { lesion: { 0: CORNERS } }, issues: [] });
  });

  it.each([
    [
      'other images',
      seg({ frames: [{ segment: 1, uid: '2.25.9', samples: [1, 0, 0, 0, 0, 1] }] }),
      FILM,
      'no-such-image',
    ],
    [
      'images of nowhere',
      seg({ frames: [{ segment: 1, samples: [1, 0, 0, 0, 0, 1] }] }),
      STACK,
      'no-such-image',
    ],
    [
      'another frame of reference',
      seg({
        ...POSED,
        frameOfReference: '2.25.41',
        frames: [{ segment: 1, at: '0\\0\\0', samples: [1, 0, 0, 0, 0, 1] }],
      }),
      STACK,
      'other-frame',
    ],
    [
      'other planes',
      seg({
        ...POSED,
        orientation: '1\\0\\0\\0\\0\\-1',
        frames: [{ segment: 1, at: '0\\0\\0', samples: [1, 0, 0, 0, 0, 1] }],
      }),
      STACK,
      'not-parallel',
    ],
    [
      'another size',
      seg({ columns: 2, frames: [{ segment: 1, uid: '2.25.0', samples: [1, 0, 0, 1] }] }),
      STACK,
      'MASK_SIZE',
    ],
    ['no segment', seg({ names: [] }), STACK, 'no-segments'],
    [
      'more segments than values',
      seg({ names: Array.from({ length: 256 }, () => 'a') }),
      STACK,
      'too-many-segments',
    ],
  ] as const)('of %s are refused', async (_, bytes, target, reason) => {
    expect(await drawn(bytes, target)).toBe(reason);
  });

  it('are drawn on another image, or in another frame of reference, where the user has put them', async () => {
    const other = seg({ frames: [{ segment: 1, uid: '2.25.9', samples: [1, 0, 0, 0, 0, 1] }] });
    expect(await drawn(other, FILM, true)).toEqual({
      pixels: { lesion: { 0: CORNERS } },
      issues: [{ code: 'MASK_OTHER_IMAGE' }],
    });
    const elsewhere = seg({
      ...POSED,
      frameOfReference: '2.25.41',
      frames: [{ segment: 1, at: '0\\0\\0', samples: [1, 0, 0, 0, 0, 1] }],
    });
    expect(await drawn(elsewhere, STACK, true)).toMatchObject({ issues: [{ code: 'MASK_OTHER_IMAGE' }] });
  });

  it('of fractions have the pixels of at least half', async () => {
    const frames = [{ segment: 1, uid: '2.25.0', samples: [50, 49, 0, 48, 10, 100] }];
    expect(await drawn(seg({ fraction: 100, frames }))).toEqual({
      pixels: { lesion: { 0: CORNERS } },
      issues: [],
    });
  });
});

const triangle = (z: number): readonly number[] => [-0.5, -0.5, z, 2.5, -0.5, z, -0.5, 1.4, z];

const regionAt = (z: number) =>
  testStructureSet([{ name: 'GTV', contours: [{ data: triangle(z) }] }], '2.25.40');

describe('RT structure sets', () => {
  it('lie on the slice that they are nearest to, and not beyond half the way to the next', async () => {
    expect(await drawn(regionAt(-3))).toMatchObject({
      pixels: { GTV: { 1: expect.any(Array) } },
      issues: [],
    });
    expect(await drawn(regionAt(-1.9))).toMatchObject({ pixels: { GTV: { 0: expect.any(Array) } } });
    expect(await drawn(regionAt(2.5))).toBe('not-parallel');
  });

  it('are refused where the image says nothing of the patient, or is of another frame of reference', async () => {
    expect(await drawn(regionAt(0), FILM)).toBe('no-place');
    expect(await drawn(regionAt(0), { ...STACK, frameOfReference: '2.25.41' })).toBe('other-frame');
    expect(await drawn(regionAt(0), { ...STACK, frameOfReference: '2.25.41' }, true)).toMatchObject({
      issues: [{ code: 'MASK_OTHER_IMAGE' }],
    });
  });

  it.each([
    ['no region', testStructureSet([]), 'no-segments'],
    ['half a point', testStructureSet([{ name: 'a', contours: [{ data: [1, 2, 0, 4] }] }]), 'not-points'],
    [
      'an outline across the slices',
      testStructureSet([{ name: 'a', contours: [{ data: [0, 0, 0, 1, 0, -40, 0, 1, 0] }] }]),
      'not-parallel',
    ],
  ] as const)('of %s are refused', async (_, bytes, reason) => {
    expect(await drawn(bytes)).toBe(reason);
  });
});

const header = (bytes: Uint8Array<ArrayBuffer>) => {
  const read = readDicomHeader(bytes, bytes.length, signal);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.dataset;
};

describe('other DICOM files', () => {
  it('are no masks', async () => {
    const image = joined(
      fileHead(),
      element('00080016', 'UI', '1.2.840.10008.5.1.4.1.1.2'),
      element('00080060', 'CS', 'CT'),
    );
    expect(await drawn(image)).toBe('other-dicom');
  });

  it('are told by their class, and name the images that they were made of', () => {
    expect(dicomMaskKind(header(seg()))).toBe('seg');
    expect(dicomMaskReferences(header(seg()))).toEqual(['2.25.0']);
    const set = testStructureSet([
      {
        name: 'a',
        contours: [
          { uid: '2.25.3', data: [0, 0, 0] },
          { uid: '2.25.3', data: [0, 0, 0] },
        ],
      },
    ]);
    expect([dicomMaskKind(header(set)), dicomMaskReferences(header(set))]).toEqual(['rtstruct', ['2.25.3']]);
  });
});
