import type { LabelMap } from './label-map.ts';

/**
 * A point well inside a segment, for the end of a leader line: the centre of the largest square of its
 * pixels, and of several such squares the one nearest to the centre of mass. Unlike the centre of mass it
 * lies in the segment whatever its shape.
 *
 * @returns image pixel space where (0, 0) is the top left corner of the top left pixel, at a pixel's centre;
 * nothing when the segment has no pixel.
 */
export function interiorPoint(
  labelMap: LabelMap,
  value: number,
): { readonly x: number; readonly y: number } | undefined {
  const { columns, rows, data } = labelMap;
  const mass = centreOfMass(labelMap, value);
  if (!mass) return undefined;
  // Side of the largest square whose bottom right pixel is this one, for the present row and the one above.
  let sides = new Uint32Array(columns + 1);
  let above = new Uint32Array(columns + 1);
  let best = { side: 0, distance: 0, x: 0, y: 0 };
  for (let y = 0, at = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, at++) {
      const side = data[at] === value ? 1 + Math.min(sides[x]!, above[x]!, above[x + 1]!) : 0;
      sides[x + 1] = side;
      if (side === 0 || side < best.side) continue;
      const centre = { x: x - (side >> 1) + 0.5, y: y - (side >> 1) + 0.5 };
      const distance = Math.hypot(centre.x - mass.x, centre.y - mass.y);
      if (side > best.side || distance < best.distance) best = { side, distance, ...centre };
    }
    [sides, above] = [above, sides];
  }
  return { x: best.x, y: best.y };
}

function centreOfMass({ columns, rows, data }: LabelMap, value: number) {
  let [count, sumX, sumY] = [0, 0, 0];
  for (let y = 0, at = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, at++) {
      if (data[at] !== value) continue;
      count++;
      sumX += x;
      sumY += y;
    }
  }
  return count === 0 ? undefined : { x: sumX / count + 0.5, y: sumY / count + 0.5 };
}
