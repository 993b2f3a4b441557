import type {
  ConflictSubject,
  DerivedKind,
  MaskFault,
  SeriesDifference,
  UndecodableReason,
} from '../../../domain/issues.ts';
import { createFormats } from '../../formats.ts';
import { ifKnown } from '../../issue-texts.ts';

export const format = createFormats('es');

export const counted = (count: number, one: string, many: string): string =>
  `${format.number(count)} ${count === 1 ? one : many}`;

/** Tal como está archivado, entre comillas; nada si no hay nada. */
export const quoted = (text: string | number | undefined): string => {
  const shown = String(text ?? '').trim();
  return shown === '' ? '' : `«${shown}»`;
};

/** Termina la frase con aquello de lo que trata. */
export const after = (detail: string): string => (detail === '' ? '' : `: ${detail}`);

/** Dónde en un archivo de texto: columna de una tabla por su nombre, o carácter de la línea por su número. */
export function lineAndColumn(line: number | undefined, column?: string | number): string {
  if (column === undefined) return ifKnown(line, (found) => ` en la línea ${found}`);
  const place = typeof column === 'number' ? `el carácter ${column}` : `la columna «${column}»`;
  return ` en ${place}${ifKnown(line, (found) => ` de la línea ${found}`)}`;
}

export const UNDECODABLE: Readonly<Record<UndecodableReason, string>> = {
  compression: 'Los datos comprimidos están dañados',
  'too-many-pixels': 'Los datos contienen más píxeles de los que declara la cabecera',
  'row-filter': 'Una fila está filtrada de un modo que PNG no conoce',
  'no-such-frame': 'El archivo no tiene ese fotograma',
  'size-missing': 'No constan las filas, las columnas o los bits por muestra',
  'bit-depth': 'No se admiten muestras de tantos bits',
  'colour-space': 'No se admiten colores de este tipo',
  'stream-differs': 'La imagen comprimida no es del tamaño o del tipo que declara el archivo',
  'too-little-data': 'Los datos comprimidos son demasiado pocos para el tamaño que declaran',
  'voxel-type': 'No se admiten vóxeles de este tipo',
  'voxels-apart': 'El archivo es solo una cabecera; sus vóxeles están en otro archivo, que midscope no lee',
  decoder: 'El descodificador no ha podido obtener ninguna imagen de los datos',
  unforeseen: 'La lectura ha fallado de un modo imprevisto',
};

/** Qué es distinto de un archivo anterior, y cuál de los dos cuenta. */
export const CONFLICTS: Readonly<Record<ConflictSubject, (other: string) => string>> = {
  'age-or-sex': (other) => `La edad o el sexo son distintos en ${other}, que es lo que se muestra.`,
  modalities: (other) => `La lista de modalidades es distinta en ${other}, que es la que cuenta.`,
  labels: (other) => `Las etiquetas son distintas en ${other}, que son las que se muestran.`,
  cuis: (other) =>
    `Los CUI archivados con las etiquetas son distintos en ${other}, que son los que se muestran como archivados.`,
  'date-or-report': (other) => `La fecha o el informe son distintos en ${other}, que es lo que se muestra.`,
  images: (other) =>
    `Las imágenes son distintas en ${other}. Se mantienen separadas, cada una con lo demás de su carpeta.`,
  owner: (other) =>
    `Hay carpetas con imágenes distintas de esta sesión, una de ellas con ${other}. No se puede saber a cuál pertenece esto, así que se mantiene aparte.`,
  sidecars: (other) => `La imagen es igual a otra; su JSON no es igual a ${other}, que es el que cuenta.`,
  masks: (other) => `La máscara es distinta en ${other}, que es la que se dibuja.`,
};

export const DIFFERENCES: Readonly<Record<SeriesDifference, string>> = {
  size: 'tamaño',
  orientation: 'orientación',
  'size-and-orientation': 'tamaño y orientación',
};

export const DERIVED: Readonly<Record<DerivedKind, string>> = {
  mpr: 'Es un plano reformateado',
  mip: 'Es una proyección de máxima intensidad',
  minip: 'Es una proyección de mínima intensidad',
  mean: 'Es una media de cortes',
};

export const MASK_FAULTS: Readonly<Record<MaskFault, string>> = {
  'unknown-format':
    'No es un mapa de etiquetas PNG o NIfTI, ni un DICOM SEG o RTSTRUCT, ni un archivo AIM, COCO o una tabla de marcas',
  'too-many-colours': 'Tiene más de 255 colores, como una fotografía y no como una máscara',
  'too-many-segments': 'Tiene más de 255 segmentos, como una imagen y no como una máscara',
  'outline-too-long': 'El contorno de un segmento es demasiado largo para dibujarlo',
  'not-labels': 'Sus valores no son etiquetas, que son números enteros de 0 a 65535',
  'not-polygons':
    'Tiene una anotación que no es ni de longitudes de series ni una lista de polígonos con x e y alternas',
  'not-run-lengths': 'Tiene longitudes de series que no lo son o que no son del tamaño de la imagen',
  'broken-json': 'Su JSON se interrumpe o no lo es',
  'too-many-entries': 'Tiene más entradas, o una más larga, de las que nadie ha dibujado',
  'broken-xml': 'Su XML se interrumpe, no lo es o declara un tipo de documento',
  'other-dicom': 'Es un archivo DICOM, pero no de segmentación (SEG) ni de estructuras (RTSTRUCT)',
  'no-segments': 'No tiene ningún segmento, región ni trazado',
  'not-points': 'Tiene un trazado con muy pocos puntos o con puntos que no son números',
  'no-such-image': 'Nada de su contenido es de esta imagen: nombra otras',
  'no-place': 'No indica en qué corte está, o la imagen no indica su posición en el paciente',
  'other-frame': 'Está en un sistema de referencia distinto del de la imagen',
  'not-parallel': 'Ninguno de sus planos es un corte de la imagen',
};
