import { describe, expect, test } from 'vitest';
import { isLying, namedProjection, projectionOf, readProjection } from './projection.ts';

describe('the projection of a name', () => {
  test.each([
    ['ap', 'AP'],
    ['PA', 'PA'],
    ['ll', 'LL'],
    ['lateral', 'lateral'],
    ['ax', undefined],
    ['', undefined],
  ] as const)('vp-%s is %s', (view, projection) => {
    expect(namedProjection(view)).toBe(projection);
  });
});

describe('the projection of a header', () => {
  test.each([
    ['Torax PA', 'PA'],
    ['portátil AP', 'AP'],
    ['W034 Tórax Lat.', 'lateral'],
    ['TÃ²RAX AP', 'AP'],
    ['T?RAX AP', 'AP'],
    ['Chest, lateral', 'lateral'],
    ['TORAX PERFIL', 'lateral'],
    ['TORAX LL', 'LL'],
    ['RX TORAX LATERAL (LL)', 'LL'],
    ['Thorax A.P. supine', 'AP'],
    ['TORAX P-A', 'PA'],
    ['Tórax anteroposterior', 'AP'],
    ['POSTERO-ANTERIOR', 'PA'],
    ['chest_pa', 'PA'],
    // Not a projection, more than one, or a word that only contains one.
    ['TORAX', undefined],
    ['RX TORAX, PA Y LAT', undefined],
    ['RX TORAX, PA O AP', undefined],
    ['PAPEL', undefined],
    ['LATE', undefined],
    ['TAPA BILATERAL', undefined],
    ['Tórax decúbito lateral', undefined],
    ['', undefined],
  ] as const)('%j is %s', (SeriesDescription, projection) => {
    expect(readProjection({ SeriesDescription })).toBe(projection);
  });

  test('is its View Position before any description', () => {
    expect(readProjection({ ViewPosition: 'AP', SeriesDescription: 'Torax PA' })).toBe('AP');
    expect(readProjection({ ViewPosition: 'RL' })).toBe('lateral');
    expect(readProjection({ ViewPosition: 'LLD', SeriesDescription: 'AP' })).toBe('AP');
  });

  test('is the word of the procedure where the series says nothing', () => {
    expect(readProjection({ SeriesDescription: 'Tórax', procedure: 'RX TORAX, PA' })).toBe('PA');
  });

  test('is found in a hostile text at once', () => {
    const started = performance.now();
    expect(readProjection({ SeriesDescription: `${'antero-'.repeat(100_000)} AP` })).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(50);
  });
});

describe('the projection to show', () => {
  test('is the one read where name and header disagree', () => {
    expect(projectionOf('pa', { SeriesDescription: 'W034 Tórax Lat.' })).toEqual({
      named: 'PA',
      read: 'lateral',
      shown: 'lateral',
      conflict: true,
      portable: false,
    });
    expect(projectionOf('ap', { ViewPosition: 'PA' })).toMatchObject({ shown: 'PA', conflict: true });
  });

  test('is the side too where the name knows it', () => {
    expect(projectionOf('ll', { SeriesDescription: 'Tórax Lat.' })).toMatchObject({
      shown: 'LL',
      conflict: false,
    });
    expect(projectionOf('lateral', { ViewPosition: 'LL' })).toMatchObject({ shown: 'LL', conflict: false });
  });

  test('is whichever of the two there is', () => {
    expect(projectionOf('ap', {})).toEqual({ named: 'AP', shown: 'AP', conflict: false, portable: false });
    expect(projectionOf(undefined, { ViewPosition: 'AP' })).toEqual({
      read: 'AP',
      shown: 'AP',
      conflict: false,
      portable: false,
    });
    expect(projectionOf(undefined, {})).toEqual({ shown: undefined, conflict: false, portable: false });
  });

  test.each([
    ['portátil AP', true],
    ['PORTÃTIL AP', true],
    ['TORAX PORTABLE', true],
    ['portÃ¡til', true],
    ['Tórax móvil', true],
    ['importante AP', false],
    ['Torax PA', false],
  ])('of %j is taken at the bedside: %s', (SeriesDescription, portable) => {
    expect(projectionOf(undefined, { SeriesDescription }).portable).toBe(portable);
  });
});

test.each([
  [{ PatientPosition: 'HFS' }, true],
  [{ PatientPosition: 'FFDL' }, true],
  [{ SeriesDescription: 'Tórax AP supino' }, true],
  [{ SeriesDescription: 'decÃºbito lateral' }, true],
  [{ procedure: 'CHEST SUPINE' }, true],
  [{ PatientPosition: 'sitting', SeriesDescription: 'Torax PA' }, false],
  [{}, false],
])('a film with %j was taken of a patient who lies: %s', (attributes, lies) => {
  expect(isLying(attributes)).toBe(lies);
});
