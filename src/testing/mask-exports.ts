import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Rgb } from '../domain/segmentation/colour.ts';
import type { ExportSegment } from '../domain/segmentation/export-labels.ts';
import type { MaskTarget } from '../domain/segmentation/mask-target.ts';

/** Rectangles of a segment, which other programs can draw too. */
type Rectangle = readonly [slice: number, x: number, y: number, width: number, height: number];

/** What is exported, on which image. */
export interface ExportCase {
  readonly name: string;
  readonly target: MaskTarget;
  readonly segments: readonly {
    readonly name: string;
    readonly cui: string;
    readonly colour: Rgb;
    readonly rectangles: readonly Rectangle[];
  }[];
  /** Affine of the image, of a NIfTI: rows of voxel indices to RAS mm. */
  readonly affine?: readonly (readonly [number, number, number, number])[];
}

const SEGMENTS: ExportCase['segments'] = [
  {
    name: 'consolidación',
    cui: 'C0521530',
    colour: [232, 162, 113],
    rectangles: [
      [0, 1, 1, 5, 3],
      [2, 0, 0, 9, 7],
    ],
  },
  {
    name: 'derrame, pleural',
    cui: '',
    colour: [107, 182, 243],
    rectangles: [
      [0, 4, 2, 4, 4],
      [1, 8, 6, 1, 1],
    ],
  },
];
/** A tilted stack, without rounding. */
const PLANES = [0, 1, 2].map((k) => ({
  ImagePositionPatient: [-31.5 + k, 12.25 - 2 * k, 100 - 2 * k] as const,
  ImageOrientationPatient: [2 / 3, 2 / 3, -1 / 3, -2 / 3, 1 / 3, -2 / 3] as const,
  PixelSpacing: [1.5, 0.75] as const,
}));
const SIZE = { columns: 9, rows: 7 };

const ON_FIRST = SEGMENTS.map((segment) => ({
  ...segment,
  rectangles: segment.rectangles.filter(([slice]) => slice === 0),
}));

export const EXPORT_CASES: readonly ExportCase[] = [
  {
    name: 'a series of DICOM images',
    target: {
      ...SIZE,
      frameOfReference: '2.25.4711',
      slices: PLANES.map((plane, k) => ({ uid: `2.25.10${k}`, plane })),
    },
    segments: SEGMENTS,
  },
  {
    name: 'a film with a sidecar',
    target: { ...SIZE, slices: [{ uid: '2.25.100' }] },
    segments: ON_FIRST,
  },
  { name: 'a film without a sidecar', target: { ...SIZE, slices: [{}] }, segments: ON_FIRST },
  {
    name: 'a NIfTI that is stored from the feet up, rows to the front',
    // Shown from the head down, rows to the back, as a volume of this affine hangs.
    target: {
      ...SIZE,
      slices: [2, 1, 0].map((k) => ({
        plane: {
          ImagePositionPatient: [-40.5, 11.25, -300 + 5 * k],
          ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
          PixelSpacing: [1.5, 0.75],
        },
      })),
    },
    segments: SEGMENTS,
    affine: [
      [-0.75, 0, 0, 40.5],
      [0, 1.5, 0, -20.25],
      [0, 0, 5, -300],
    ],
  },
];

/** The outlines of a case, slice by slice; the rectangles of one slice lie apart. */
export const exportSegments = ({ target, segments }: ExportCase): readonly ExportSegment[] =>
  segments.map(({ rectangles, ...segment }) => ({
    ...segment,
    outlines: target.slices.map((_, k) => {
      const own = rectangles.filter(([slice]) => slice === k);
      const paths = own.map(([, x, y, width, height]) => `M${x},${y}H${x + width}V${y + height}H${x}Z`);
      return paths.length === 0 ? undefined : paths.join('');
    }),
  }));

/** One file of `masks/exports.jsonl`, which the test of the writers makes and `masks/check_exports.py` reads. */
export interface ExportFile {
  readonly case: ExportCase;
  readonly kind: 'png' | 'nifti' | 'seg' | 'names';
  readonly file: string;
}

export const EXPORTS_PATH = fileURLToPath(new URL('masks/exports.jsonl', import.meta.url));

export const readExports = (): readonly ExportFile[] =>
  readFileSync(EXPORTS_PATH, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ExportFile);
