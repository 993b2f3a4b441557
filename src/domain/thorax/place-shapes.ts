import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/**
 * The shapes of the thorax schematic that a place stands for, by their names; a name ending in `*` stands for both of a
 * pair. Places that are not here stand for what is below them in the graph, else for what is above them.
 */
const OWN: Readonly<Record<string, string>> = {
  'loc cervical': 'cervical',
  'loc soft tissue': 'soft-tissue',
  'loc subcutaneous': 'subcutaneous',
  'loc axilar': 'axilar*',
  'loc pectoral': 'pectoral*',
  'loc nipple': 'nipple*',
  'loc shoulder': 'shoulder*',
  'loc acromioclavicular joint': 'acromioclavicular-joint*',
  'loc rotator cuff': 'rotator-cuff*',
  'loc supraspisnous': 'rotator-cuff*',
  'loc humerus': 'humerus* humeral-head*',
  'loc humeral head': 'humeral-head*',
  'loc humeral neck': 'humeral-neck*',
  'loc glenohumeral joint': 'glenohumeral-joint*',
  'loc clavicle': 'clavicle*',
  'loc scapula': 'scapula*',
  'loc costoesternal': 'costoesternal*',
  'loc column': 'column',
  'loc intersomatic space': 'intersomatic-space',
  'loc dorsal vertebrae': 'dorsal-vertebrae',
  'loc cervical vertebrae': 'cervical-vertebrae',
  'loc lumbar vertebrae': 'lumbar-vertebrae',
  'loc paravertebral': 'paravertebral*',
  'loc anterior rib': 'anterior-rib*',
  'loc posterior rib': 'posterior-rib*',
  'loc rib cartilage': 'rib-cartilage*',
  'loc hemithorax': 'right left',
  'loc extrapleural': 'extrapleural*',
  'loc pleural': 'pleural*',
  'loc subpleural': 'subpleural*',
  'loc minor fissure': 'minor-fissure',
  'loc major fissure': 'major-fissure*',
  'loc left upper lobe': 'left-upper-lobe lingula',
  'loc lingula': 'lingula',
  'loc right upper lobe': 'right-upper-lobe',
  'loc left lower lobe': 'left-lower-lobe',
  'loc right lower lobe': 'right-lower-lobe',
  'loc middle lobe': 'middle-lobe',
  'loc bronchi': 'bronchi',
  'loc peribronchi': 'perihilar*',
  'loc lung field': 'lung-field*',
  'loc upper lung field': 'upper-lung-field*',
  'loc apical': 'apical*',
  'loc suprahilar': 'suprahilar*',
  'loc middle lung field': 'middle-lung-field*',
  'loc aortopulmonary window': 'aortopulmonary-window',
  'loc hilar': 'hilar*',
  'loc pulmonary artery': 'pulmonary-artery*',
  'loc hilar bilateral': 'hilar*',
  'loc perihilar': 'perihilar*',
  'loc lower lung field': 'lower-lung-field*',
  'loc basal': 'basal*',
  'loc infrahilar': 'infrahilar*',
  'loc supradiaphragm': 'supradiaphragm*',
  'loc diaphragm': 'diaphragm*',
  'loc infradiaphragm': 'infradiaphragm*',
  'loc cardiophrenic angle': 'cardiophrenic-angle*',
  'loc right costophrenic angle': 'right-costophrenic-angle',
  'loc left costophrenic angle': 'left-costophrenic-angle',
  'loc bilateral costophrenic angle': 'right-costophrenic-angle left-costophrenic-angle',
  'loc peripheral': 'peripheral*',
  'loc central': 'central*',
  'loc mediastinum': 'mediastinum',
  'loc superior mediastinum': 'superior-mediastinum',
  'loc carotid artery': 'carotid-artery*',
  'loc brachiocephalic veins': 'brachiocephalic-veins',
  'loc supra aortic': 'supra-aortic',
  'loc aortic button': 'aortic-button',
  'loc superior cave vein': 'superior-cave-vein',
  'loc subclavian vein': 'subclavian-vein*',
  'loc lower mediastinum': 'lower-mediastinum',
  'loc anterior mediastinum': 'anterior-mediastinum',
  'loc thymus': 'thymus',
  'loc middle mediastinum': 'cardiac',
  'loc cardiac': 'cardiac',
  'loc coronary': 'coronary',
  'loc posterior mediastinum': 'posterior-mediastinum',
  'loc retrocardiac': 'retrocardiac',
  'loc aortic': 'aortic',
  'loc paratracheal': 'paratracheal*',
  'loc tracheal': 'tracheal',
  'loc airways': 'tracheal bronchi',
  'loc esophageal': 'esophageal',
  'loc paramediastinum': 'paramediastinum*',
  'loc paracardiac': 'paracardiac*',
  'loc epigastric': 'epigastric',
  'loc gastric chamber': 'gastric-chamber',
  'loc right hypochondrium': 'right-hypochondrium',
  'loc gallbladder': 'gallbladder',
  'loc left hypochondrium': 'left-hypochondrium',
  'loc right': 'right',
  'loc left': 'left',
  'loc bilateral': 'right left',
  'loc diffuse bilateral': 'lung-field*',
  'loc basal bilateral': 'basal*',
};

/** Places that lie nowhere in a thorax: outside the body, and whatever is not lung. */
const UNPLACED: ReadonlySet<string> = new Set(['loc extracorporal', 'loc extrapulmonary']);

const shapesNamed = (names: string): readonly string[] =>
  names
    .split(' ')
    .flatMap((name) =>
      name.endsWith('*') ? [`${name.slice(0, -1)}--right`, `${name.slice(0, -1)}--left`] : [name],
    );

/** The shapes of the frontal schematic that a place stands for; none for one that cannot be placed. */
export function shapesOfPlace(vocabulary: Vocabulary, place: string): readonly string[] {
  if (UNPLACED.has(place)) return [];
  const own = OWN[place];
  if (own !== undefined) return shapesNamed(own);
  const below = [...vocabulary.descendants(place)].flatMap((one) => shapesNamed(OWN[one] ?? ''));
  const found = below.filter((shape) => shape !== '');
  if (found.length > 0) return [...new Set(found)];
  const above = (vocabulary.terms.get(place)?.parents ?? []).flatMap((one) => shapesNamed(OWN[one] ?? ''));
  return [...new Set(above.filter((shape) => shape !== ''))];
}

export type Side = 'right' | 'left';

/** Shapes of one side whose name does not say so. */
const SIDED: Readonly<Record<string, Side>> = {
  'middle-lobe': 'right',
  'minor-fissure': 'right',
  gallbladder: 'right',
  lingula: 'left',
};

/** The side of the patient that a shape lies on; undefined for those in the middle. */
export function sideOfShape(shape: string): Side | undefined {
  const word = /^(right|left)(?:-|$)|--(right|left)$/.exec(shape);
  return SIDED[shape] ?? ((word?.[1] ?? word?.[2]) as Side | undefined);
}

/** A shape as the lateral schematic has it, where one side lies on the other. */
export const lateralShape = (shape: string): string =>
  shape === 'lingula' ? 'middle-lobe' : shape.replace(/^(?:right|left)-|--(?:right|left)$/, '');
