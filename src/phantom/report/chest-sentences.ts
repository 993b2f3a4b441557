import { build, device, says } from './sentence.ts';

/** Heart, mediastinum, skeleton. */
export const HEART_AND_BONE = {
  cardiomegaly: says('Cardiomegalia.', ['cardiomegaly'], ['loc cardiac'], [build('cardiomegaly')]),
  redistribution: says(
    'Signos de redistribución vascular y congestión hiliar bilateral.',
    ['vascular redistribution', 'hilar congestion'],
    ['loc hilar bilateral'],
    [{ kind: 'hilum', factor: 1.8 }],
  ),
  hilarEnlargement: says(
    'Aumento de tamaño de ambos hilios de aspecto vascular.',
    ['vascular hilar enlargement'],
    ['loc hilar bilateral'],
    [{ kind: 'hilum', factor: 2 }],
  ),
  aorticElongation: says(
    'Elongación aórtica.',
    ['aortic elongation'],
    ['loc aortic'],
    [build('aortic elongation')],
  ),
  aorticElongationElseNormal: says(
    'Discreta elongación aórtica, siendo el resto del mediastino normal.',
    ['aortic elongation', 'normal'],
    ['loc aortic', 'loc mediastinum'],
    [build('aortic elongation')],
  ),
  atheromatosis: says(
    'Ateromatosis aórtica calcificada.',
    ['aortic atheromatosis'],
    ['loc aortic button'],
    [device('aortic atheromatosis')],
  ),
  hiatalHernia: says(
    'Imagen retrocardíaca con nivel hidroaéreo en relación con hernia de hiato.',
    ['air fluid level', 'hiatal hernia'],
    ['loc retrocardiac'],
    [build('hiatal hernia')],
  ),
  goiter: says(
    'Ensanchamiento del mediastino superior en relación con bocio.',
    ['superior mediastinal enlargement', 'goiter'],
    ['loc superior mediastinum'],
    [build('goiter')],
  ),
  scoliosis: says(
    'Escoliosis dorsal de convexidad izquierda.',
    ['scoliosis'],
    ['loc dorsal vertebrae', 'loc left'],
    [build('scoliosis')],
  ),
  degenerative: says(
    'Cambios degenerativos en columna dorsal.',
    ['vertebral degenerative changes'],
    ['loc dorsal vertebrae'],
  ),
  callus: says(
    'Callo de fractura en el sexto arco costal derecho.',
    ['callus rib fracture'],
    ['loc rib', 'loc right'],
    [{ kind: 'callus', side: 'right', rib: 6 }],
  ),
  mastectomy: says('Mastectomía derecha.', ['mastectomy'], ['loc right'], [build('mastectomy')]),
} as const;

/** Tubes, lines, implants. */
export const DEVICES = {
  endotracheal: says(
    'Tubo endotraqueal con extremo distal a 4 cm de la carina.',
    ['endotracheal tube'],
    ['loc tracheal'],
    [device('endotracheal tube')],
  ),
  nasogastric: says(
    'Sonda nasogástrica con extremo en cámara gástrica.',
    ['NSG tube'],
    ['loc gastric chamber'],
    [device('NSG tube')],
  ),
  jugular: says(
    'Catéter venoso central por vía yugular derecha con extremo en vena cava superior.',
    ['central venous catheter via jugular vein'],
    ['loc superior cave vein', 'loc right'],
    [device('central venous catheter via jugular vein')],
  ),
  subclavian: says(
    'Vía central por vena subclavia derecha con extremo en vena cava superior.',
    ['central venous catheter via subclavian vein'],
    ['loc subclavian vein', 'loc superior cave vein', 'loc right'],
    [device('central venous catheter via subclavian vein')],
  ),
  reservoir: says(
    'Reservorio venoso en región pectoral derecha con catéter en vena cava superior.',
    ['reservoir central venous catheter'],
    ['loc pectoral', 'loc superior cave vein', 'loc right'],
    [device('reservoir central venous catheter')],
  ),
  tracheostomy: says(
    'Cánula de traqueostomía bien posicionada.',
    ['tracheostomy tube'],
    ['loc tracheal'],
    [device('tracheostomy tube')],
  ),
  pacemaker: says(
    'Marcapasos bicameral con generador en región pectoral izquierda.',
    ['dual chamber device', 'pacemaker'],
    ['loc pectoral', 'loc left'],
    [device('pacemaker')],
  ),
  sternotomy: says('Suturas metálicas de esternotomía media.', ['sternotomy'], [], [device('sternotomy')]),
  valve: says(
    'Prótesis valvular mitral.',
    ['artificial mitral heart valve'],
    ['loc cardiac'],
    [device('artificial mitral heart valve')],
  ),
  drain: says(
    'Tubo de drenaje pleural derecho.',
    ['chest drain tube'],
    ['loc pleural', 'loc right'],
    [device('chest drain tube')],
  ),
  electrodes: says(
    'Electrodos de monitorización superpuestos.',
    ['external foreign body'],
    ['loc extracorporal'],
    [device('external foreign body')],
  ),
} as const;
