/**
 * Sentences of chest reports with the labels and places that the published labelling gives them, written by hand: one
 * a line, labels and places divided by semicolons.
 */
const SENTENCES = `
Aumento de densidad en base derecha con broncograma aéreo, compatible con consolidación. | consolidation; air bronchogram | loc basal; loc right
Opacidades en vidrio deslustrado de distribución periférica bilateral. | ground glass pattern | loc peripheral; loc bilateral
Pinzamiento del seno costofrénico izquierdo. | costophrenic angle blunting | loc left costophrenic angle
Pequeño derrame pleural derecho. | pleural effusion | loc pleural; loc right
Cardiomegalia. | cardiomegaly | loc cardiac
ICT aumentado. | cardiomegaly |
Elongación aórtica. | aortic elongation | loc aortic
Ateromatosis del cayado aórtico. | aortic atheromatosis | loc aortic button
Silueta cardíaca de tamaño normal. | normal | loc cardiac
Silueta cardiomediastínica sin alteraciones. | normal | loc cardiac; loc mediastinum
Senos costofrénicos libres. | normal | loc costophrenic angle
No se observa derrame pleural. | normal | loc pleural
No se aprecian infiltrados ni consolidaciones. | normal |
Hilios de tamaño y morfología normales. | normal | loc hilar
Estructuras óseas sin hallazgos relevantes. | normal | loc bone
Parénquima pulmonar sin alteraciones significativas. | normal | loc lung field
Radiografía de tórax dentro de la normalidad. | normal |
Sin cambios significativos respecto a control previo. | unchanged |
Resto sin cambios. | unchanged |
Hallazgos compatibles con neumonía por COVID-19. | COVID 19; pneumonia |
No se puede descartar infección por COVID-19. | COVID 19 uncertain |
Hallazgos sugestivos de neumonía vírica. | viral pneumonia |
Infiltrado alveolar en lóbulo superior derecho. | alveolar pattern | loc right upper lobe
Infiltrados intersticiales bilaterales de predominio basal. | interstitial pattern | loc bilateral; loc basal
Atelectasia laminar en base izquierda. | laminar atelectasis | loc basal; loc left
Atelectasias subsegmentarias bibasales. | segmental atelectasis | loc basal bilateral; loc subsegmental
Engrosamiento pleural apical bilateral. | apical pleural thickening | loc apical; loc bilateral
Nódulo calcificado en campo medio derecho. | calcified granuloma; nodule | loc middle lung field; loc right
Adenopatías hiliares calcificadas. | calcified adenopathy | loc hilar
Escoliosis dorsal. | scoliosis | loc dorsal vertebrae
Cambios degenerativos en columna dorsal. | vertebral degenerative changes | loc dorsal vertebrae
Fractura antigua de arco costal izquierdo. | callus rib fracture | loc rib; loc left
SNG con extremo en cámara gástrica. | NSG tube | loc gastric chamber
Tubo endotraqueal con extremo a 3 cm de carina. | endotracheal tube | loc tracheal
Vía central yugular derecha con extremo en vena cava superior. | central venous catheter via jugular vein | loc superior cave vein; loc right
PICC con extremo en VCS. | central venous catheter | loc superior cave vein
Marcapasos bicameral. | dual chamber device; pacemaker |
Cerclajes de esternotomía. | sternotomy | loc costoesternal
Radiografía portátil en decúbito supino, poco inspirada. | suboptimal study |
Elevación del hemidiafragma derecho. | hemidiaphragm elevation | loc diaphragm; loc right
Signos de hiperinsuflación pulmonar con aplanamiento diafragmático. | hyperinflated lung; flattened diaphragm | loc diaphragm
Aumento de la trama broncovascular perihiliar. | bronchovascular markings | loc perihilar
Proyecciones posteroanterior y lateral de tórax. | exclude |
Se recomienda control evolutivo. | exclude |
Mejoría radiológica respecto a estudio previo. | exclude |
Hernia de hiato. | hiatal hernia |
`;

/** A sentence with what it is labelled. */
export interface BankSentence {
  readonly text: string;
  readonly labels: readonly string[];
  readonly places: readonly string[];
}

const listed = (text: string): readonly string[] =>
  text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** Sentences to make reports of. */
export const REPORT_BANK: readonly BankSentence[] = SENTENCES.split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [text = '', labels = '', places = ''] = line.split('|');
    return { text: text.trim(), labels: listed(labels), places: listed(places) };
  });

/** As the labels table has it: lower case letters and digits without accents, each sentence closed by ` .`. */
export const normaliseReport = (sentences: readonly string[]): string =>
  sentences
    .map(
      (text) =>
        `${text
          .normalize('NFD')
          .replace(/\p{M}/gu, '')
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, ' ')
          .trim()} .`,
    )
    .join(' ');
