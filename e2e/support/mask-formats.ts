import { testAim, testSeg, testStructureSet } from '../../src/testing/test-masks.ts';
import type { Files } from './app.ts';
import { dicom, imageAttributes, pixelData } from './dicom.ts';
import { filmPng, sidecar } from './films.ts';
import { png } from './png.ts';

const SIDE = 512;

export const filmPath = (subject: string): string =>
  `${subject}/ses-1/mod-rx/${subject}_ses-1_run-1_bp-chest_vp-pa_dx`;

/** A film with a sidecar that says which DICOM image it was made of. */
export const filmOf = (subject: string, uid: string): Files => ({
  [`${filmPath(subject)}.png`]: filmPng(),
  [`${filmPath(subject)}.json`]: sidecar({
    '00080016': ['UI', '1.2.840.10008.5.1.4.1.1.1.1'],
    '00080018': ['UI', uid],
    '00080060': ['CS', 'DX'],
    '00181164': ['DS', 0.139, 0.139],
    '0020000D': ['UI', '2.25.7000'],
    '0020000E': ['UI', '2.25.7001'],
  }),
});

const inSquare = (at: number, x: number, y: number, width = 64): boolean => {
  const [column, row] = [at % SIDE, Math.floor(at / SIDE)];
  return column >= x && column < x + width && row >= y && row < y + 64;
};

const samples = (x: number, y: number): readonly number[] =>
  Array.from({ length: SIDE * SIDE }, (_, at) => (inSquare(at, x, y) ? 1 : 0));

const square = (x: number, y: number) =>
  [
    [x, y],
    [x + 64, y],
    [x + 64, y + 64],
    [x, y + 64],
  ] as const;

/**
 * Films with one mask each, of every kind that has a store of its own. The first segment is the square of 64 pixels at
 * (64, 64), the second that at (256, 384).
 */
export const MASK_STORES: readonly {
  readonly name: string;
  readonly subject: string;
  readonly files: Files;
}[] = [
  {
    name: 'AIM',
    subject: 'sub-1',
    files: {
      'derivatives/aim/one.xml': testAim([
        ['consolidation', { type: 'Polyline', uid: '2.25.1', points: square(64, 64) }],
        [
          'ground glass pattern',
          // A square out of a larger one of which a part is cut out.
          {
            type: 'Polyline',
            uid: '2.25.1',
            points: [
              [256, 384],
              [352, 384],
              [352, 448],
              [256, 448],
            ],
          },
          {
            type: 'Polyline',
            uid: '2.25.1',
            include: false,
            points: [
              [320, 384],
              [352, 384],
              [352, 448],
              [320, 448],
            ],
          },
        ],
      ]),
    },
  },
  {
    name: 'DICOM SEG',
    subject: 'sub-2',
    files: {
      'derivatives/anywhere/0001.dcm': testSeg({
        columns: SIDE,
        rows: SIDE,
        names: ['consolidation', 'ground glass pattern'],
        // The green of sRGB.
        colours: [
          [57_552, 12_517, 53_711],
          [57_552, 12_517, 53_711],
        ],
        frames: [
          { segment: 1, uid: '2.25.2', samples: samples(64, 64) },
          { segment: 2, uid: '2.25.2', samples: samples(256, 384) },
        ],
      }),
    },
  },
  {
    name: 'a palette PNG with a table of marks',
    subject: 'sub-3',
    files: {
      [`derivatives/masks/${filmPath('sub-3')}_mask.png`]: png({
        columns: SIDE,
        rows: SIDE,
        depth: 8,
        colour: 'grey',
        samples: Uint8Array.from({ length: SIDE * SIDE }, (_, at) =>
          inSquare(at, 64, 64) ? 1 : inSquare(at, 256, 384) ? 2 : 0,
        ),
      }),
      [`derivatives/masks/${filmPath('sub-3')}_mask.csv`]: [
        '\tMark\tType\tidx\tx\ty\tlabel',
        ...square(64, 64).map(([x, y], at) => `${at}\t1\tconsolidation\t${at}\t${x}\t${y}\t1`),
        ...square(256, 384).map(([x, y], at) => `${4 + at}\t2\tground glass pattern\t${at}\t${x}\t${y}\t2`),
        '',
      ].join('\n'),
    },
  },
  {
    name: 'a table of marks alone',
    subject: 'sub-4',
    files: {
      [`derivatives/masks/${filmPath('sub-4')}_mask.csv`]: [
        '\tMark\tType\tidx\tx\ty\tlabel',
        ...square(64, 64).map(([x, y], at) => `${at}\t1\tconsolidation\t${at}\t${x}\t${y}\t1`),
        ...square(256, 384).map(([x, y], at) => `${4 + at}\t2\tground glass pattern\t${at}\t${x}\t${y}\t2`),
        '',
      ].join('\n'),
    },
  },
];

/** All of them in one folder, with a report and labels of the first. */
export const ALL_STORES: Files = Object.assign(
  {
    'sub-1/sub-1_sessions.tsv': [
      'session_id\tstudy_date\tmedical_evaluation',
      "ses-1\t20200318\t['Consolidación en base derecha. Senos libres.\\nOpacidad en vidrio deslustrado.']",
      '',
    ].join('\n'),
  },
  ...MASK_STORES.flatMap(({ subject, files }, at) => [filmOf(subject, `2.25.${at + 1}`), files]),
) as Files;

const CT = 'sub-9/ses-1/mod-rx/sub-9_ses-1_run-1_bp-chest_chunk-';

const inside = (x: number, y: number, size: number): readonly number[] =>
  Array.from({ length: 64 * 64 }, (_, at) => {
    const [column, row] = [at % 64, Math.floor(at / 64)];
    return column >= x && column < x + size && row >= y && row < y + size ? 1 : 0;
  });

/** A corner of a pixel of the last slice, in the patient: half a pixel before its centre. */
const corner = (x: number, y: number): readonly number[] => [-64 + 2 * (x - 0.5), -64 + 2 * (y - 0.5), -15];

/**
 * A CT of four slices of 64 × 64 pixels of 2 mm, 5 mm apart, a DICOM file each, with a segmentation that lies on the
 * second and third slice from the head by position, and a structure set with one region on the fourth.
 */
export function ctWithDicomMasks(): Files {
  const slices = [0, 1, 2, 3].map((at) => [
    `${CT}${at + 1}_ct.dcm`,
    dicom({
      ...imageAttributes(64, 64, 16, true),
      '00080016': ['UI', '1.2.840.10008.5.1.4.1.1.2'],
      '00080018': ['UI', `2.25.90${at}`],
      '00080060': ['CS', 'CT'],
      '0020000D': ['UI', '2.25.7000'],
      '0020000E': ['UI', '2.25.7009'],
      '00200013': ['IS', String(at + 1)],
      '00200032': ['DS', `-64\\-64\\${-5 * at}`],
      '00200037': ['DS', '1\\0\\0\\0\\1\\0'],
      '00200052': ['UI', '2.25.4711'],
      '00280030': ['DS', '2\\2'],
      '00281050': ['DS', '40'],
      '00281051': ['DS', '400'],
      '7FE00010': ['OW', pixelData(new Int16Array(64 * 64).fill(40))],
    }),
  ]);
  return {
    ...Object.fromEntries(slices),
    'derivatives/seg.dcm': testSeg({
      columns: 64,
      rows: 64,
      names: ['nodule'],
      orientation: '1\\0\\0\\0\\1\\0',
      spacing: '2\\2',
      frameOfReference: '2.25.4711',
      frames: [
        { segment: 1, uid: '2.25.901', at: '-64\\-64\\-5', samples: inside(10, 10, 20) },
        { segment: 1, uid: '2.25.902', at: '-64\\-64\\-10', samples: inside(12, 12, 10) },
      ],
    }),
    'derivatives/rt.dcm': testStructureSet(
      [
        {
          name: 'GTV',
          colour: '255\\64\\0',
          contours: [
            {
              uid: '2.25.903',
              data: [corner(20, 30), corner(40, 30), corner(40, 50), corner(20, 50)].flat(),
            },
          ],
        },
      ],
      '2.25.4711',
    ),
  };
}
