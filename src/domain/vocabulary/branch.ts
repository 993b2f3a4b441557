import type { Vocabulary } from './vocabulary.ts';

/** The groups of findings that share a colour in the interface. */
const BRANCHES = [
  'alveolar',
  'interstitial',
  'volume',
  'pleura',
  'diagnosis',
  'cardiac',
  'nodule',
  'neutral',
] as const;
export type Branch = (typeof BRANCHES)[number];

/** Colours on a dark ground, as `ui/tokens.css` has them. */
export const BRANCH_COLOURS: Readonly<Record<Branch, string>> = {
  alveolar: '#e8a271',
  interstitial: '#6bb6f3',
  volume: '#acf3bc',
  pleura: '#e558ba',
  diagnosis: '#ec5e29',
  cardiac: '#8379ff',
  nodule: '#f6e55d',
  neutral: '#9c938b',
};

/** The terms at which a group begins; everything below belongs to the nearest one. */
const ANCHORS: Readonly<Record<string, Branch>> = {
  'alveolar pattern': 'alveolar',
  infiltrates: 'interstitial',
  'increased density': 'interstitial',
  'bronchovascular markings': 'interstitial',
  'kerley lines': 'interstitial',
  bronchiectasis: 'interstitial',
  atelectasis: 'volume',
  'volume loss': 'volume',
  hypoexpansion: 'volume',
  'hypoexpansion basal': 'volume',
  'hyperinflated lung': 'volume',
  'air trapping': 'volume',
  'flattened diaphragm': 'volume',
  'fibrotic band': 'volume',
  bullas: 'volume',
  'lung vascular paucity': 'volume',
  pneumothorax: 'pleura',
  'fissure thickening': 'pleura',
  'pleural thickening': 'pleura',
  'pleural plaques': 'pleura',
  'pleural effusion': 'pleura',
  'pleural mass': 'pleura',
  'costophrenic angle blunting': 'pleura',
  'calcified pleural thickening': 'pleura',
  'calcified pleural plaques': 'pleura',
  'differential diagnosis': 'diagnosis',
  'vascular redistribution': 'cardiac',
  'hilar enlargement': 'cardiac',
  'hilar congestion': 'cardiac',
  cardiomegaly: 'cardiac',
  'pericardial effusion': 'cardiac',
  dextrocardia: 'cardiac',
  'right sided aortic arch': 'cardiac',
  'aortic atheromatosis': 'cardiac',
  'aortic elongation': 'cardiac',
  'aortic aneurysm': 'cardiac',
  'mediastinal enlargement': 'cardiac',
  'mediastinal shift': 'cardiac',
  'mediastinic lipomatosis': 'cardiac',
  'hiatal hernia': 'cardiac',
  'tracheal shift': 'cardiac',
  pneumomediastinum: 'cardiac',
  'azygoesophageal recess shift': 'cardiac',
  'esophagic dilatation': 'cardiac',
  'heart valve calcified': 'cardiac',
  'calcified densities': 'nodule',
  granuloma: 'nodule',
  adenopathy: 'nodule',
  nodule: 'nodule',
  pseudonodule: 'nodule',
  mass: 'nodule',
  abscess: 'nodule',
  cyst: 'nodule',
  cavitation: 'nodule',
};

/** The colour group of a label: that of the nearest anchor going up the graph, else `neutral`. */
export function branchOf(vocabulary: Vocabulary, label: string): Branch {
  const seen = new Set([label]);
  for (const one of seen) {
    const branch = ANCHORS[one];
    if (branch) return branch;
    for (const parent of vocabulary.terms.get(one)?.parents ?? []) seen.add(parent);
  }
  return 'neutral';
}
