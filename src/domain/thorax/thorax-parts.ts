import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** What of the schematic is looked at: whole, its regions would lie on each other. */
export const THORAX_PARTS = ['zones', 'lobes', 'centre', 'wall', 'rest'] as const;
export type ThoraxPart = (typeof THORAX_PARTS)[number];

/** Where a part begins in the graph of places; a place belongs to the first part that it is in or below. */
const ROOTS: readonly (readonly [ThoraxPart, readonly string[]])[] = [
  [
    'wall',
    ['loc bone', 'loc soft tissue', 'loc cervical', 'loc extrapleural', 'loc pleural', 'loc subpleural'],
  ],
  [
    'lobes',
    ['loc right upper lobe', 'loc left upper lobe', 'loc lower lobe', 'loc middle lobe', 'loc fissure'],
  ],
  [
    'centre',
    [
      'loc mediastinum',
      'loc airways',
      'loc esophageal',
      'loc paratracheal',
      'loc paramediastinum',
      'loc paracardiac',
      'loc hilar',
      'loc aortopulmonary window',
    ],
  ],
  ['rest', ['loc diaphragm', 'loc infradiaphragm', 'loc supradiaphragm']],
  ['zones', ['loc lung field', 'loc basal bilateral']],
  ['lobes', ['loc lobar']],
];

/** Places that cover others without being above them in the graph, the widest first. */
const WIDE: readonly string[] = [
  'loc bilateral',
  'loc hemithorax',
  'loc right',
  'loc left',
  'loc diffuse bilateral',
  'loc soft tissue',
  'loc subcutaneous',
  'loc bone',
  'loc pleural',
  'loc lobar',
];

const aboveOf = (vocabulary: Vocabulary, place: string): ReadonlySet<string> => {
  const above = new Set([place]);
  // A Set grows while it is walked: cycles end.
  for (const one of above) for (const parent of vocabulary.terms.get(one)?.parents ?? []) above.add(parent);
  return above;
};

/** In which order places are drawn: what is wide and general lies below what is narrow. */
export function drawingOrder(vocabulary: Vocabulary, place: string): number {
  const wide = WIDE.indexOf(place);
  return wide < 0 ? WIDE.length + aboveOf(vocabulary, place).size : wide;
}

/** The part of the schematic that a place belongs to. */
export function partOfPlace(vocabulary: Vocabulary, place: string): ThoraxPart {
  const above = aboveOf(vocabulary, place);
  return ROOTS.find(([, roots]) => roots.some((root) => above.has(root)))?.[0] ?? 'rest';
}
