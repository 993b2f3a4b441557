import { describe, expect, it } from 'vitest';
import {
  AS_FILED,
  isAsFiled,
  mirrorAxis,
  readReorientation,
  reorientAttributes,
  reorientVector,
  turnInPlane,
  writeReorientation,
} from './reorient.ts';
import { attributesOf } from './test-attributes.ts';

describe('a volume that was stored wrongly', () => {
  it('is turned by quarters, clockwise on the screen of each plane', () => {
    // Axial: what was at the left of the patient, the right of the screen, goes to the bottom, the back.
    expect(reorientVector(turnInPlane(AS_FILED, 'axial'), [1, 0, 0])).toEqual([0, 1, 0]);
    expect(reorientVector(turnInPlane(AS_FILED, 'axial'), [0, 1, 0])).toEqual([-1, 0, 0]);
    // Coronal: right of the screen to the feet, head to the right of the screen.
    expect(reorientVector(turnInPlane(AS_FILED, 'coronal'), [1, 0, 0])).toEqual([0, 0, -1]);
    expect(reorientVector(turnInPlane(AS_FILED, 'coronal'), [0, 0, 1])).toEqual([1, 0, 0]);
    // Sagittal: back to the feet, head to the back.
    expect(reorientVector(turnInPlane(AS_FILED, 'sagittal'), [0, 1, 0])).toEqual([0, 0, -1]);
    expect(reorientVector(turnInPlane(AS_FILED, 'sagittal'), [0, 0, 1])).toEqual([0, 1, 0]);
  });

  it('is as filed after four quarters or two mirrors', () => {
    for (const plane of ['axial', 'coronal', 'sagittal'] as const) {
      let turned = AS_FILED;
      for (let quarter = 0; quarter < 4; quarter++) {
        expect(isAsFiled(turned)).toBe(quarter === 0);
        turned = turnInPlane(turned, plane);
      }
      expect(isAsFiled(turned)).toBe(true);
    }
    expect(isAsFiled(mirrorAxis(mirrorAxis(AS_FILED, 2), 2))).toBe(true);
  });

  it('is turned as it is shown, after what was done before', () => {
    const both = mirrorAxis(turnInPlane(AS_FILED, 'axial'), 1);
    // Left went to the back, and then to the front.
    expect(reorientVector(both, [1, 0, 0])).toEqual([0, -1, 0]);
  });

  it('reaches each of the 48 ways to lie along the axes of the body', () => {
    const found = new Set(['LPH']);
    let edge = [AS_FILED];
    while (edge.length > 0)
      edge = edge
        .flatMap((one) => [
          turnInPlane(one, 'axial'),
          turnInPlane(one, 'coronal'),
          turnInPlane(one, 'sagittal'),
          mirrorAxis(one, 0),
        ])
        .filter((one) => {
          const isNew = !found.has(writeReorientation(one));
          found.add(writeReorientation(one));
          return isNew;
        });
    expect(found.size).toBe(48);
  });

  it('has its attributes turned with it, and is in no frame of reference with others', () => {
    const attributes = attributesOf({
      ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
      ImagePositionPatient: [-100, -120, 40],
      FrameOfReferenceUID: '2.25.1',
      PixelSpacing: [0.7, 0.8],
    });
    expect(reorientAttributes(mirrorAxis(AS_FILED, 2), attributes)).toEqual({
      windows: [],
      voiLuts: [],
      ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
      ImagePositionPatient: [-100, -120, -40],
      PixelSpacing: [0.7, 0.8],
    });
    expect(reorientAttributes(AS_FILED, attributes)).toBe(attributes);
  });
});

describe('three letters', () => {
  it('stand for a re-orientation', () => {
    expect(writeReorientation(AS_FILED)).toBe('LPH');
    expect(writeReorientation(turnInPlane(AS_FILED, 'axial'))).toBe('PRH');
    expect(readReorientation('PRH')).toEqual(turnInPlane(AS_FILED, 'axial'));
  });

  it('that are none are refused', () => {
    for (const text of ['', 'LP', 'LLH', 'LRH', 'XYZ', 'lph', 7, null, undefined])
      expect(readReorientation(text)).toBeUndefined();
  });
});
