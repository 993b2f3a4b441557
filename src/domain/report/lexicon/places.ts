import type { Wordings } from './lexicon.ts';

const numbered = (letter: string, count: number): string =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`).join('|');

const RIGHT = 'derech*|dcho|dcha|dchas|dchos|dch|der';
const LEFT = 'izquierd*|izq|izdo|izda|izdas|izdos|izqdo|izqda|izd';

/** Words that say on which side of the patient something is. */
const SIDE_WORDINGS: Wordings = {
  'loc right': [RIGHT],
  'loc left': [LEFT],
  'loc bilateral': ['bilateral*|ambos|ambas|bibasal*|biapic*|bihili*|bipulmon*|bilat'],
};

/** Lungs and pleura. */
const LUNG_PLACES: Wordings = {
  'loc diffuse bilateral': [
    'bilateral* .. difus*',
    'difus* .. bilateral*|ambos',
    'bilateral* .. extens*',
    '~difus*|bilateral*',
  ],
  'loc basal bilateral': [
    'bibasal*',
    'ambas bases',
    'bases !cran*',
    'basal* .. bilateral*',
    'bilateral* .. basal*|bases',
    '~basal*',
  ],
  'loc lung field': ['pulmon*|parenquim*|campo*|intrapulmonar*', '~pleuroparenquim*'],
  'loc upper lung field': [
    'campo*|tercio*|mitad*|zona*|region* .. superior*',
    '~superior*|lsd|lsi|apic*|vertice*',
  ],
  'loc middle lung field': ['campo*|tercio*|zona*|region* .. medio*|media|medias', '~medio*|hili*|perihili*'],
  'loc lower lung field': [
    'campo*|tercio*|mitad*|zona*|region* .. inferior*',
    '~inferior*|basal*|base|bases|lid|lii|lingul*|medio',
  ],
  'loc lobar': ['lobul*|lobar*|lsd|lid|lsi|lii|lm'],
  'loc upper lobe': ['lobul* .. superior*', 'lsd|lsi|lss', '~superior*'],
  'loc right upper lobe': [`lobul* superior* .. ${RIGHT}`, 'lsd', '~lobul* .. superior*'],
  'loc left upper lobe': [`lobul* superior* .. ${LEFT}`, 'lsi', '~lobul* .. superior*', '~lingul*'],
  'loc lingula': ['lingul*'],
  'loc lower lobe': ['lobul* .. inferior*', 'lid|lii|lls', '~inferior*'],
  'loc right lower lobe': [`lobul* inferior* .. ${RIGHT}`, 'lid', '~lobul* .. inferior*'],
  'loc left lower lobe': [`lobul* inferior* .. ${LEFT}`, 'lii', '~lobul* .. inferior*'],
  'loc middle lobe': ['lobul* medio', 'lm|lmd'],
  'loc apical': ['apic*|biapic*|apex|vertice*|apice*|pleuroapic*'],
  'loc basal': ['basal*|base|bases|bibasal*|basilar*|laterobasal*|posterobasal*'],
  'loc subsegmental': ['subsegment*', '~segment*'],
  'loc bronchi': ['bronqui|bronquio*|bronquial*|bronquios|broncovascul*', '~bronqui*'],
  'loc peribronchi': ['peribronq*|peribronc*'],
  'loc hilar': ['hili*|hiliar*|bihili*'],
  'loc hilar bilateral': [
    'ambos hili*',
    'hilios',
    'hili* .. bilateral*|ambos',
    'bilateral* .. hili*',
    'bihili*',
  ],
  'loc perihilar': ['perihili*|parahili*'],
  'loc suprahilar': ['suprahili*'],
  'loc infrahilar': ['infrahili*'],
  'loc peripheral': ['perifer*', '~subpleural*'],
  'loc central': ['central*'],
  'loc pleural': ['pleura*|pleural*|pleuro*|pleuropar*', '~derrame*|neumotorax|costofrenic*'],
  'loc subpleural': ['subpleural*'],
  'loc extrapleural': ['extrapleural*'],
  'loc extrapulmonary': ['extrapulmon*'],
  'loc fissure': ['cisur*|intercisur*'],
  'loc minor fissure': ['cisur* menor|horizontal'],
  'loc major fissure': ['cisur* mayor*|oblicu*'],
  'loc hemithorax': ['hemitorax|hemitorac*'],
  'loc costophrenic angle': ['costofrenic*|costodiafragm*|scf|scd|sci', '~seno*|pinza*'],
  'loc right costophrenic angle': [`costofrenic*|costodiafragm*|scf .. ${RIGHT}`, 'scd', '~costofrenic*'],
  'loc left costophrenic angle': [`costofrenic*|costodiafragm*|scf .. ${LEFT}`, 'sci', '~costofrenic*'],
  'loc bilateral costophrenic angle': [
    'ambos .. costofrenic*|costodiafragm*',
    'costofrenic* .. bilateral*',
    'costofrenicos|senos',
    '~costofrenic*',
  ],
  'loc cardiophrenic angle': ['cardiofrenic*|pericardiofren*'],
  'loc diaphragm': ['diafragm*|hemidiafragm*|cupula*|frenic*'],
  'loc supradiaphragm': ['supradiafragm*'],
  'loc infradiaphragm': ['infradiafragm*|subdiafragm*|subfrenic*'],
};

/** Heart, mediastinum, airways, what lies below the diaphragm. */
const MIDDLE_PLACES: Wordings = {
  'loc mediastinum': ['mediast*|cardiomediast*'],
  'loc superior mediastinum': ['mediast* superior*', '~paratraque*|supraaort*'],
  'loc lower mediastinum': ['mediast* inferior*'],
  'loc anterior mediastinum': ['mediast* anterior*', '~retroesternal*|prevascul*'],
  'loc middle mediastinum': ['mediast* medio*'],
  'loc posterior mediastinum': ['mediast* posterior*', '~retrocardi*'],
  'loc paramediastinum': ['paramediast*'],
  'loc thymus': ['timo|timic*|timoma*'],
  'loc cardiac': [
    'cardiac*|corazon|cardiomediast*|cardiotorac*|cardiomegal*|ventric*|auricul*|cardiovasc*|cardiopericard*',
    '~ict|valv*|mitral*',
  ],
  'loc paracardiac': ['paracardi*'],
  'loc retrocardiac': ['retrocardi*'],
  'loc coronary': ['coronari*'],
  'loc aortic': ['aort*|aortic*', '~cayado|boton*'],
  'loc aortic button': ['boton*|cayado*', 'arco aort*', '~aort*'],
  'loc supra aortic': ['supraaort*|tsa', 'supra aort*'],
  'loc aortopulmonary window': ['aortopulmon*', 'ventana aort*'],
  'loc pulmonary artery': ['arteria* pulmonar*', 'tronco|cono pulmonar'],
  'loc carotid artery': ['carotid*'],
  'loc brachiocephalic veins': ['braquiocefal*|innominad*'],
  'loc superior cave vein': ['cava|cavas|vcs|cavoatrial*'],
  'loc subclavian vein': ['subclavi*'],
  'loc airways': ['via*|vias .. aere*', '~traque*|bronqui*|aere*'],
  'loc tracheal': ['traque*|carina*|endotraque*|traqueo*'],
  'loc paratracheal': ['paratraque*'],
  'loc esophageal': ['esofag*|retroesofag*|transesofag*'],
  'loc epigastric': ['epigastr*'],
  'loc gastric chamber': ['gastric*|estomago|fundus|nasogastric*'],
  'loc hypochondrium': ['hipocond*', '~hcd|hci'],
  'loc right hypochondrium': [`hipocond* .. ${RIGHT}`, 'hcd'],
  'loc left hypochondrium': [`hipocond* .. ${LEFT}`, 'hci'],
  'loc gallbladder': ['vesicul*|biliar*|colecist*|colelit*'],
};

/** Bones and soft tissue. */
const WALL_PLACES: Wordings = {
  'loc bone': ['ose*|hueso*|esquelet*', '~costal*|vertebr*|fractura*'],
  'loc column': ['columna|raquis|raquid*|vertebr*|espondil*|dorsolumbar*', '~dorsal*|lumbar*|cervical*'],
  'loc dorsal vertebrae': [
    'dorsal*|dorsolumbar*',
    'vertebr*|columna .. torac*',
    numbered('d', 12),
    numbered('t', 12),
  ],
  'loc cervical vertebrae': ['columna|vertebr*|raquis .. cervical*', numbered('c', 7), '~cervical*'],
  'loc lumbar vertebrae': ['lumbar*|dorsolumbar*', numbered('l', 5)],
  'loc paravertebral': ['paravertebr*|paraespin*'],
  'loc intersomatic space': ['intersomatic*|intervertebr*|discal*|disco|discos'],
  'loc rib': ['costal*|costilla*|costales|parrilla*', '~arco*'],
  'loc anterior rib': ['costal*|costilla*|arco* .. anterior*', '~costal*'],
  'loc posterior rib': ['costal*|costilla*|arco* .. posterior*', '~costal*'],
  'loc rib cartilage': ['cartilago*|condrocostal*|costocondral*'],
  'loc costoesternal': ['costoestern*|condroestern*|esternocost*|esternal*|esternon'],
  'loc clavicle': ['clavic*|esternoclavic*|acromioclavic*'],
  'loc scapula': ['escapul*|omoplato*'],
  'loc shoulder': ['hombro*|escapulohumer*', '~humer*|acromio*|glenohumer*'],
  'loc humerus': ['humer*'],
  'loc humeral head': ['cabeza* .. humer*', 'humer* .. cabeza*|proximal*'],
  'loc humeral neck': ['cuello .. humer*', 'humer* .. cuello'],
  'loc glenohumeral joint': ['glenohumer*|escapulohumer*'],
  'loc acromioclavicular joint': ['acromioclavic*'],
  'loc rotator cuff': ['manguito*|rotador*'],
  'loc supraspisnous': ['supraespin*'],
  'loc cervical': ['cervical*|cuello', '~cervico*'],
  'loc soft tissue': ['blandas|blandos', '~subcutane*|axil*|pectoral*'],
  'loc subcutaneous': ['subcutane*'],
  'loc axilar': ['axil*'],
  'loc pectoral': ['pectoral*|prepectoral*|infraclavic*', '~mama*|mamari*'],
  'loc nipple': ['pezon*|mamila*|mamelon*'],
  'loc extracorporal': ['extracorpor*|superpuest*|extern*', '~electrodo*|cable*|artefacto*'],
};

/** Every place of the vocabulary. */
export const PLACE_WORDINGS: Wordings = {
  ...SIDE_WORDINGS,
  ...LUNG_PLACES,
  ...MIDDLE_PLACES,
  ...WALL_PLACES,
};
