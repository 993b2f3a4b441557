import type { ImageAttributes } from './image-attributes.ts';
import { planeDirections, type LpsAffine } from './geometry.ts';
import { norm, type Vector } from './vector.ts';

/** What the patient faces at each edge of the image: L R A P H F, up to three of them, the closest first. */
export interface EdgeLetters {
  readonly top: string;
  readonly right: string;
  readonly bottom: string;
  readonly left: string;
}

/** Letters and what they were read from. */
export interface ImageOrientation {
  readonly letters: EdgeLetters;
  readonly source: 'PatientOrientation' | 'ImageOrientationPatient' | 'affine';
}

/** A direction off an axis by less than this cosine, some 6 degrees, does not get that axis's letter. */
const LETTER_THRESHOLD = 0.1;

/** Letter towards + and towards − of the LPS axes (PS3.3 C.7.6.1.1.1). */
const AXIS_LETTERS = [
  ['L', 'R'],
  ['P', 'A'],
  ['H', 'F'],
] as const;

const OPPOSITE: Readonly<Record<string, string>> = { L: 'R', R: 'L', A: 'P', P: 'A', H: 'F', F: 'H' };

/** `RP` for `LA`: the letters of the other edge. */
export const oppositeLetters = (letters: string): string =>
  Array.from(letters, (letter) => OPPOSITE[letter] ?? '').join('');

/** The letters of a direction in LPS space of any length, the closest axis first; none for a zero vector. */
export function directionLetters(direction: Vector): string {
  const length = norm(direction);
  return AXIS_LETTERS.map(([plus, minus], axis) => {
    const cosine = (direction[axis] ?? 0) / length;
    return { letter: cosine > 0 ? plus : minus, size: Math.abs(cosine) };
  })
    .filter(({ size }) => size >= LETTER_THRESHOLD)
    .toSorted((a, b) => b.size - a.size)
    .map(({ letter }) => letter)
    .join('');
}

/** Letters from the directions towards the right and the bottom edge. */
const edges = (right: string, bottom: string): EdgeLetters => ({
  top: oppositeLetters(bottom),
  right,
  bottom,
  left: oppositeLetters(right),
});

/** Letters of a displayed plane: the directions along its rows (to the right) and its columns (down), in LPS. */
export const planeLetters = (row: Vector, column: Vector): EdgeLetters =>
  edges(directionLetters(row), directionLetters(column));

/** Up to three letters of different axes. */
const isDirection = (letters: string): boolean => {
  const axes = Array.from(letters, (letter) => 'LRAPHF'.indexOf(letter) >> 1);
  return axes.length > 0 && axes.length <= 3 && !axes.includes(-1) && new Set(axes).size === axes.length;
};

/** Patient Orientation as filed, where it can be: people's letters only, two different main axes. */
function filedLetters([row, column]: readonly [string, string]): EdgeLetters | undefined {
  const sameAxis = row[0] === column[0] || row[0] === oppositeLetters(column.slice(0, 1));
  return isDirection(row) && isDirection(column) && !sameAxis ? edges(row, column) : undefined;
}

/**
 * Edge letters of an image before the user turns it, from Image Orientation (Patient) or, without it, Patient
 * Orientation (PS3.3 C.7.6.1.1.1). Nothing else is trusted: without either there are none.
 */
export function imageOrientation(
  attributes: Pick<ImageAttributes, 'ImageOrientationPatient' | 'PatientOrientation'>,
): ImageOrientation | undefined {
  const plane = planeDirections(attributes);
  if (plane) return { letters: planeLetters(plane.row, plane.column), source: 'ImageOrientationPatient' };
  const letters = attributes.PatientOrientation && filedLetters(attributes.PatientOrientation);
  return letters && { letters, source: 'PatientOrientation' };
}

/** Edge letters of slices shown with i to the right and j down. */
export const affineOrientation = ({ axes: [i, j] }: LpsAffine): ImageOrientation => ({
  letters: planeLetters(i, j),
  source: 'affine',
});

/** Letters after the picture was turned clockwise by quarter turns; negative ones turn back. */
export function rotateLetters(letters: EdgeLetters, quarterTurns: number): EdgeLetters {
  const { top, right, bottom, left } = letters;
  const clockwise = [top, right, bottom, left];
  const at = (edge: number) => clockwise[(((edge - quarterTurns) % 4) + 4) % 4] ?? '';
  return { top: at(0), right: at(1), bottom: at(2), left: at(3) };
}

/** Letters after the picture was mirrored left to right. */
export const flipLettersHorizontally = (letters: EdgeLetters): EdgeLetters => ({
  ...letters,
  left: letters.right,
  right: letters.left,
});

/** Letters after the picture was mirrored top to bottom. */
export const flipLettersVertically = (letters: EdgeLetters): EdgeLetters => ({
  ...letters,
  top: letters.bottom,
  bottom: letters.top,
});

/** How a picture is turned: flips first, then clockwise by degrees. */
export interface PictureTurn {
  readonly rotation: number;
  readonly flipHorizontal: boolean;
  readonly flipVertical: boolean;
}

/** As it is. */
export const UNTURNED: PictureTurn = { rotation: 0, flipHorizontal: false, flipVertical: false };

/** The letters of a picture as it hangs. */
export function turnLetters(letters: EdgeLetters, turn: PictureTurn): EdgeLetters {
  let now = letters;
  if (turn.flipHorizontal) now = flipLettersHorizontally(now);
  if (turn.flipVertical) now = flipLettersVertically(now);
  return rotateLetters(now, Math.round(turn.rotation / 90));
}

/** Main letters of the right and the bottom edge, by the convention of radiology: axial, coronal, sagittal. */
const USUAL: ReadonlySet<string> = new Set(['LP', 'LF', 'PF']);

/** The turn after which a picture hangs as usual: right on the left, front on top or on the left, head on top. */
export function hangingTurn(letters: EdgeLetters): PictureTurn {
  const turns = [false, true].flatMap((flipHorizontal) =>
    [0, 90, 180, 270].map((rotation): PictureTurn => ({ rotation, flipHorizontal, flipVertical: false })),
  );
  const isUsual = (turn: PictureTurn): boolean => {
    const { right, bottom } = turnLetters(letters, turn);
    return USUAL.has(right.slice(0, 1) + bottom.slice(0, 1));
  };
  return turns.find(isUsual) ?? UNTURNED;
}
