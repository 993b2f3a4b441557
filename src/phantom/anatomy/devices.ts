import { refine } from './grains.ts';
import type { Pourer, TubeNode } from './grains.ts';
import type { TubeMatter } from './slices.ts';
import type { DeviceName } from './shadows.ts';
import type { Point } from './solid.ts';
import { cosine, sine } from '../exact-math.ts';
import type { Thorax } from './thorax.ts';

type Course = readonly Point[];

const METAL = 9;
const PLASTIC = 0.6;
const RADIOPAQUE = 5;

/** Pours one device; places are those of the average chest, scaled to the person. */
export function pourDevice(pourer: Pourer, thorax: Thorax, device: DeviceName): void {
  const { width, height, depth } = thorax.habitus;
  const line = (course: Course, radius: number, matter: TubeMatter, pieces = 6): void => {
    const nodes = course.map(([x, y, z]): TubeNode => ({ at: [x * width, y * depth, z * height], radius }));
    pourer.tube(refine(nodes, pieces), matter);
  };
  DEVICES[device](line);
}

type Line = (course: Course, radius: number, matter: TubeMatter, pieces?: number) => void;

const SUPERIOR_CAVA: Course = [
  [-21, -8, 50],
  [-24, -10, 25],
  [-25, -10, 2],
];

const striped = (line: Line, course: Course, radius: number): void => {
  line(course, radius, { density: 0, wall: 1.2, wallDensity: PLASTIC });
  line(
    course.map(([x, y, z]): Point => [x + radius * 0.6, y, z]),
    0.55,
    { density: RADIOPAQUE },
  );
};

/** A closed ring in the frontal plane. */
const ring = (x: number, y: number, z: number, radius: number, flat = 1, tilt = 0): Course =>
  Array.from({ length: 17 }, (_, n): Point => {
    const angle = (n / 16) * 2 * Math.PI;
    const a = radius * cosine(angle);
    const b = radius * flat * sine(angle);
    return [x + a * cosine(tilt) - b * sine(tilt), y, z + a * sine(tilt) + b * cosine(tilt)];
  });

const DEVICES: Readonly<Record<DeviceName, (line: Line) => void>> = {
  'endotracheal tube': (line) =>
    striped(
      line,
      [
        [2, -6, 210],
        [1, 0, 150],
        [-1, 8, 100],
        [-3, 15, 60],
        [-3, 19, 42],
      ],
      4.6,
    ),
  'NSG tube': (line) =>
    striped(
      line,
      [
        [-3, 6, 210],
        [-2, 20, 130],
        [0, 32, 60],
        [3, 38, 0],
        [6, 34, -60],
        [14, 20, -118],
        [34, 4, -150],
        [52, -4, -162],
        [70, -8, -158],
      ],
      2.1,
    ),
  'central venous catheter via jugular vein': (line) =>
    line([[-44, 0, 190], [-36, -6, 140], [-28, -10, 100], [-24, -10, 70], ...SUPERIOR_CAVA], 1.1, {
      density: RADIOPAQUE,
    }),
  'central venous catheter via subclavian vein': (line) =>
    line([[-120, -20, 66], [-86, -32, 60], [-56, -30, 62], [-36, -18, 64], ...SUPERIOR_CAVA], 1.1, {
      density: RADIOPAQUE,
    }),
  'reservoir central venous catheter': (line) => {
    line(ring(-84, -92, 20, 8), 3.2, { density: 2.2 });
    line(ring(-84, -92, 20, 3), 2.2, { density: 1.2 });
    line([[-84, -92, 32], [-78, -70, 56], [-56, -34, 68], [-36, -18, 66], ...SUPERIOR_CAVA], 1.2, {
      density: RADIOPAQUE,
    });
  },
  'tracheostomy tube': (line) => {
    line(
      [
        [0, -40, 132],
        [0, -18, 128],
        [0, -2, 116],
        [-2, 6, 96],
        [-3, 11, 78],
      ],
      5,
      { density: 0, wall: 1.6, wallDensity: 0.8 },
    );
    line(
      [
        [-22, -42, 134],
        [0, -44, 130],
        [22, -42, 134],
      ],
      2,
      { density: 0.5 },
    );
  },
  pacemaker: (line) => {
    line(ring(92, -95, 58, 17, 0.86), 5, { density: 2.6 });
    line(ring(92, -95, 56, 9, 0.8), 6.5, { density: 2.2 });
    line(
      [
        [84, -94, 74],
        [96, -94, 80],
      ],
      4,
      { density: 0.8 },
    );
    const lead: Course = [
      [90, -94, 80],
      [66, -80, 86],
      [52, -46, 76],
      [30, -22, 66],
      [2, -14, 58],
    ];
    line(
      [
        ...lead,
        ...SUPERIOR_CAVA,
        [-30, -14, -40],
        [-26, -24, -72],
        [0, -40, -96],
        [34, -50, -104],
        [50, -54, -106],
      ],
      0.9,
      { density: METAL * 0.7 },
    );
    line(
      [...lead, ...SUPERIOR_CAVA, [-30, -14, -46], [-34, -24, -60], [-26, -34, -50], [-20, -38, -40]],
      0.9,
      { density: METAL * 0.7 },
    );
    line(
      [
        [42, -52, -105],
        [51, -54, -106],
      ],
      1.5,
      { density: METAL },
    );
  },
  sternotomy: (line) =>
    [30, 12, -8, -30, -52, -72].forEach((z, n) => {
      line(ring((n % 2) * 1.4 - 1, -76, z, 7, 0.55, 0.15 * (n % 3) - 0.12), 0.5, { density: METAL });
      line(
        [
          [3, -76, z - 3],
          [7, -76, z - 7],
          [5, -76, z - 8],
        ],
        0.5,
        { density: METAL },
      );
    }),
  'chest drain tube': (line) =>
    striped(
      line,
      [
        [-170, 10, -70],
        [-138, 20, -62],
        [-112, 34, -34],
        [-92, 42, 4],
        [-78, 38, 40],
      ],
      4.4,
    ),
  'external foreign body': (line) => {
    const electrode = (x: number, z: number): void => {
      line(ring(x, -118, z, 4), 1.6, { density: 4 });
      line(ring(x, -118, z, 1), 1.2, { density: 4 });
    };
    electrode(-104, 64);
    electrode(108, 58);
    electrode(104, -118);
    line(
      [
        [-104, -118, 64],
        [-84, -122, 22],
        [-96, -122, -40],
        [-60, -124, -100],
        [-70, -124, -190],
        [-40, -124, -300],
      ],
      0.9,
      { density: RADIOPAQUE },
    );
    line(
      [
        [108, -118, 58],
        [120, -122, 10],
        [96, -124, -60],
        [62, -124, -130],
        [48, -124, -210],
        [20, -124, -300],
      ],
      0.9,
      { density: RADIOPAQUE },
    );
    line(
      [
        [104, -118, -118],
        [84, -124, -150],
        [60, -124, -200],
        [30, -124, -300],
      ],
      0.9,
      { density: RADIOPAQUE },
    );
  },
  'artificial mitral heart valve': (line) => {
    line(ring(22, -8, -62, 13, 0.5, 0.7), 1.2, { density: METAL * 0.8 });
    line(
      [
        [14, -10, -66],
        [30, -8, -58],
      ],
      1,
      { density: METAL * 0.7 },
    );
  },
  'aortic atheromatosis': (line) =>
    line(
      [
        [22, 8, 33],
        [30, 10, 30],
        [35.5, 12, 22],
        [36, 14, 14],
      ],
      0.9,
      { density: 1.3 },
    ),
  'pleural plaques': (line) => {
    line(
      [
        [-66, 40, -104],
        [-82, 34, -103],
        [-94, 26, -108],
        [-104, 20, -107],
      ],
      1.5,
      { density: 1.1 },
    );
    line(
      [
        [-124, 10, -20],
        [-127, 14, -34],
        [-129, 12, -52],
      ],
      1.4,
      { density: 1.1 },
    );
    line(
      [
        [122, 0, -8],
        [127, 8, -30],
        [129, 6, -46],
        [131, 2, -52],
      ],
      1.5,
      { density: 1.1 },
    );
    line(
      [
        [70, 50, -112],
        [84, 46, -115],
        [92, 36, -114],
      ],
      1.5,
      { density: 1.1 },
    );
  },
};
