import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Millimetres } from '../brand.ts';
import { moveTo, pressAt, previewPoints, releaseAt, simplify, type Drawing } from './drawing.ts';
import type { ImagePoint } from './image-point.ts';
import { MARK_TOOLS, pointCount, type MeasureTool } from './mark-tool.ts';
import { regionArea, regionOf } from './region.ts';
import { distance, vectorOf, type Scale } from './scale.ts';
import {
  completeShape,
  ellipsePoints,
  handlesOf,
  moveHandle,
  placedShape,
  strokesOf,
  translate,
} from './shapes.ts';
import { pts } from './test-points.ts';

const TALL: Scale = { kind: 'patient', rowMm: 0.5 as Millimetres, columnMm: 0.25 as Millimetres };
const TOOLS = MARK_TOOLS.filter((tool): tool is MeasureTool => tool !== 'key');

const across = (points: readonly ImagePoint[]): number => {
  const [a, b, c, d] = points as [ImagePoint, ImagePoint, ImagePoint, ImagePoint];
  const [[ux, uy], [vx, vy]] = [vectorOf(TALL, a, b), vectorOf(TALL, c, d)];
  return (ux * vx + uy * vy) / (Math.hypot(ux, uy) * Math.hypot(vx, vy));
};

/** Draws by a drag from each first point of a stroke, and by a click for each other one. */
function draw(tool: MeasureTool, presses: readonly (readonly [from: ImagePoint, to?: ImagePoint])[]) {
  let drawing: Drawing | undefined;
  let complete = false;
  for (const [from, to] of presses) {
    expect(complete).toBe(false);
    drawing = pressAt(tool, drawing, from);
    if (to) drawing = moveTo(drawing, to, 1);
    ({ drawing, complete } = releaseAt(drawing, to ?? from, to !== undefined));
  }
  return { points: drawing?.points ?? [], complete };
}

describe('drawing', () => {
  it('takes a line by one drag or by two clicks', () => {
    const line = {
      points: [
        [1, 1],
        [5, 5],
      ],
      complete: true,
    };
    expect(
      draw('length', [
        [
          [1, 1],
          [5, 5],
        ],
      ]),
    ).toEqual(line);
    expect(draw('length', [[[1, 1]], [[5, 5]]])).toEqual(line);
    // The second press may still be corrected before it is let go.
    expect(
      draw('length', [
        [[1, 1]],
        [
          [4, 4],
          [5, 5],
        ],
      ]),
    ).toEqual(line);
    expect(draw('length', [[[1, 1]]]).complete).toBe(false);
  });

  it('takes an angle by a drag and a click, two lines by two drags, six points of a ratio by five presses', () => {
    expect(
      draw('angle', [
        [
          [0, 0],
          [5, 0],
        ],
        [[5, 5]],
      ]),
    ).toEqual({
      points: [
        [0, 0],
        [5, 0],
        [5, 5],
      ],
      complete: true,
    });
    expect(
      draw('cobb', [
        [
          [0, 0],
          [5, 0],
        ],
        [
          [0, 9],
          [5, 9],
        ],
      ]).points,
    ).toEqual([
      [0, 0],
      [5, 0],
      [0, 9],
      [5, 9],
    ]);
    const ratio = draw('ctr', [
      [
        [9, 0],
        [9, 20],
      ],
      [[5, 9]],
      [[14, 9]],
      [[0, 12]],
      [[18, 12]],
    ]);
    expect(ratio).toMatchObject({ complete: true, points: { length: 6 } });
    // A hand that slips sets one point, not two.
    expect(
      draw('ctr', [
        [
          [9, 0],
          [9, 20],
        ],
        [
          [5, 9],
          [6, 9],
        ],
      ]).points,
    ).toEqual([
      [9, 0],
      [9, 20],
      [6, 9],
    ]);
  });

  it('follows a hand, and drops what is no outline', () => {
    const start = pressAt('freehand', undefined, [0, 0]);
    const drawn = [
      [0.2, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ].reduce((now, at) => moveTo(now, at as unknown as ImagePoint, 1), start);
    expect(releaseAt(drawn, [0, 4], true)).toMatchObject({
      complete: true,
      drawing: { points: { length: 4 } },
    });
    expect(releaseAt(start, [0, 0], false).complete).toBe(false);
  });

  it('shows where the next point would be', () => {
    const line = moveTo(pressAt('length', undefined, [0, 0]), [3, 3], 1);
    expect(previewPoints(line)).toEqual([
      [0, 0],
      [3, 3],
    ]);
    expect(previewPoints(moveTo(pressAt('probe', undefined, [0, 0]), [3, 3], 1))).toEqual([[3, 3]]);
  });
});

test('an outline keeps its form when points that add little are left out', () => {
  const circle = ellipsePoints(pts('0,0 200,200'), 720);
  const few = simplify([...circle, [200, 100]], 0.5);
  expect(few.length).toBeLessThan(80);
  const [all, less] = [circle, few].map((points) => regionOf('freehand', points));
  const area = Math.PI * 100 * 100;
  for (const region of [all, less])
    expect(Math.abs((region ? regionArea({ kind: 'none' }, region) : 0) / area - 1)).toBeLessThan(0.01);
});

describe('an axis across another one', () => {
  it('begins half as long, over the middle', () => {
    const points = completeShape('bidirectional', pts('0,0 40,0'), TALL);
    expect(points).toEqual(pts('0,0 40,0 20,-5 20,5'));
    expect(distance(TALL, [20, -5], [20, 5])).toBe(5);
  });

  it('stays at right angles in millimetres, whatever is moved where', () => {
    const coordinate = fc.integer({ min: 0, max: 300 });
    const move = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.tuple(coordinate, coordinate));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 6 }), (moves) => {
        let points = completeShape('bidirectional', pts('10,10 110,70'), TALL);
        for (const [handle, to] of moves) {
          const next = moveHandle('bidirectional', points, handle, to, TALL);
          const [a, b, c, d] = next as [ImagePoint, ImagePoint, ImagePoint, ImagePoint];
          // Axes without length have no direction.
          if (distance(TALL, a, b) < 1 || distance(TALL, c, d) < 1) continue;
          points = next;
          expect(Math.abs(across(points))).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it('moves along the long one with an end that is moved', () => {
    const points = completeShape('bidirectional', pts('0,0 40,0'), TALL);
    expect(moveHandle('bidirectional', points, 3, [10, 8], TALL)).toEqual(pts('0,0 40,0 10,-5 10,8'));
  });
});

describe('a box', () => {
  it('has its corners or its sides to take hold of', () => {
    const points = pts('10,10 30,50');
    expect(handlesOf('rectangle', points)).toEqual(pts('10,10 30,10 30,50 10,50'));
    expect(moveHandle('rectangle', points, 1, [40, 0], TALL)).toEqual(pts('10,50 40,0'));
    expect(handlesOf('ellipse', points)).toEqual(pts('20,10 30,30 20,50 10,30'));
    expect(moveHandle('ellipse', points, 1, [44, 99], TALL)).toEqual(pts('10,10 44,50'));
    expect(moveHandle('ellipse', points, 0, [44, 2], TALL)).toEqual(pts('10,2 30,50'));
  });
});

describe('every tool', () => {
  it.each(TOOLS)('%s is placed by key with all its points, can be moved, and has lines', (tool) => {
    const points = placedShape(tool, [100, 100], 20, TALL);
    expect(points.length).toBe(pointCount(tool) ?? points.length);
    const moved = translate(points, [5, -3]);
    expect(moved[0]).toEqual([(points[0]?.[0] ?? 0) + 5, (points[0]?.[1] ?? 0) - 3]);
    const lines = strokesOf(tool, points, TALL);
    expect(lines.length > 0).toBe(tool !== 'probe');
    for (const line of lines) for (const [x, y] of line.points) expect(Number.isFinite(x + y)).toBe(true);
    const handles = handlesOf(tool, points);
    const same = moveHandle(tool, points, 0, handles[0] ?? [0, 0], TALL);
    expect(new Set(handlesOf(tool, same).map(String))).toEqual(new Set(handles.map(String)));
    // While it is drawn points are lacking, which breaks nothing.
    for (let count = 0; count < points.length; count++) strokesOf(tool, points.slice(0, count), TALL);
  });
});
