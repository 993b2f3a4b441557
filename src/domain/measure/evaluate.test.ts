import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Millimetres } from '../brand.ts';
import type { Spacing } from '../imaging/spacing.ts';
import { angleAt, cobbAngle } from './angles.ts';
import { cardiothoracic, ctrBasis, footOnMidline } from './cardiothoracic.ts';
import { evaluate, plainValue, readsValues, type Measured } from './evaluate.ts';
import type { ImagePoint } from './image-point.ts';
import { MARK_TOOLS } from './mark-tool.ts';
import { crossesItself, regionArea, regionOf } from './region.ts';
import { areaUnit, calibrate, distance, lengthUnit, pointAt, vectorOf, type Scale } from './scale.ts';
import { pts } from './test-points.ts';

const spacing = (rowMm: number, columnMm: number): Scale =>
  ({ kind: 'patient', rowMm: rowMm as Millimetres, columnMm: columnMm as Millimetres }) as const;
const NONE: Spacing = { kind: 'none' };
/** Rows 0.5 mm apart, columns 0.25: pixels twice as high as wide. */
const TALL = spacing(0.5, 0.25);
const value = (
  tool: Measured['tool'],
  points: readonly ImagePoint[],
  scale: Scale,
  more: Partial<Measured> = {},
) => evaluate({ tool, points, picture: { basis: 'pa' }, ...more }, scale);

const endPlate = (x: number, y: number, degrees: number, back = false): [ImagePoint, ImagePoint] => {
  const [dx, dy] = [Math.cos((degrees * Math.PI) / 180) * 10, Math.sin((degrees * Math.PI) / 180) * 10];
  const ends: [ImagePoint, ImagePoint] = [
    [x - dx, y - dy],
    [x + dx, y + dy],
  ];
  return back ? [ends[1], ends[0]] : ends;
};

const areaOf = (tool: Measured['tool'], points: readonly ImagePoint[], scale: Scale): number => {
  const found = value(tool, points, scale);
  return found.kind === 'region' ? found.area : NaN;
};

const film = (view: string, attributes: object = {}, viewConflict = false) =>
  ctrBasis({ view, viewConflict }, { Modality: 'DX', windows: [], voiLuts: [], ...attributes });

const plain = (tool: Measured['tool'], points: readonly ImagePoint[], more: Partial<Measured> = {}) =>
  plainValue(value(tool, points, NONE, more), NONE);

describe('a length', () => {
  it('is that of Pythagoras, with the spacing of its direction', () => {
    // 12 columns · 0.25 mm = 3 mm, 8 rows · 0.5 mm = 4 mm.
    expect(value('length', pts('10,10 22,18'), TALL)).toEqual({ kind: 'length', length: 5 });
    expect(value('length', pts('10,10 13,14'), NONE)).toEqual({ kind: 'length', length: 5 });
  });

  it('has the same vector there and back, and its point again', () => {
    const coordinate = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    const step = fc.double({ min: 0.01, max: 10, noNaN: true });
    const point = fc.tuple(coordinate, coordinate);
    fc.assert(
      fc.property(point, point, step, step, (a, b, rowMm, columnMm) => {
        const scale = spacing(rowMm, columnMm);
        const [x, y] = pointAt(scale, a, vectorOf(scale, a, b));
        expect(Math.hypot(x - b[0], y - b[1])).toBeLessThan(1e-6);
        expect(distance(scale, a, b)).toBe(distance(scale, b, a));
      }),
    );
  });
});

test('of two axes the longer one is the long one', () => {
  expect(value('bidirectional', pts('0,0 40,0 20,-4 20,12'), TALL)).toEqual({
    kind: 'axes',
    long: 10,
    short: 8,
  });
  expect(value('bidirectional', pts('20,-4 20,12 0,0 40,0'), TALL)).toEqual({
    kind: 'axes',
    long: 10,
    short: 8,
  });
});

describe('an angle', () => {
  it('is that between its arms, of pixels that are not square in millimetres', () => {
    expect(angleAt(NONE, [10, 0], [0, 0], [0, 7])).toBeCloseTo(90, 12);
    expect(angleAt(NONE, [10, 0], [0, 0], [-3, 0])).toBeCloseTo(180, 12);
    // 4 columns are 1 mm, 2 rows are 1 mm: 45 degrees, though 26.6 in pixels.
    expect(angleAt(TALL, [4, 0], [0, 0], [4, 2])).toBeCloseTo(45, 12);
    expect(value('angle', pts('4,0 0,0 4,2'), TALL)).toEqual({
      kind: 'angle',
      degrees: expect.closeTo(45, 9),
    });
  });
});

describe('the angle of Cobb', () => {
  it.each([
    [10, -15, 25],
    [0, 0, 0],
    [50, -52, 102],
    [-30, -30, 0],
    [5, 40, 35],
  ])('of end plates at %d and %d degrees is %d, whichever way they are drawn', (upper, lower, angle) => {
    for (const [one, other] of [
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ] as const)
      expect(
        cobbAngle(NONE, [...endPlate(100, 50, upper, one), ...endPlate(100, 200, lower, other)]),
      ).toBeCloseTo(angle, 9);
  });

  it('of two upright lines beside each other is the small one', () => {
    expect(cobbAngle(NONE, [...endPlate(50, 100, 88), ...endPlate(200, 100, 93)])).toBeCloseTo(5, 9);
  });

  it('is in millimetres where pixels are not square', () => {
    expect(cobbAngle(TALL, pts('0,0 4,0 0,40 4,42'))).toBeCloseTo(45, 9);
  });
});

describe('an area', () => {
  it('is by formula: width times height, π a b, and that of Gauss', () => {
    expect(areaOf('rectangle', pts('10,20 30,60'), TALL)).toBeCloseTo(20 * 0.25 * 40 * 0.5, 12);
    expect(areaOf('rectangle', pts('30,60 10,20'), NONE)).toBe(800);
    expect(areaOf('ellipse', pts('0,0 40,20'), TALL)).toBeCloseTo(Math.PI * 5 * 5, 9);
    expect(areaOf('freehand', pts('0,0 10,0 10,10 5,15 0,10'), NONE)).toBe(125);
    expect(areaOf('freehand', pts('0,10 5,15 10,10 10,0 0,0'), TALL)).toBeCloseTo(125 / 8, 12);
  });

  it('of an outline that crosses itself counts the pixels inside, and takes nothing away', () => {
    const eight: readonly ImagePoint[] = pts('0,0 40,40 40,0 0,40');
    expect(crossesItself(eight)).toBe(true);
    // Two triangles of 40 · 20 / 2; the formula of Gauss would say 0.
    expect(areaOf('freehand', eight, NONE)).toBeCloseTo(800, -1.7);
    expect(crossesItself(pts('0,0 10,0 10,10 0,10'))).toBe(false);
  });

  it('of a rectangle equals that of the same outline by hand', () => {
    const coordinate = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, (x0, y0, x1, y1) => {
        const box = regionOf('rectangle', [
          [x0, y0],
          [x1, y1],
        ]);
        expect(box && regionArea(TALL, box)).toBeCloseTo((Math.abs(x1 - x0) * Math.abs(y1 - y0)) / 8, 6);
      }),
    );
  });
});

describe('a cardiothoracic ratio', () => {
  // An upright midline at x = 100; heart from 70 to 150, thorax from 10 to 190.
  const UPRIGHT: readonly ImagePoint[] = pts('100,0 100,200 70,120 150,140 10,150 190,160');

  it('is the width of the heart over that of the thorax, across the midline', () => {
    const { cardiac, thoracic, ratio } = cardiothoracic(TALL, UPRIGHT);
    expect(cardiac).toBeCloseTo(80 * 0.25, 12);
    expect(thoracic).toBeCloseTo(180 * 0.25, 12);
    expect(ratio).toBeCloseTo(80 / 180, 12);
  });

  it('stays as it is when the film is turned, and whichever border is set first', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 6.28, noNaN: true }), (turn) => {
        const turned = UPRIGHT.map(([x, y]): ImagePoint => [
          500 + x * Math.cos(turn) - y * Math.sin(turn),
          500 + x * Math.sin(turn) + y * Math.cos(turn),
        ]);
        const [a, b, c, d, e, f] = turned as [
          ImagePoint,
          ImagePoint,
          ImagePoint,
          ImagePoint,
          ImagePoint,
          ImagePoint,
        ];
        expect(cardiothoracic(NONE, turned).ratio).toBeCloseTo(80 / 180, 9);
        expect(cardiothoracic(NONE, [b, a, d, c, f, e]).ratio).toBeCloseTo(80 / 180, 9);
      }),
    );
  });

  it('has none without a thorax, and says what the widths are measured to', () => {
    expect(cardiothoracic(NONE, pts('0,0 0,9 1,1 2,2 3,3 3,5')).ratio).toBeNaN();
    expect(footOnMidline(TALL, UPRIGHT, [70, 120])).toEqual([100, 120]);
    expect(footOnMidline(TALL, pts('5,5 5,5'), [70, 120])).toBeUndefined();
  });

  it.each([
    ['pa', film('PA')],
    ['pa', film('', { ViewPosition: 'PA' })],
    ['ap', film('AP')],
    ['supine', film('PA', { SeriesDescription: 'Tórax PA supino' })],
    ['supine', film('AP', { PatientPosition: 'HFS' })],
    ['supine', film('AP', { SeriesDescription: 'decúbito' })],
    ['portable', film('PA', { SeriesDescription: 'portátil' })],
    ['lateral', film('LL')],
    ['lateral', film('lateral')],
    ['conflict', film('PA', {}, true)],
    ['conflict', film('PA', { ViewPosition: 'AP' })],
    ['unknown', film('')],
    ['cross-section', film('', { Modality: 'CT', PixelSpacing: [1, 1] })],
    ['cross-section', film('', { Modality: 'OT', ImageOrientationPatient: [1, 0, 0, 0, 1, 0] })],
  ] as const)('stands on %s', (basis, found) => {
    expect(found).toBe(basis);
  });
});

describe('a calibration', () => {
  it('makes its line as long as stated, and keeps the form of the pixels', () => {
    const filed = spacing(0.5, 0.25) as Spacing;
    // 3 mm to the right and 4 mm down are 5 mm as filed.
    const line: readonly ImagePoint[] = pts('0,0 12,8');
    const scale = calibrate(filed, line, 20);
    expect(scale).toEqual({ kind: 'user', rowMm: 2, columnMm: 1 });
    expect(scale && distance(scale, [0, 0], [12, 8])).toBeCloseTo(20, 12);
    expect(calibrate(NONE, pts('0,0 30,40'), 25)).toEqual({ kind: 'user', rowMm: 0.5, columnMm: 0.5 });
  });

  it.each([0, -3, NaN, Infinity])('to %d mm is none', (stated) => {
    expect(calibrate(NONE, pts('0,0 30,40'), stated)).toBeUndefined();
  });

  it('of a line without length is none', () => {
    expect(calibrate(NONE, pts('3,3 3,3'), 10)).toBeUndefined();
    expect(calibrate(NONE, [], 10)).toBeUndefined();
  });
});

describe('a unit', () => {
  it.each([
    [TALL, 'mm', 'mm²'],
    [{ ...TALL, kind: 'detector' } as Scale, 'mm at detector', 'mm² at detector'],
    [{ ...TALL, kind: 'calibrated' } as Scale, 'mm (calibrated)', 'mm² (calibrated)'],
    [{ ...TALL, kind: 'user' } as Scale, 'mm (calibrated by you)', 'mm² (calibrated by you)'],
    [
      { ...TALL, kind: 'magnified', factor: 1.2 } as Scale,
      'mm (magnification 1.2)',
      'mm² (magnification 1.2)',
    ],
    [NONE, 'px', 'px'],
  ])('says what it means: %j', (scale, length, area) => {
    expect([lengthUnit(scale), areaUnit(scale)]).toEqual([length, area]);
  });

  it('stands with the first number of what measures something', () => {
    const statistics = { count: 1, mean: -412, sd: 0, min: -412, max: -412, unit: 'HU' } as const;
    expect(plain('length', pts('0,0 3,4'))).toEqual({ value: 5, unit: 'px' });
    expect(plain('rectangle', pts('0,0 3,4'), { statistics })).toEqual({ value: 12, unit: 'px' });
    expect(plain('probe', [[0, 0]], { statistics })).toEqual({ value: -412, unit: 'HU' });
    expect(plain('probe', [[0, 0]])).toBeUndefined();
    expect(plain('calibration', pts('0,0 3,4'), { statedMm: 100 })).toEqual({ value: 100, unit: 'mm' });
    expect(plain('arrow', pts('0,0 3,4'))).toBeUndefined();
    expect(plain('angle', pts('1,0 0,0 0,1'))).toEqual({ value: expect.closeTo(90, 9), unit: '°' });
  });

  it('belongs to pixel values for regions and probes', () => {
    expect(MARK_TOOLS.filter(readsValues)).toEqual(['rectangle', 'ellipse', 'freehand', 'probe']);
  });
});
