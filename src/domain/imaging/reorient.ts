import type { ImageAttributes } from './image-attributes.ts';
import { lpsVector, type LpsVector } from './geometry.ts';
import type { PatientPlane } from './reslice-grid.ts';
import type { Vector } from './vector.ts';

/**
 * Where the axes that a file calls left, back and head really point, when it was stored wrongly: for each of them an
 * axis of the body, 0 left, 1 back, 2 head, and a sign.
 */
export type Reorientation = readonly [SignedAxis, SignedAxis, SignedAxis];

export interface SignedAxis {
  readonly axis: 0 | 1 | 2;
  readonly sign: 1 | -1;
}

/** The file is right. */
export const AS_FILED: Reorientation = [
  { axis: 0, sign: 1 },
  { axis: 1, sign: 1 },
  { axis: 2, sign: 1 },
];

export const isAsFiled = (reorientation: Reorientation): boolean =>
  reorientation.every(({ axis, sign }, at) => axis === at && sign === 1);

/** The directions on screen of a plane's right and bottom edge, as signed axes in LPS. */
const SCREEN: Readonly<Record<PatientPlane, readonly [right: SignedAxis, down: SignedAxis]>> = {
  axial: [
    { axis: 0, sign: 1 },
    { axis: 1, sign: 1 },
  ],
  coronal: [
    { axis: 0, sign: 1 },
    { axis: 2, sign: -1 },
  ],
  sagittal: [
    { axis: 1, sign: 1 },
    { axis: 2, sign: -1 },
  ],
};

const times = ({ axis, sign }: SignedAxis, by: 1 | -1): SignedAxis => ({ axis, sign: (sign * by) as 1 | -1 });

/** One map after the other. */
const after = (first: Reorientation, second: Reorientation): Reorientation => {
  const through = (at: 0 | 1 | 2): SignedAxis => times(second[first[at].axis], first[at].sign);
  return [through(0), through(1), through(2)];
};

/** Turns what a plane shows by a quarter, clockwise, under letters that stay. */
export function turnInPlane(reorientation: Reorientation, plane: PatientPlane): Reorientation {
  const [right, down] = SCREEN[plane];
  const turn: [SignedAxis, SignedAxis, SignedAxis] = [...AS_FILED];
  // What was at the right goes to the bottom, and what was at the bottom to the left.
  turn[right.axis] = times(down, right.sign);
  turn[down.axis] = times(times(right, -1), down.sign);
  return after(reorientation, turn);
}

/** Exchanges left and right (0), front and back (1), or head and feet (2), under letters that stay. */
export function mirrorAxis(reorientation: Reorientation, axis: 0 | 1 | 2): Reorientation {
  const mirror: [SignedAxis, SignedAxis, SignedAxis] = [...AS_FILED];
  mirror[axis] = { axis, sign: -1 };
  return after(reorientation, mirror);
}

/** A position or direction that a file states, as it is in the body. */
export function reorientVector(reorientation: Reorientation, vector: Vector): LpsVector {
  const turned: [number, number, number] = [0, 0, 0];
  reorientation.forEach(({ axis, sign }, at) => {
    // + 0 makes no negative zero.
    turned[axis] = sign * (vector[at] ?? 0) + 0;
  });
  return lpsVector(...turned);
}

/**
 * The attributes of a slice of a volume that was stored wrongly. Positions turn about the origin of the file's space.
 * Where the file stands to other series is not known any more: its frame of reference is its own.
 */
export function reorientAttributes(
  reorientation: Reorientation,
  attributes: ImageAttributes,
): ImageAttributes {
  if (isAsFiled(reorientation)) return attributes;
  const { ImageOrientationPatient: o, ImagePositionPatient: position, ...rest } = attributes;
  const { FrameOfReferenceUID: _, PatientOrientation: __, ...own } = rest;
  const [ox, oy, oz] = o ? reorientVector(reorientation, [o[0], o[1], o[2]]) : [0, 0, 0];
  const [px, py, pz] = o ? reorientVector(reorientation, [o[3], o[4], o[5]]) : [0, 0, 0];
  return {
    ...own,
    ...(o && { ImageOrientationPatient: [ox, oy, oz, px, py, pz] }),
    ...(position && { ImagePositionPatient: reorientVector(reorientation, position) }),
  };
}

const LETTERS = ['LR', 'PA', 'HF'] as const;

/** Where left, back and head of the file really are: `LPH` for a file that is right. */
export const writeReorientation = (reorientation: Reorientation): string =>
  reorientation.map(({ axis, sign }) => LETTERS[axis][sign === 1 ? 0 : 1]).join('');

/** Reads what {@link writeReorientation} wrote; undefined for anything else. */
export function readReorientation(text: unknown): Reorientation | undefined {
  if (typeof text !== 'string' || text.length !== 3) return undefined;
  const found = Array.from(text, (letter): SignedAxis | undefined => {
    const axis = LETTERS.findIndex((pair) => pair.includes(letter));
    if (axis < 0) return undefined;
    return { axis: axis as 0 | 1 | 2, sign: letter === LETTERS[axis as 0 | 1 | 2][0] ? 1 : -1 };
  });
  const [x, y, z] = found;
  if (!x || !y || !z || new Set([x.axis, y.axis, z.axis]).size < 3) return undefined;
  return [x, y, z];
}
