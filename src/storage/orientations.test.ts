import { expect, test } from 'vitest';
import { AS_FILED, mirrorAxis, turnInPlane } from '../domain/imaging/reorient.ts';
import { loadOrientations, saveOrientations } from './orientations.ts';
import { storageOrMemory } from './web-storage.ts';

const memory = () =>
  storageOrMemory(() => {
    throw new DOMException('', 'SecurityError');
  });

test('re-orientations are kept as three letters a series, with a version', () => {
  const storage = memory();
  const one = new Map([['demo sub-1/ct.nii.gz', turnInPlane(AS_FILED, 'axial')]]);
  expect(saveOrientations(storage, one)).toBe(true);
  expect(storage.getItem('midscope:orientations')).toBe(
    '{"version":1,"series":[["demo sub-1/ct.nii.gz","PRH"]]}',
  );
  expect(loadOrientations(storage)).toEqual(one);
  saveOrientations(storage, new Map());
  expect(storage.getItem('midscope:orientations')).toBeNull();
});

test('what version 1 wrote is read', () => {
  const kept = '{"version":1,"series":[["a","LPF"],["b","XYZ"],["c"],7,[3,"LPH"]]}';
  expect(loadOrientations({ getItem: () => kept })).toEqual(new Map([['a', mirrorAxis(AS_FILED, 2)]]));
});

test.each([null, '', '{', '[]', '7', '{"version":2,"series":[["a","LPF"]]}', '{"version":1,"series":{}}'])(
  '%s is nothing that was kept',
  (kept) => {
    expect(loadOrientations({ getItem: () => kept }).size).toBe(0);
  },
);
