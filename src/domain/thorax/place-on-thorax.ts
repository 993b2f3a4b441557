import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { shapesOfPlace, sideOfShape, type Side } from './place-shapes.ts';

/** Places that say a side and nothing more, with the sides. */
const SIDES: Readonly<Record<string, readonly Side[]>> = {
  'loc right': ['right'],
  'loc left': ['left'],
  'loc bilateral': ['right', 'left'],
  'loc hemithorax': ['right', 'left'],
};

/** A place with the shapes it stands for beside the other places of the same sentence. */
export interface PlacedPlace {
  readonly place: string;
  readonly shapes: readonly string[];
}

/**
 * Where the places of one sentence lie. A side beside another place says on which side that is, and colours no half of
 * the chest; a place that lies on none of the sides named stays where it is.
 */
export function placeOnThorax(vocabulary: Vocabulary, places: readonly string[]): readonly PlacedPlace[] {
  const sides = new Set(places.flatMap((place) => SIDES[place] ?? []));
  const others = places.filter(
    (place) => SIDES[place] === undefined && shapesOfPlace(vocabulary, place).length > 0,
  );
  const hasSided = others.some((place) =>
    shapesOfPlace(vocabulary, place).some((shape) => sideOfShape(shape)),
  );
  return places.map((place) => {
    const shapes = shapesOfPlace(vocabulary, place);
    if (SIDES[place]) return { place, shapes: hasSided ? [] : shapes };
    if (sides.size === 0) return { place, shapes };
    const onSide = shapes.filter((shape) => {
      const side = sideOfShape(shape);
      return side === undefined || sides.has(side);
    });
    return { place, shapes: onSide.length > 0 ? onSide : shapes };
  });
}
