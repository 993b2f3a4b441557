import { PARENCHYMA, PLEURA } from './lung-sentences.ts';
import { build, plate, says } from './sentence.ts';

/** What is concluded, compared or ruled out: nothing of it adds to an image. */
export const CONCLUSIONS = {
  covid: says('Hallazgos compatibles con neumonía por COVID-19.', ['COVID 19', 'pneumonia']),
  covidUncertain: says('No se puede descartar infección por COVID-19 en fase inicial.', [
    'COVID 19 uncertain',
  ]),
  viral: says('Los hallazgos sugieren neumonía de etiología vírica.', ['viral pneumonia']),
  pneumonia: says('Hallazgos sugestivos de neumonía.', ['pneumonia']),
  distress: says('Hallazgos compatibles con síndrome de distrés respiratorio agudo.', [
    'respiratory distress',
  ]),
  heartFailure: says('Hallazgos sugestivos de insuficiencia cardíaca.', ['heart insufficiency']),
  copd: says('Signos de enfermedad pulmonar obstructiva crónica.', ['COPD signs']),
  fibrosis: says(
    'Cambios de fibrosis pulmonar en ambas bases.',
    ['pulmonary fibrosis'],
    ['loc basal bilateral'],
  ),
  unchanged: says('Sin cambios significativos respecto al estudio previo.', ['unchanged']),
  restUnchanged: says('Resto sin cambios.', ['unchanged']),
  better: says('Mejoría radiológica respecto al control previo.', ['exclude']),
  worse: says('Empeoramiento radiológico respecto al control previo.', ['exclude']),
  projections: says('Proyecciones posteroanterior y lateral de tórax.', ['exclude']),
  advised: says('Se recomienda control evolutivo.', ['exclude']),
  portable: says(
    'Radiografía portátil en decúbito supino, poco inspirada.',
    ['suboptimal study'],
    [],
    [build('shallow breath')],
  ),
  ctTechnique: says('TC de tórax sin contraste intravenoso.', ['exclude']),
} as const;

/** What is found as it should be. */
export const NORMAL = {
  normalFilm: says('Radiografía de tórax dentro de la normalidad.', ['normal']),
  noInfiltrates: says('No se observan infiltrados ni consolidaciones.', ['normal'], ['loc lung field']),
  noEffusion: says('No se observa derrame pleural.', ['normal'], ['loc pleural']),
  noEffusionLeft: says('No se observa derrame pleural izquierdo.', ['normal'], ['loc pleural', 'loc left']),
  freeAngles: says('Senos costofrénicos libres.', ['normal'], ['loc costophrenic angle']),
  heartNormal: says('Silueta cardíaca de tamaño normal.', ['normal'], ['loc cardiac']),
  mediastinumNormal: says(
    'Silueta cardiomediastínica de morfología y tamaño normales.',
    ['normal'],
    ['loc cardiac', 'loc mediastinum'],
  ),
  hilaNormal: says('Hilios pulmonares de aspecto normal.', ['normal'], ['loc hilar']),
  bonesNormal: says('Estructuras óseas sin alteraciones significativas.', ['normal'], ['loc bone']),
  noNodes: says('Sin adenopatías mediastínicas de tamaño significativo.', ['normal'], ['loc mediastinum']),
} as const;

/** What a CT report says in its own words; it shows what the film of the same day shows. */
export const CT = {
  ctConsolidation: says(
    'Consolidación con broncograma aéreo en segmento basal posterior del lóbulo inferior derecho.',
    ['consolidation', 'air bronchogram'],
    ['loc basal', 'loc right lower lobe'],
    PARENCHYMA.consolidationRightBase.shadows,
  ),
  ctGlass: says(
    'Áreas parcheadas en vidrio deslustrado de distribución periférica en ambos pulmones.',
    ['ground glass pattern'],
    ['loc peripheral', 'loc bilateral'],
    PARENCHYMA.glassPeripheral.shadows,
  ),
  ctBands: says(
    'Bandas fibrosas subpleurales en ambas bases.',
    ['fibrotic band'],
    ['loc subpleural', 'loc basal bilateral'],
    [
      plate('right', [0.75, 0.84, 0.7], 40, 4, 'fibrotic band'),
      plate('left', [0.78, 0.84, 0.7], 40, 6, 'fibrotic band'),
    ],
  ),
} as const;

/** Sentences whose labels are wrong on purpose, as some of the published ones are. */
export const MISLABELLED = {
  /** The places say right where the text says left. */
  otherSide: says(
    'Pinzamiento del seno costofrénico izquierdo.',
    ['costophrenic angle blunting'],
    ['loc right costophrenic angle'],
    PLEURA.bluntLeft.shadows,
  ),
  /** What is ruled out became a label. */
  negated: says('No se observan signos de neumonía.', ['pneumonia']),
} as const;
