import type { IssueCode, IssueFacts } from '../../domain/issues.ts';
import type { IssueText } from './issues-en.ts';

const fact = (facts: IssueFacts, key: string): string => String(facts[key] ?? '?');

/** Un texto por cada código del catálogo. */
export const issuesEs: Readonly<Record<IssueCode, IssueText>> = {
  FILE_EMPTY: {
    title: 'Archivo sin bytes',
    sentence: () => 'El archivo está vacío. Puede que no se extrajera entero.',
  },
  FILE_GONE: {
    title: 'El archivo ya no está',
    sentence: () => 'El archivo estaba al leer la carpeta y ya no está.',
  },
  FILE_DENIED: {
    title: 'Archivo sin permiso de lectura',
    sentence: () => 'El sistema no permite leer este archivo.',
  },
  FILE_READ: {
    title: 'Fallo de lectura',
    sentence: () =>
      'El archivo no se pudo leer hasta el final. Puede haber cambiado, o se desconectó el disco.',
  },
  FILE_MISSING: {
    title: 'En la lista, no en el disco',
    sentence: () => 'Una tabla o un listado nombra este archivo. La carpeta no lo tiene.',
  },
  FILE_SIZE: {
    title: 'Tamaño distinto del listado',
    sentence: (facts) =>
      `El listado dice ${fact(facts, 'listed')} bytes, el archivo tiene ${fact(facts, 'size')}.`,
  },
  FILE_UNKNOWN: {
    title: 'Archivo de tipo desconocido',
    sentence: () => 'Ni su nombre ni sus primeros bytes dicen qué es. Se ha omitido.',
  },
  NAME_MISFORMED: {
    title: 'Nombre mal formado',
    sentence: (facts) =>
      `Partes que ninguna regla explica: ${fact(facts, 'parts')}. El resto se ha comprendido.`,
  },
  NAME_CONFLICT: {
    title: 'Nombre y carpeta no coinciden',
    sentence: (facts) =>
      `La carpeta dice ${fact(facts, 'folder')}, el nombre dice ${fact(facts, 'name')}. Prevalece la carpeta.`,
  },
  SIDECAR_MISSING: {
    title: 'Sin archivo JSON',
    sentence: () => 'Ningún archivo JSON pertenece a esta imagen. Su ventana y su polaridad son estimadas.',
  },
  SIDECAR_JSON: {
    title: 'El archivo JSON no es válido',
    sentence: (facts) =>
      `Se interrumpe en el carácter ${fact(facts, 'offset')}. La imagen se muestra con la ventana de percentiles.`,
  },
  SIDECAR_SHAPE: {
    title: 'Archivo JSON de forma desconocida',
    sentence: () =>
      'No contiene atributos DICOM en ninguna forma conocida. La imagen se muestra con la ventana de percentiles.',
  },
  SIDECAR_SHARED: {
    title: 'Archivo JSON compartido',
    sentence: () =>
      'Este archivo de una serie no tiene JSON propio; se usa el de otra imagen. La proyección puede ser la de aquella.',
  },
  SIDECAR_VALUE: {
    title: 'Atributo no utilizable',
    sentence: (facts) => `El atributo ${fact(facts, 'tag')} contiene ${fact(facts, 'value')}. Se ha omitido.`,
  },
  SIDECAR_SIZE: {
    title: 'Tamaños distintos en JSON e imagen',
    sentence: (facts) =>
      `El JSON dice ${fact(facts, 'sidecar')}, la imagen tiene ${fact(facts, 'image')}. Prevalece la imagen.`,
  },
  TABLE_UNREADABLE: {
    title: 'Tabla ilegible',
    sentence: () => 'No se pudo leer la tabla. Falta lo que contenía.',
  },
  TABLE_UNKNOWN: {
    title: 'Tabla de tipo desconocido',
    sentence: () => 'Su cabecera no corresponde a ninguna tabla conocida. Se ha omitido.',
  },
  TABLE_ROW: {
    title: 'Fila con un número de celdas incorrecto',
    sentence: (facts) =>
      `La línea ${fact(facts, 'line')} tiene más o menos celdas que la cabecera. Se conserva lo legible.`,
  },
  TABLE_ENCODING: {
    title: 'La tabla no es UTF-8',
    sentence: (facts) => `Se ha leído como ${fact(facts, 'encoding')}.`,
  },
  LIST_CELL: {
    title: 'Celda de lista no comprendida',
    sentence: (facts) =>
      `Una lista de la columna ${fact(facts, 'column')} tiene una forma desconocida. Se conserva lo legible.`,
  },
  LABEL_TRUNCATED: {
    title: 'Fila de etiquetas interrumpida',
    sentence: () => 'La lista de esta celda no se cierra. Se conservan las etiquetas anteriores.',
  },
  LABEL_UNKNOWN: {
    title: 'Etiqueta fuera del vocabulario',
    sentence: (facts) =>
      `«${fact(facts, 'label')}» en ${fact(facts, 'sessions')} sesiones. Se muestra tal cual, sin CUI.`,
  },
  LABEL_DUPLICATE: { title: 'Etiqueta repetida en una fila', sentence: () => 'Cuenta una vez.' },
  LABEL_NONE: {
    title: 'Sesión sin etiquetas',
    sentence: () => 'No tiene fila en la tabla de etiquetas. No cuenta como normal.',
  },
  LABEL_NO_IMAGE: {
    title: 'Etiquetas sin imágenes',
    sentence: () => 'La tabla de etiquetas nombra esta sesión; no se ha encontrado ninguna imagen suya.',
  },
  CUI_LENGTH: {
    title: 'Listas de etiquetas y CUI de distinta longitud',
    sentence: (facts) =>
      `${fact(facts, 'labels')} etiquetas, ${fact(facts, 'cuis')} CUI. Los CUI se toman del vocabulario, nunca por posición.`,
  },
  DATE_UNREADABLE: {
    title: 'Fecha no comprendida',
    sentence: (facts) => `«${fact(facts, 'date')}» no es una fecha del calendario. Cuenta como sin fecha.`,
  },
  TEST_UNKNOWN: {
    title: 'Prueba de tipo desconocido',
    sentence: (facts) => `«${fact(facts, 'test')}» no es PCR, IgG, IgM, IgA ni ACT. Se ha omitido la fila.`,
  },
  TEST_NO_SUBJECT: {
    title: 'Pruebas de una persona sin carpeta',
    sentence: (facts) => `${fact(facts, 'tests')} pruebas; aquí no hay ninguna sesión de esta persona.`,
  },
  PARTICIPANT_STRAY: {
    title: 'Fila extraña entre los participantes',
    sentence: (facts) => `«${fact(facts, 'value')}» no es un participante. Se ha omitido la fila.`,
  },
  SESSION_REPEATED: {
    title: 'Sesión archivada dos veces',
    sentence: () => 'Se conservan ambos textos, como informe y anexo.',
  },
  SESSION_CONFLICT: {
    title: 'Dos carpetas no coinciden',
    sentence: (facts) =>
      `Difieren de ${fact(facts, 'other')} en: ${fact(facts, 'what')}. Las imágenes se mantienen separadas; de las tablas se muestra la primera.`,
  },
  LISTING_UNREADABLE: {
    title: 'Listado de archivo parcialmente ilegible',
    sentence: (facts) => `${fact(facts, 'lines')} líneas no se han comprendido.`,
  },
  IMAGE_UNKNOWN: {
    title: 'No es una imagen legible',
    sentence: () => 'Los bytes no son DICOM, ni PNG, ni NIfTI.',
  },
  IMAGE_TRUNCATED: {
    title: 'Imagen interrumpida',
    sentence: () => 'El archivo termina antes que la imagen. Puede que no se extrajera entero.',
  },
  IMAGE_UNDECODABLE: {
    title: 'No se puede descodificar la imagen',
    sentence: (facts) =>
      `Los datos comprimidos están dañados o son de un tipo no admitido${facts['reason'] === undefined ? '' : `: ${fact(facts, 'reason')}`}.`,
  },
  IMAGE_TOO_LARGE: {
    title: 'Imagen demasiado grande',
    sentence: (facts) => `Declara ${fact(facts, 'pixels')} píxeles, más de los que midscope abre.`,
  },
  IMAGE_COLOUR: {
    title: 'Imagen en color',
    sentence: () => 'Probablemente una captura de pantalla; puede mostrar datos personales.',
  },
  IMAGE_BURNED_IN: {
    title: 'Texto grabado en la imagen',
    sentence: () => 'Lo dice el archivo. Puede mostrar datos personales.',
  },
  IMAGE_LOCALIZER: {
    title: 'Localizador',
    sentence: () => 'Una vista de planificación, no parte del volumen.',
  },
  PNG_INVALID: { title: 'PNG no válido', sentence: () => 'El nombre dice PNG, los bytes no.' },
  NIFTI_INVALID: {
    title: 'NIfTI no válido',
    sentence: (facts) =>
      `La cabecera no puede ser correcta${facts['reason'] === undefined ? '' : `: ${fact(facts, 'reason')}`}.`,
  },
  NIFTI_ORIENTATION: {
    title: 'NIfTI sin orientación',
    sentence: () => 'No hay sform ni qform. No se muestran letras.',
  },
  DICOM_INVALID: {
    title: 'DICOM no válido',
    sentence: (facts) =>
      `No se puede leer el conjunto de datos${facts['reason'] === undefined ? '' : `: ${fact(facts, 'reason')}`}.`,
  },
  DICOM_NO_PIXELS: { title: 'DICOM sin imagen', sentence: () => 'El objeto no contiene píxeles.' },
  TRANSFER_SYNTAX: {
    title: 'Compresión no admitida',
    sentence: (facts) =>
      `La sintaxis de transferencia ${fact(facts, 'uid')} no es de las que midscope descodifica.`,
  },
  VOI_MISSING: {
    title: 'Falta la ventana',
    sentence: () => 'No hay LUT VOI ni ventana. Se muestra con percentiles 1–99 y un aviso.',
  },
  POLARITY_CONFLICT: {
    title: 'Polaridad contradictoria',
    sentence: () =>
      'Photometric Interpretation y Presentation LUT Shape se contradicen. Prevalece la primera.',
  },
  VIEW_MISMATCH: {
    title: 'Proyección contradictoria',
    sentence: () => 'El nombre dice una proyección, el archivo JSON otra.',
  },
  DATES_MODIFIED: {
    title: 'Fechas alteradas',
    sentence: () => 'Las fechas se cambiaron al anonimizar; las distancias en días pueden no ser ciertas.',
  },
  SERIES_MIXED: {
    title: 'Serie no uniforme',
    sentence: (facts) => `Los cortes difieren en ${fact(facts, 'what')}. Se muestran tal como vienen.`,
  },
  WEBGL_MISSING: {
    title: 'Sin WebGL',
    sentence: () =>
      'Este navegador no ofrece WebGL 2, que las imágenes necesitan. Tablas, informes y etiquetas funcionan. Activar la aceleración por hardware o usar otro navegador.',
  },
  MASK_INVALID: {
    title: 'Máscara ilegible',
    sentence: (facts) =>
      `No es un mapa de etiquetas conocido${facts['reason'] === undefined ? '' : `: ${fact(facts, 'reason')}`}.`,
  },
  MASK_SIZE: {
    title: 'Tamaños distintos en máscara e imagen',
    sentence: (facts) =>
      `La máscara mide ${fact(facts, 'mask')}, la imagen ${fact(facts, 'image')}. No se dibuja.`,
  },
  MASK_UNMATCHED: {
    title: 'Máscara sin imagen',
    sentence: () => 'Ninguna imagen de la sesión corresponde a su nombre. No se dibuja.',
  },
};
