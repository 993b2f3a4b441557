/** Where the schematic lies over an image: its view box is scaled, then moved, into image pixel space. */
export interface GuidePlacement {
  /** Image pixels by which its origin is moved. */
  readonly x: number;
  readonly y: number;
  /** Image pixels of one of its units; a negative width mirrors it. */
  readonly scaleX: number;
  readonly scaleY: number;
}

/** The lungs of the frontal schematic in its own units, which a guide is first laid on the lungs of a film by. */
const LUNGS = { left: 114, right: 488, top: 108, bottom: 508 } as const;
/** The middle of the schematic from left to right. */
const MIDDLE = 300;
/** What part of a film's width and height lungs take up as a rule, and where they begin from above. */
const SHARE = { width: 0.74, height: 0.7, top: 0.1 } as const;
/** Image pixels of a unit that are still a drawing. */
const LEAST_SCALE = 0.05;

/** Where a guide first lies on a film: over the middle, where lungs are as a rule. */
export function firstPlacement(columns: number, rows: number, isMirrored: boolean): GuidePlacement {
  const scaleX = (columns * SHARE.width) / (LUNGS.right - LUNGS.left);
  const scaleY = (rows * SHARE.height) / (LUNGS.bottom - LUNGS.top);
  const sign = isMirrored ? -1 : 1;
  return {
    x: columns / 2 - sign * MIDDLE * scaleX,
    y: rows * SHARE.top - LUNGS.top * scaleY,
    scaleX: sign * scaleX,
    scaleY,
  };
}

/** Moved by so many image pixels. */
export const movedBy = (guide: GuidePlacement, dx: number, dy: number): GuidePlacement => ({
  ...guide,
  x: guide.x + dx,
  y: guide.y + dy,
});

/** A scale by a factor, of the same sign and never nothing. */
const least = (scale: number, factor: number): number =>
  Math.sign(scale) * Math.max(LEAST_SCALE, Math.abs(scale) * Math.max(0, factor));

/** Scaled by two factors about a point of its own that stays where it is, and never to nothing. */
export function scaledBy(
  guide: GuidePlacement,
  factorX: number,
  factorY: number,
  [px, py]: readonly [number, number],
): GuidePlacement {
  const scaleX = least(guide.scaleX, factorX);
  const scaleY = least(guide.scaleY, factorY);
  return {
    x: guide.x + px * (guide.scaleX - scaleX),
    y: guide.y + py * (guide.scaleY - scaleY),
    scaleX,
    scaleY,
  };
}

/** Where a point of the schematic is in image pixel space. */
export const onImage = (
  { x, y, scaleX, scaleY }: GuidePlacement,
  [px, py]: readonly [number, number],
): readonly [number, number] => [x + px * scaleX, y + py * scaleY];
