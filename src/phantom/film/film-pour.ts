import type { Pour } from '../anatomy/slices.ts';
import type { Projection } from './projection.ts';
import { deposit } from './pyramid.ts';
import type { Pyramid } from './pyramid.ts';

/**
 * Collects grains on a film: each falls where its ray meets the detector, in a pixel size that suits its
 * spread, as the length in mm of soft tissue that would attenuate as much.
 */
export function filmPour(pyramid: Pyramid, projection: Projection): Pour {
  const { geometry, axis } = projection;
  const { pixel, columns, rows, centre } = geometry;
  const frontal = axis === 'y';
  const { levels } = pyramid;
  const coarsest = levels.length - 1;
  const [cosTurn, sinTurn] = projection.turn([1, 0, 0]);
  // 1 / magnification is linear in depth.
  const inverse = 1 / projection.magnification(0);
  const perDepth = 1 / projection.magnification(1) - inverse;
  const middleColumn = columns / 2;
  const middleRow = rows / 2;
  return (x, y, z, mass, spread) => {
    const right = cosTurn * x - sinTurn * y;
    const back = sinTurn * x + cosTurn * y;
    const side = pixel * (inverse + perDepth * (frontal ? back : right));
    let level = 0;
    let size = side;
    let shrink = 1;
    while (level < coarsest && size * 1.5 < spread) {
      level++;
      size *= 2;
      shrink *= 0.5;
    }
    const column = middleColumn + ((frontal ? right : back) - centre[0]) / side;
    const row = middleRow - (z - centre[1]) / side;
    deposit(levels[level]!, column * shrink, row * shrink, mass / (size * size));
  };
}
