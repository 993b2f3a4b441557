import type { Wordings } from './lexicon.ts';

/** Heart and great vessels, hila, mediastinum. */
export const HEART_WORDINGS: Wordings = {
  cardiomegaly: [
    'cardiomegal*|megacard*',
    'ict|indice .. aumentad*|elevad*|mayor|superior|limite*|incrementad*',
    'aumento|incremento|agrandamiento|ensanchamiento .. ict|cardiotoracic*|cardiac*|corazon|cardiomediast*|cardiopericard*',
    'silueta|sombra|area|tamano|contorno|corazon .. cardi* .. aument*|agranda*|ensancha*|engrosa*|prominen*|grande',
    'corazon .. aument*|agranda*|grande|ensanchad*',
    'hipertrofi*|crecimiento|dilatacion|dilatad* .. ventric*|auricul*|cardiac*|cavidad*|vi|vd|ai|ad',
    '~cardiac*|corazon|ict|ventric*',
  ],
  'pericardial effusion': ['derrame*|liquido .. pericard*', '~pericard*'],
  'vascular redistribution': ['redistribu*|cefaliza*', '~vascul*|congest*|hili*|apic*'],
  'central vascular redistribution': ['redistribu* .. central*|hiliar*|perihili*', '~redistribu*|vascul*'],
  'hilar enlargement': [
    'aumento|agrandamiento|ensanchamiento|prominencia*|engrosamiento*|refuerzo .. hili*|hiliar*',
    'hili* .. aument*|prominen*|agranda*|ensancha*|engrosad*|engrosamiento|grande*|refuerz*|densos',
    '~hili*|hiliar*',
  ],
  'vascular hilar enlargement': [
    'aumento|prominencia*|ensanchamiento|agrandamiento .. hili* .. vascul*',
    'hili* .. vascul*|congest*',
    '~hili*',
  ],
  'pulmonary artery enlargement': [
    'aumento|dilatacion|prominencia*|ensanchamiento|agrandamiento .. arteria*|tronco|cono pulmonar*',
    'arteria*|tronco|cono .. pulmonar* .. aument*|dilata*|prominen*|ensancha*|calibre|grande*',
    '~arteria* pulmonar*|tronco|hili*',
  ],
  'hilar congestion': ['congest*', 'hili* .. congest*|ingurgita*', '~hili*|vascul*|redistribu*'],
  'kerley lines': ['kerley', 'linea* sept*|b', '~sept*'],
  dextrocardia: ['dextrocard*', 'situs .. inversus|inverso'],
  'right sided aortic arch': ['arco|cayado .. aort* .. derech*', 'arco|cayado .. derech*'],
  'aortic atheromatosis': [
    'aterom*|ateroscl*|arterioscl*|arterioescl*|ateroesclero*',
    'calcific* .. aort*|cayado|boton|vascul*|ateromat*|intim*|supraaortic*',
    'aort*|cayado|boton .. calcific*|calcica*',
    '~calcific*|calcica*|aort*',
  ],
  'aortic elongation': [
    'elonga*|desenrolla*|tortuos*',
    'aort* .. elonga*|desenrolla*|tortuos*|desplegad*',
    '~aort*|cayado|boton',
  ],
  'descendent aortic elongation': [
    'elonga* .. descend*',
    'aort* descend* .. elonga*|tortuos*',
    '~elonga*|descend*',
  ],
  'ascendent aortic elongation': [
    'elonga* .. ascend*',
    'aort* ascend* .. elonga*|prominen*',
    '~elonga*|ascend*',
  ],
  'aortic button enlargement': [
    'boton*|cayado .. aument*|prominen*|ensancha*|dilata*|agranda*|elonga*',
    'aumento|prominencia*|ensanchamiento|dilatacion|agrandamiento .. boton*|cayado',
    '~boton*|cayado|aort*',
  ],
  'supra aortic elongation': [
    'elonga* .. supraaort*|tronco*|tsa',
    'tronco*|vasos supraaort*',
    'supraaort*|tsa',
    '~elonga*',
  ],
  'aortic aneurysm': [
    'aneurism*',
    'dilatacion|dilatad*|ectasi* .. aort*|cayado',
    'aort* .. dilatad*|ectasi*|aneurism*',
  ],
  'mediastinal enlargement': [
    'ensanchamiento|aumento|prominencia*|ensanchad* .. mediast*|cardiomediast*',
    'mediast*|cardiomediast* .. ensancha*|aument*|prominen*',
    '~mediast*|paratraque*',
  ],
  'superior mediastinal enlargement': [
    'ensanchamiento|aumento|prominencia*|masa .. mediast* superior*',
    'mediast* superior* .. ensancha*|aument*|prominen*',
    'ensanchamiento|aumento .. paratraque*',
    '~mediast*|bocio*|paratraque*',
  ],
  goiter: [
    'bocio*|struma',
    'tiroid* .. aument*|intratorac*|endotorac*|nodul*|multinodul*',
    'aumento .. tiroid*',
    '~tiroid*',
  ],
  'mediastinal mass': [
    'masa*|tumor*|lesion* .. mediast*',
    'timoma*',
    '~masa*|tumor*|ensanchamiento|mediast*',
  ],
  'mediastinal shift': [
    'desplaza*|desvia*|traccion|retraccion .. mediast*|cardiomediast*',
    'mediast* .. desplaza*|desvia*|traccion*|retrai*',
    '~desplaza*|desvia*',
  ],
  'tracheal shift': [
    'desplaza*|desvia*|lateraliza* .. traque*',
    'traque* .. desplaza*|desvia*|lateraliza*',
    '~traque*',
  ],
  'hiatal hernia': [
    'hernia* .. hiat*|hiatal*|diafragm*',
    'hiat* .. hernia*',
    'hernia*|herniacion',
    '~hiat*|retrocardiac*|hidroaere*',
  ],
  'esophagic dilatation': [
    'dilata* .. esofag*',
    'esofag* .. dilata*|distendid*',
    'megaesofag*|acalasi*',
    '~esofag*',
  ],
  'azygoesophageal recess shift': [
    'acigoesofag*|azigoesofag*',
    'acigo|azigo esofag*',
    'receso .. acigo*|azigo*',
  ],
  'mediastinic lipomatosis': [
    'lipomat* .. mediast*',
    'grasa* .. mediast*|epicard*|pericard*|cardiofren*|paracardi*',
    'almohadill*|paquete* .. gras*',
    'lipomat*',
    '~gras*',
  ],
  lipomatosis: ['lipomat*', '~gras*|lipom*'],
};

/** Nodules, masses, nodes, calcium. */
export const NODULE_WORDINGS: Wordings = {
  nodule: ['nodul*|micronodul*', '~redonde*|imagen*|lesion*|granulom*|loe'],
  'multiple nodules': [
    'multipl*|vari*|divers*|numeros*|innumerabl* .. nodul*|micronodul*',
    'nodul*|micronodul* .. multipl*|vari*|difus*|bilateral*',
    '~nodulos|micronodulos|nodulillos|metasta*',
  ],
  pseudonodule: [
    'pseudonodul*|seudonodul*',
    'fals* .. nodul*',
    '~nodul*|superposicion*|pezon*|mamil*|mamel*|imagen*|vaso*',
  ],
  'nipple shadow': ['pezon*|mamila*|mamelon*', 'sombra* .. mamar*|pezon*|mamil*', '~nodul*|pseudonodul*'],
  'end on vessel': [
    'vaso* .. perpendicular*|punta|canto|fuga|frente|tangencial*|eje',
    'imagen vascular',
    '~vaso*|vascul*|pseudonodul*',
  ],
  granuloma: ['granulom*', '~nodul* .. calci*', '~calci*'],
  'calcified granuloma': ['granulom* .. calci*', 'nodul* .. calci*', 'granulom*', '~calci*|nodul*'],
  'calcified densities': [
    'calcific*',
    'densidad* .. calci*',
    'imagen*|nodul*|lesion* .. calci*',
    'calcica*|calcico*|calcio',
    '~granulom*|aterom*|densidad*',
  ],
  'calcified adenopathy': [
    'adenopat*|adenomeg*|ganglio* .. calci*',
    'calcific* .. ganglio*|adenopat*|hili*',
    '~adenopat*|ganglio*|calci*',
  ],
  'calcified mediastinal adenopathy': [
    'adenopat*|ganglio* .. mediast* .. calci*',
    'adenopat*|ganglio* .. calci* .. mediast*',
    'calcific* .. mediast*',
    '~adenopat*|ganglio*|calci*',
  ],
  'heart valve calcified': [
    'calcific* .. valv*|mitral*|anillo',
    'valv*|anillo .. calci*',
    '~calci*|mitral*|valv*',
  ],
  'calcified fibroadenoma': ['fibroadenom*', 'calcific* .. mama*|mamari*', '~mama*|calci*'],
  adenopathy: [
    'adenopat*|adenomeg*|linfadenopat*|linfoadenopat*|poliadenopat*',
    'ganglio* .. aument*|patolog*|prominen*|agranda*',
    'conglomerado*',
    '~ganglio*|ganglionar*|hili*',
  ],
  mass: [
    'masa|masas',
    'tumor*|neoplas*|neoformac*|neoforma*|carcinom*',
    'lesion* .. ocupante*|espacio|masa',
    '~lesion*|conglomerado*|loe|nodul*',
  ],
  'pulmonary mass': [
    'masa|masas|tumor*|neoplas*|carcinom*|lesion* .. pulmon*|lobul*|parenquim*|bronc*|hili*|lsd|lid|lsi|lii|perihili*|suprahili*',
    '~masa|masas|tumor*|neoplas*|carcinom*|nodul*',
  ],
  'breast mass': ['masa|masas|tumor*|nodul*|lesion* .. mama*|mamari*', '~mama|mamas|mamari*'],
  'soft tissue mass': [
    'masa|masas|tumor*|lesion* .. blandas|blandos|subcutane*|axil*',
    'lipoma|lipomas',
    '~masa|masas|blandas',
  ],
};

/** Bone, chest wall. */
export const BONE_WORDINGS: Wordings = {
  'thoracic cage deformation': [
    'deform* .. torac*|torax|caja|costal*|hemitorax',
    'asimetri* .. torac*|torax|caja|hemitorax',
    '~escolio*|cifo*|pectus|deform*|torac*',
  ],
  scoliosis: [
    'escolio*|cifoescolio*|rotoescolio*|escoliot*',
    'desvia* .. columna|raquis|eje',
    '~columna|curva*',
  ],
  kyphosis: ['cifo*|hipercifo*|cifosis', '~columna|dorsal*'],
  'pectum excavatum': [
    'pectus|pectum|torax|pecho|esternon excavat*|excavad*',
    'excavat*|excavad*',
    '~pectus|pectum',
  ],
  'pectum carinatum': ['pectus|pectum|torax|pecho carinat*|quilla', 'carinat*', '~pectus|pectum'],
  'cervical rib': ['costilla* cervical*', 'megaapofisis', '~costilla*|cervical*'],
  'vertebral degenerative changes': [
    'cambio*|signo*|alteracion*|fenomeno*|lesion* .. degenerativ*',
    'degenerativ*|osteodegenerativ*|espondil*|osteofit*|discopat*|dorsoartros*|uncoartros*|sindesmofit*|espondiloart*',
    'artros* .. columna|vertebr*|dorsal*|raquis|interapof*',
    '~artros*|columna|dorsal*|vertebr*|raquis',
  ],
  'vertebral compression': [
    'aplasta*|acuna*|colapso*|compresion|hundimiento|altura .. vertebr*|dorsal*|cuerpo*|platillo*|lumbar*|columna',
    'vertebr*|cuerpo* .. aplasta*|acuna*|colaps*|hundi*',
    'aplasta*|acuna*',
    '~fractura*|vertebr*|dorsal*',
  ],
  'vertebral anterior compression': ['acuna*|aplasta* .. anterior*', '~acuna*|aplasta*'],
  'vertebral fracture': [
    'fractura* .. vertebr*|cuerpo*|dorsal*|lumbar*|columna|platillo*|acuna*|aplasta*',
    '~fractura*|aplasta*|acuna*',
  ],
  fracture: ['fractura*|fx|fisura*', '~callo*'],
  'clavicle fracture': ['fractura* .. clavic*', 'clavic* .. fractura*', '~clavic*|fractura*'],
  'humeral fracture': ['fractura* .. humer*', 'humer* .. fractura*', '~humer*|fractura*'],
  'rib fracture': [
    'fractura* .. costal*|costilla*|arco*|costales',
    'costal*|costilla*|arco* .. fractura*',
    '~fractura*|callo*',
  ],
  'callus rib fracture': [
    'callo* .. fractura*|costal*|costilla*|arco*|oseo*',
    'fractura* .. costal*|costilla*|arco* .. antigu*|consolidad*|callo*|cronic*|evolucionad*',
    'fractura* .. antigu*|consolidad* .. costal*|costilla*|arco*',
    'callo*',
    '~fractura*|costal*|costilla*',
  ],
  'lytic bone lesion': [
    'lesion* .. litic*|osteolit*',
    'litic*|osteolit*|osteolis*',
    '~lesion* .. ose*|vertebr*|costal*',
  ],
  'sclerotic bone lesion': [
    'lesion* .. escleros*|esclerot*|escler*|densa*|condensante*',
    'esclerosis|osteoescler*|osteocondens*|endostos*|enostos*',
    'islote* .. ose*|compact*',
    '~ose*|blastic*',
  ],
  'blastic bone lesion': ['blastic*|osteoblast*', '~esclerosis|escleros*|ose*'],
  'costochondral junction hypertrophy': [
    'condrocostal*|costocondral*|condroesternal*',
    'hipertrofi* .. cartilago*|costal*',
    'calcific* .. cartilago*',
    '~cartilago*|hipertrofi*',
  ],
  'sternoclavicular junction hypertrophy': ['esternoclavicular*', '~hipertrofi*|clavic*|estern*'],
  'axial hyperostosis': ['hiperostos*|forestier|dish', '~degenerativ*|sindesmofit*|osteofit*'],
  osteopenia: [
    'osteopen*|desmineraliz*|hipodens*',
    'disminucion|perdida|baja .. densidad|densidad* .. ose*',
    'densidad .. ose* .. disminuid*|baja',
    '~osteopor*|ose*',
  ],
  osteoporosis: ['osteopor*', '~osteopen*|desmineraliz*|ose*'],
  'non axial articular degenerative changes': [
    'artros*|artropat*|degenerativ* .. hombro*|acromio*|glenohumeral*|escapulohumeral*|articular*|humer*|clavic*|esternoclav*',
    'omartros*|artropat*',
    '~artros*|degenerativ*|hombro*|acromio*|glenohumeral*',
  ],
  'subacromial space narrowing': [
    'pinza*|disminu*|estrech*|reduc*|perdida .. subacromial*|acromiohumeral*',
    'subacromial*|acromiohumeral* .. pinza*|disminu*|estrech*|reduc*',
    'ascenso|migracion .. humer*',
    '~subacromial*|acromio*|hombro*|manguito*',
  ],
  gynecomastia: ['ginecomast*'],
  obesity: ['obes*', '~adipos*|grasa|habito|panicul*'],
  'chronic changes': [
    'cambio*|signo*|alteracion*|lesion*|aspecto|patron|hallazgo* .. cronic*|residual*|antigu*|fibrocicatri*|secuel*',
    'cronic*|cronicidad|fibrocicatri*|secuela*',
    'edad .. paciente',
    '~residual*|antigu*|fibros*|tracto*|senil*|bronc*',
  ],
};
