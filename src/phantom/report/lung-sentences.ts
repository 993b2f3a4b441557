import { build, cloud, device, fluid, plate, reticle, says } from './sentence.ts';

const GLASS = 'ground glass pattern';
const GLASS_RIGHT = cloud(GLASS, 'right', [0.86, 0.52, 0.5], [28, 52, 50], 0.55, { peripheral: true });
const GLASS_LEFT = cloud(GLASS, 'left', [0.88, 0.7, 0.5], [30, 54, 60], 0.55, { peripheral: true });
const GLASS_UPPER = cloud(GLASS, 'left', [0.8, 0.4, 0.5], [24, 32, 30], 0.45, { peripheral: true });

/** Air spaces and interstitium. */
export const PARENCHYMA = {
  consolidationRightBase: says(
    'Aumento de densidad en base derecha con broncograma aéreo, compatible con consolidación.',
    ['consolidation', 'air bronchogram'],
    ['loc basal', 'loc right'],
    [
      cloud('consolidation', 'right', [0.5, 0.88, 0.6], [38, 38, 31], 1, { bronchogram: true }),
      cloud('consolidation', 'right', [0.58, 0.98, 0.55], [34, 36, 20], 0.9),
    ],
  ),
  consolidationRightBaseSmall: says(
    'Tenue aumento de densidad en base derecha.',
    ['increased density'],
    ['loc basal', 'loc right'],
    [cloud('increased density', 'right', [0.5, 0.9, 0.6], [28, 28, 22], 0.5)],
  ),
  consolidationLeftUpper: says(
    'Consolidación en lóbulo superior izquierdo.',
    ['consolidation'],
    ['loc left upper lobe'],
    [cloud('consolidation', 'left', [0.55, 0.32, 0.45], [30, 34, 34], 1, { bronchogram: true })],
  ),
  consolidationBoth: says(
    'Consolidaciones parcheadas bilaterales de predominio en campos inferiores.',
    ['consolidation'],
    ['loc bilateral', 'loc lower lung field'],
    [
      cloud('consolidation', 'right', [0.55, 0.75, 0.6], [40, 44, 44], 0.85, { bronchogram: true }),
      cloud('consolidation', 'left', [0.62, 0.72, 0.6], [36, 44, 46], 0.85),
      cloud('consolidation', 'right', [0.75, 0.45, 0.5], [28, 34, 28], 0.6),
    ],
  ),
  alveolarBoth: says(
    'Infiltrados alveolares bilaterales de predominio en campos medios.',
    ['alveolar pattern'],
    ['loc bilateral', 'loc middle lung field'],
    [
      cloud('alveolar pattern', 'right', [0.55, 0.55, 0.5], [44, 46, 56], 0.6),
      cloud('alveolar pattern', 'left', [0.6, 0.55, 0.5], [40, 46, 54], 0.65),
    ],
  ),
  alveolarRightMiddle: says(
    'Infiltrado alveolar en campo medio derecho.',
    ['alveolar pattern'],
    ['loc middle lung field', 'loc right'],
    [cloud('alveolar pattern', 'right', [0.6, 0.55, 0.45], [30, 34, 26], 0.7)],
  ),
  infiltrateLeftBase: says(
    'Infiltrado en base izquierda de nueva aparición.',
    ['infiltrates'],
    ['loc basal', 'loc left'],
    [cloud('infiltrates', 'left', [0.6, 0.86, 0.6], [32, 36, 28], 0.7)],
  ),
  retrocardiac: says(
    'Opacidad retrocardíaca que borra el contorno de la aorta descendente.',
    ['increased density'],
    ['loc retrocardiac'],
    [cloud('increased density', 'left', [0.25, 0.84, 0.88], [26, 26, 30], 0.9)],
  ),
  densityRightUpper: says(
    'Tenue aumento de densidad en campo superior derecho.',
    ['increased density'],
    ['loc upper lung field', 'loc right'],
    [cloud('increased density', 'right', [0.55, 0.28, 0.45], [26, 28, 24], 0.5)],
  ),
  glassPeripheral: says(
    'Opacidades en vidrio deslustrado de distribución periférica bilateral, de predominio en campos medios.',
    [GLASS],
    ['loc peripheral', 'loc bilateral', 'loc middle lung field'],
    [GLASS_RIGHT, GLASS_LEFT, GLASS_UPPER],
  ),
  glassLeft: says(
    'Tenue opacidad en vidrio deslustrado en campo medio izquierdo.',
    [GLASS],
    ['loc middle lung field', 'loc left'],
    [cloud(GLASS, 'left', [0.75, 0.55, 0.5], [28, 40, 34], 0.42)],
  ),
  glassRightPeripheral: says(
    'Opacidad periférica en vidrio deslustrado en pulmón derecho.',
    [GLASS],
    ['loc peripheral', 'loc right'],
    [GLASS_RIGHT],
  ),
  glassResidual: says(
    'Persisten tenues opacidades residuales en vidrio deslustrado en ambas bases.',
    [GLASS],
    ['loc basal bilateral'],
    [
      cloud(GLASS, 'right', [0.7, 0.84, 0.6], [32, 40, 26], 0.3),
      cloud(GLASS, 'left', [0.75, 0.84, 0.6], [30, 40, 26], 0.3),
    ],
  ),
  interstitialBasal: says(
    'Patrón intersticial bilateral de predominio basal.',
    ['interstitial pattern'],
    ['loc basal bilateral'],
    [reticle('right', [0.55, 0.8, 0.5], 300), reticle('left', [0.6, 0.8, 0.5], 300)],
  ),
  reticularChronic: says(
    'Patrón reticular bibasal de aspecto crónico.',
    ['reticular interstitial pattern', 'chronic changes'],
    ['loc basal bilateral'],
    [reticle('right', [0.6, 0.86, 0.6], 420), reticle('left', [0.65, 0.86, 0.6], 420)],
  ),
  bronchovascular: says(
    'Aumento de la trama broncovascular perihiliar.',
    ['bronchovascular markings'],
    ['loc perihilar'],
    [{ kind: 'hilum', factor: 1.5 }],
  ),
  kerley: says(
    'Líneas B de Kerley en ambas bases.',
    ['kerley lines'],
    ['loc basal bilateral'],
    [reticle('right', [0.85, 0.9, 0.5], 140), reticle('left', [0.88, 0.9, 0.5], 140)],
  ),
  nodule: says(
    'Nódulo pulmonar de 14 mm en campo medio derecho.',
    ['nodule'],
    ['loc middle lung field', 'loc right'],
    [cloud('nodule', 'right', [0.62, 0.48, 0.62], [7, 7, 7], 1.25, { round: true })],
  ),
  mass: says(
    'Masa pulmonar de contornos mal definidos en lóbulo superior derecho.',
    ['pulmonary mass'],
    ['loc right upper lobe'],
    [
      cloud('pulmonary mass', 'right', [0.6, 0.3, 0.5], [21, 20, 21], 1.2, { round: true }),
      cloud('pulmonary mass', 'right', [0.6, 0.3, 0.5], [27, 26, 27], 0.3),
    ],
  ),
  granuloma: says(
    'Granuloma calcificado en lóbulo superior izquierdo.',
    ['calcified granuloma'],
    ['loc left upper lobe'],
    [{ kind: 'calcification', side: 'left', place: [0.6, 0.34, 0.5], radius: 3.2 }],
  ),
} as const;

/** Volume, pleura, diaphragm. */
export const PLEURA = {
  laminarLeft: says(
    'Atelectasia laminar en base izquierda.',
    ['laminar atelectasis'],
    ['loc basal', 'loc left'],
    [plate('left', [0.62, 0.86, 0.5], 56, 14)],
  ),
  laminarBoth: says(
    'Atelectasias laminares bibasales.',
    ['laminar atelectasis'],
    ['loc basal bilateral'],
    [
      plate('right', [0.55, 0.88, 0.5], 48, 8),
      plate('left', [0.62, 0.86, 0.5], 52, 12),
      plate('left', [0.66, 0.8, 0.55], 34, 6),
    ],
  ),
  hypoexpansion: says(
    'Hipoexpansión de ambas bases pulmonares.',
    ['hypoexpansion basal'],
    ['loc basal bilateral'],
    [build('shallow breath')],
  ),
  rightDome: says(
    'Elevación del hemidiafragma derecho.',
    ['hemidiaphragm elevation'],
    ['loc diaphragm', 'loc right'],
    [build('right dome')],
  ),
  hyperinflation: says(
    'Signos de hiperinsuflación pulmonar con aplanamiento de ambos hemidiafragmas.',
    ['hyperinflated lung', 'flattened diaphragm'],
    ['loc diaphragm', 'loc bilateral'],
    [build('hyperinflation')],
  ),
  bluntRight: says(
    'Pinzamiento del seno costofrénico derecho.',
    ['costophrenic angle blunting'],
    ['loc right costophrenic angle'],
    [fluid('right', 10, 'costophrenic angle blunting')],
  ),
  bluntLeft: says(
    'Pinzamiento del seno costofrénico izquierdo.',
    ['costophrenic angle blunting'],
    ['loc left costophrenic angle'],
    [fluid('left', 10, 'costophrenic angle blunting')],
  ),
  effusionLeft: says(
    'Derrame pleural izquierdo de moderada cuantía.',
    ['pleural effusion'],
    ['loc pleural', 'loc left'],
    [fluid('left', 84)],
  ),
  effusionRight: says(
    'Derrame pleural derecho de pequeña cuantía.',
    ['pleural effusion'],
    ['loc pleural', 'loc right'],
    [fluid('right', 46)],
  ),
  effusionBoth: says(
    'Derrame pleural bilateral de escasa cuantía.',
    ['pleural effusion'],
    ['loc pleural', 'loc bilateral'],
    [fluid('right', 30), fluid('left', 36)],
  ),
  minorFissure: says(
    'Engrosamiento de la cisura menor.',
    ['minor fissure thickening'],
    ['loc minor fissure'],
    [plate('right', [0.55, 0.56, 0.45], 84, 2, 'minor fissure thickening')],
  ),
  apicalCaps: says(
    'Engrosamiento pleural apical bilateral de aspecto residual.',
    ['apical pleural thickening'],
    ['loc apical', 'loc bilateral'],
    [
      cloud('apical pleural thickening', 'right', [0.5, 0.03, 0.5], [22, 22, 7], 0.9, { peripheral: true }),
      cloud('apical pleural thickening', 'left', [0.5, 0.03, 0.5], [22, 22, 7], 0.9, { peripheral: true }),
    ],
  ),
  plaques: says(
    'Placas pleurales calcificadas bilaterales.',
    ['calcified pleural plaques'],
    ['loc pleural', 'loc bilateral'],
    [device('pleural plaques')],
  ),
} as const;
