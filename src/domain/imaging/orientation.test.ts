import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lpsVector } from './geometry.ts';
import {
  affineOrientation,
  directionLetters,
  flipLettersHorizontally,
  flipLettersVertically,
  hangingTurn,
  imageOrientation,
  oppositeLetters,
  planeLetters,
  rotateLetters,
  turnLetters,
  type EdgeLetters,
} from './orientation.ts';

const edges = (top: string, right: string, bottom: string, left: string): EdgeLetters => ({
  top,
  right,
  bottom,
  left,
});

describe('edge letters', () => {
  test.each([
    ['an axial slice', [1, 0, 0, 0, 1, 0], edges('A', 'L', 'P', 'R')],
    ['a coronal slice', [1, 0, 0, 0, 0, -1], edges('H', 'L', 'F', 'R')],
    ['a sagittal slice', [0, 1, 0, 0, 0, -1], edges('H', 'P', 'F', 'A')],
  ] as const)('of %s come from its orientation', (_, ImageOrientationPatient, letters) => {
    expect(imageOrientation({ ImageOrientationPatient })).toEqual({
      letters,
      source: 'ImageOrientationPatient',
    });
  });

  test.each([
    ['a frontal film', ['L', 'F'], edges('H', 'L', 'F', 'R')],
    ['a lateral film', ['A', 'F'], edges('H', 'A', 'F', 'P')],
    ['a film that hangs askew', ['LF', 'FR'], edges('HL', 'LF', 'FR', 'RH')],
  ] as const)('of %s come from Patient Orientation', (_, PatientOrientation, letters) => {
    expect(imageOrientation({ PatientOrientation })).toEqual({ letters, source: 'PatientOrientation' });
  });

  test('come from the measured orientation before the described one', () => {
    expect(
      imageOrientation({ ImageOrientationPatient: [1, 0, 0, 0, 1, 0], PatientOrientation: ['R', 'H'] })
        ?.source,
    ).toBe('ImageOrientationPatient');
  });

  test.each([
    ['nothing', undefined],
    ['letters of animals', ['CR', 'D']],
    ['one axis for both directions', ['L', 'R']],
    ['the same direction twice', ['F', 'F']],
    ['an axis twice in one direction', ['LR', 'F']],
    ['too many letters', ['LAHF', 'F']],
    ['words', ['left', 'foot']],
  ] as const)('of %s are none', (_, PatientOrientation) => {
    expect(imageOrientation({ ...(PatientOrientation && { PatientOrientation }) })).toBeUndefined();
  });

  test('of a volume come from the directions of i and j', () => {
    const axes = [lpsVector(-0.7, 0, 0), lpsVector(0, -0.7, 0), lpsVector(0, 0, 5)] as const;
    expect(affineOrientation({ axes, origin: lpsVector(0, 0, 0) })).toEqual({
      letters: edges('P', 'R', 'A', 'L'),
      source: 'affine',
    });
  });
});

describe('the letters of a direction', () => {
  test.each([
    [[5, 0, 0], 'L'],
    [[0, -2, 0], 'A'],
    [[0, 0, -1], 'F'],
    [[-2, 1, 0], 'RP'],
    [[1, -3, 2], 'AHL'],
    [[1, 0.05, 0.02], 'L'],
    [[0, 0, 0], ''],
  ] as const)('%j are %j, the closest axis first', (direction, letters) => {
    expect(directionLetters(direction)).toBe(letters);
  });

  test('of the opposite direction are the opposite letters', () => {
    expect(oppositeLetters('RPH')).toBe('LAF');
    const coordinate = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, (x, y, z) => {
        expect(directionLetters([-x, -y, -z])).toBe(oppositeLetters(directionLetters([x, y, z])));
      }),
    );
  });
});

describe('a picture that was turned or mirrored', () => {
  const axial = edges('A', 'L', 'P', 'R');

  test('has its letters where they went', () => {
    expect(rotateLetters(axial, 1)).toEqual(edges('R', 'A', 'L', 'P'));
    expect(rotateLetters(axial, 2)).toEqual(edges('P', 'R', 'A', 'L'));
    expect(rotateLetters(axial, -1)).toEqual(edges('L', 'P', 'R', 'A'));
    expect(flipLettersHorizontally(axial)).toEqual(edges('A', 'R', 'P', 'L'));
    expect(flipLettersVertically(axial)).toEqual(edges('P', 'L', 'A', 'R'));
  });

  /** Directions to the right and down after the picture was changed, by turning the plane itself. */
  type Plane = readonly [row: readonly [number, number, number], column: readonly [number, number, number]];
  const negative = ([x, y, z]: Plane[0]): Plane[0] => [-x, -y, -z];
  const steps = {
    // After a clockwise quarter turn what pointed up points right, and what pointed right points down.
    turn: ([row, column]: Plane): Plane => [negative(column), row],
    mirror: ([row, column]: Plane): Plane => [negative(row), column],
    upend: ([row, column]: Plane): Plane => [row, negative(column)],
  };
  const letterSteps = {
    turn: (letters: EdgeLetters) => rotateLetters(letters, 1),
    mirror: flipLettersHorizontally,
    upend: flipLettersVertically,
  };

  test('has the letters of its turned plane, whatever was done to it', () => {
    const done = fc.array(fc.constantFrom('turn' as const, 'mirror' as const, 'upend' as const), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(done, fc.integer({ min: 1, max: 80 }), (changes, degrees) => {
        const angle = (degrees * Math.PI) / 180;
        let plane: Plane = [
          [Math.cos(angle), Math.sin(angle), 0],
          [0, 0, -1],
        ];
        let letters = planeLetters(...plane);
        for (const change of changes) {
          plane = steps[change](plane);
          letters = letterSteps[change](letters);
        }
        expect(letters).toEqual(planeLetters(...plane));
      }),
    );
  });

  test('is as before after four quarter turns, or after mirroring twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9, max: 9 }), (turns) => {
        expect(rotateLetters(rotateLetters(axial, turns), 4 - turns)).toEqual(axial);
        expect(flipLettersHorizontally(flipLettersHorizontally(axial))).toEqual(axial);
        expect(flipLettersVertically(flipLettersVertically(axial))).toEqual(axial);
      }),
    );
  });
});

describe('a picture that hangs as usual', () => {
  const usual = edges('A', 'L', 'P', 'R');

  test('needs no turn', () => {
    expect(hangingTurn(usual)).toEqual({ rotation: 0, flipHorizontal: false, flipVertical: false });
    expect(hangingTurn(edges('H', 'P', 'F', 'A')).rotation).toBe(0);
  });

  test('comes of any way to lie by the turn that is found', () => {
    for (const quarters of [0, 1, 2, 3])
      for (const letters of [usual, flipLettersHorizontally(usual), flipLettersVertically(usual)]) {
        const lying = rotateLetters(letters, quarters);
        expect(turnLetters(lying, hangingTurn(lying))).toEqual(usual);
      }
  });

  test('is not forced on letters that name no plane', () => {
    const odd = edges('', 'L', '', 'R');
    expect(hangingTurn(odd)).toEqual({ rotation: 0, flipHorizontal: false, flipVertical: false });
  });
});
