import { describe, expect, it } from 'vitest';
import { lateralShape, shapesOfPlace } from '../../domain/thorax/place-shapes.ts';
import { bundledVocabulary, isLocation } from '../../domain/vocabulary/vocabulary.ts';
import { FRONTAL } from './frontal.ts';
import { LATERAL } from './lateral.ts';
import { sidesOf } from './shapes.ts';

const vocabulary = bundledVocabulary();
const idsIn = (shapes: typeof FRONTAL): readonly string[] =>
  shapes.flatMap((one) => sidesOf(one).map(({ id }) => id));

describe('the drawings', () => {
  it('have the shapes of every place', () => {
    const frontal = new Set(idsIn(FRONTAL));
    const lateral = new Set(idsIn(LATERAL));
    const missing: string[] = [];
    for (const place of [...vocabulary.terms.keys()].filter(isLocation))
      for (const shape of shapesOfPlace(vocabulary, place))
        if (!frontal.has(shape) && !lateral.has(lateralShape(shape))) missing.push(shape);
    expect(missing).toEqual([]);
  });

  it('have no shape that stands for nothing, and none twice', () => {
    const used = new Set([...vocabulary.terms.keys()].flatMap((place) => shapesOfPlace(vocabulary, place)));
    expect(idsIn(FRONTAL).filter((id) => !used.has(id))).toEqual([]);
    const lateral = new Set([...used].map(lateralShape));
    expect(idsIn(LATERAL).filter((id) => !lateral.has(id))).toEqual([]);
    for (const ids of [idsIn(FRONTAL), idsIn(LATERAL)]) expect(new Set(ids).size).toBe(ids.length);
  });
});
