import { describe, expect, it } from 'vitest';
import { bundledVocabulary, isLocation } from '../vocabulary/vocabulary.ts';
import { placeOnThorax } from './place-on-thorax.ts';
import { lateralShape, shapesOfPlace, sideOfShape } from './place-shapes.ts';

const vocabulary = bundledVocabulary();
const shapes = (place: string): readonly string[] => shapesOfPlace(vocabulary, place).toSorted();

describe('the shapes of a place', () => {
  it('are none for exactly those that lie nowhere in a thorax', () => {
    const places = [...vocabulary.terms.keys()].filter(isLocation);
    expect(places).toHaveLength(106);
    expect(places.filter((place) => shapes(place).length === 0)).toEqual([
      'loc extracorporal',
      'loc extrapulmonary',
    ]);
    expect(shapes('loc no such place')).toEqual([]);
  });

  it('are those of what is below a general term, or above a special one', () => {
    expect(shapes('loc lower lobe')).toEqual(['left-lower-lobe', 'right-lower-lobe']);
    expect(shapes('loc lobar')).toEqual(
      expect.arrayContaining(['lingula', 'middle-lobe', 'right-lower-lobe']),
    );
    expect(shapes('loc costophrenic angle')).toEqual(['left-costophrenic-angle', 'right-costophrenic-angle']);
    expect(shapes('loc fissure')).toEqual(['major-fissure--left', 'major-fissure--right', 'minor-fissure']);
    expect(shapes('loc bone')).toEqual(
      expect.arrayContaining(['clavicle--left', 'column', 'posterior-rib--right']),
    );
    expect(shapes('loc subsegmental')).toEqual(['lung-field--left', 'lung-field--right']);
  });

  it('have the side that their names say, or that they can only have', () => {
    expect(
      ['right', 'basal--left', 'right-upper-lobe', 'lingula', 'middle-lobe', 'cardiac'].map(sideOfShape),
    ).toEqual(['right', 'left', 'right', 'left', 'right', undefined]);
  });

  it('lie on each other in the lateral', () => {
    expect(['basal--left', 'right-costophrenic-angle', 'lingula', 'cardiac'].map(lateralShape)).toEqual([
      'basal',
      'costophrenic-angle',
      'middle-lobe',
      'cardiac',
    ]);
  });
});

const placed = (...places: readonly string[]) =>
  placeOnThorax(vocabulary, places).map((one) => [one.place, ...one.shapes]);

describe('the places of one sentence', () => {
  it('lie on the side that is named beside them', () => {
    expect(placed('loc basal', 'loc right')).toEqual([['loc basal', 'basal--right'], ['loc right']]);
    expect(placed('loc left', 'loc costophrenic angle')).toEqual([
      ['loc left'],
      ['loc costophrenic angle', 'left-costophrenic-angle'],
    ]);
    expect(placed('loc peripheral', 'loc bilateral')).toEqual([
      ['loc peripheral', 'peripheral--right', 'peripheral--left'],
      ['loc bilateral'],
    ]);
  });

  it('are half of the chest when a side is all that is named, or all else is in the middle', () => {
    expect(placed('loc right')).toEqual([['loc right', 'right']]);
    expect(placed('loc right', 'loc cardiac')).toEqual([
      ['loc right', 'right'],
      ['loc cardiac', 'cardiac'],
    ]);
    expect(placed('loc left', 'loc extracorporal')).toEqual([['loc left', 'left'], ['loc extracorporal']]);
  });

  it('stay where they are when they cannot be on that side', () => {
    expect(placed('loc lingula', 'loc right')).toEqual([['loc lingula', 'lingula'], ['loc right']]);
  });
});
