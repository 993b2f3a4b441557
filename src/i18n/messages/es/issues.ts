import { ifKnown, isKnown, type IssueTexts } from '../../issue-texts.ts';
import {
  format,
  counted,
  quoted,
  after,
  lineAndColumn,
  UNDECODABLE,
  CONFLICTS,
  DIFFERENCES,
  DERIVED,
  MASK_FAULTS,
} from './issue-words.ts';

/** Un texto por cada código del catálogo. */
export const issuesEs: IssueTexts = {
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
    sentence: ({ status }) =>
      `El archivo no se pudo leer hasta el final${ifKnown(status, (code) => `; el servidor respondió ${code}`)}. Puede haber cambiado, o se desconectó el disco.`,
  },
  FILE_MISSING: {
    title: 'En la lista, no en el disco',
    sentence: ({ by = 'Una tabla o un listado' }) => `${by} nombra este archivo. La carpeta no lo tiene.`,
  },
  FILE_UNKNOWN: {
    title: 'Archivo de tipo desconocido',
    sentence: () => 'Ni su nombre ni sus primeros bytes dicen qué es. Se ha omitido.',
  },
  NAME_MISFORMED: {
    title: 'Nombre mal formado',
    sentence: ({ parts }) =>
      `Hay partes del nombre que no siguen ninguna regla conocida${ifKnown(parts, (found) => `: ${found}`)}. El resto se ha comprendido.`,
  },
  NAME_CONFLICT: {
    title: 'Nombre y carpeta no coinciden',
    sentence: ({ folder, name }) =>
      `La carpeta dice ${folder ?? 'una cosa'}, el nombre dice ${name ?? 'otra'}. Prevalece la carpeta.`,
  },
  SIDECAR_MISSING: {
    title: 'Sin archivo JSON',
    sentence: () => 'Ningún archivo JSON pertenece a esta imagen. Su ventana y su polaridad son estimadas.',
  },
  SIDECAR_JSON: {
    title: 'El archivo JSON no es válido',
    sentence: ({ line, column }) =>
      `Se interrumpe${lineAndColumn(line, column)}. La imagen se muestra con la ventana de percentiles.`,
  },
  SIDECAR_SHAPE: {
    title: 'Archivo JSON de forma desconocida',
    sentence: ({ bytes }) =>
      `${bytes === undefined ? 'No contiene atributos DICOM en ninguna forma conocida' : `Es mayor de lo que midscope lee: ${format.bytes(bytes)}`}. La imagen se muestra con la ventana de percentiles.`,
  },
  SIDECAR_SHARED: {
    title: 'Archivo JSON compartido',
    sentence: () =>
      'Este archivo de una serie no tiene JSON propio; se usa el de otra imagen. La proyección puede ser la de aquella.',
  },
  SIDECAR_VALUE: {
    title: 'Atributo no utilizable',
    sentence: ({ tag, value }) =>
      `${tag === undefined ? 'Un atributo' : `El atributo ${tag}`} contiene ${quoted(value) || 'un valor no utilizable'}. No se usa tal como está archivado.`,
  },
  SIDECAR_SIZE: {
    title: 'Tamaños distintos en JSON e imagen',
    sentence: ({ sidecar, image }) =>
      `El JSON dice ${sidecar ?? 'un tamaño'}, la imagen tiene ${image ?? 'otro'}. Prevalece la imagen y las longitudes se cuentan en sus píxeles.`,
  },
  SIDECAR_DEPTH: {
    title: 'JSON de otra profundidad de bits',
    sentence: ({ sidecar, image }) =>
      `${isKnown(sidecar) && isKnown(image) ? `El JSON describe valores de ${sidecar} bits; el PNG, de ${image}, contiene otros. ` : ''}La ventana del JSON se ofrece, pero no se aplica por sí sola.`,
  },
  TABLE_UNREADABLE: {
    title: 'Tabla ilegible',
    sentence: ({ missing, bytes }) =>
      `No se pudo leer la tabla${ifKnown(missing, (names) => `: no hay columna para ${names}`)}${ifKnown(bytes, (size) => `; ${format.bytes(size)} es más de lo que midscope lee`)}. Falta lo que contenía.`,
  },
  TABLE_UNKNOWN: {
    title: 'Tabla de tipo desconocido',
    sentence: () => 'Su cabecera no corresponde a ninguna tabla conocida. Se ha omitido.',
  },
  TABLE_ROW: {
    title: 'Fila que no encaja en la tabla',
    sentence: ({ line, fields, columns, value }) => {
      const row = line === undefined ? 'Una fila' : `La línea ${line}`;
      const fault =
        fields === undefined || columns === undefined
          ? 'no encaja en la tabla'
          : `tiene ${counted(fields, 'celda', 'celdas')}, la cabecera ${format.number(columns)}`;
      return value === undefined
        ? `${row} ${fault}. Se conserva lo legible.`
        : `${row} ${fault}${after(quoted(value))}. Se ha omitido.`;
    },
  },
  TABLE_ENCODING: {
    title: 'El texto no es UTF-8',
    sentence: ({ encoding = 'texto en otra codificación', bytes }) =>
      bytes === undefined
        ? `Se ha leído como ${encoding}.`
        : `${counted(bytes, 'byte no es', 'bytes no son')} UTF-8 y se ${bytes === 1 ? 'ha' : 'han'} leído como ${encoding}; el resto sí lo es.`,
  },
  TABLE_UNPLACED: {
    title: 'Tabla que no dice de quién es',
    sentence: ({ rows }) =>
      rows === undefined
        ? 'Sus filas podrían ser de varias personas o sesiones. Se han omitido.'
        : rows === 1
          ? '1 fila podría ser de varias personas o sesiones. Se ha omitido.'
          : `${format.number(rows)} filas podrían ser de varias personas o sesiones. Se han omitido.`,
  },
  TEXT_CUT: {
    title: 'El texto termina dentro de un carácter',
    sentence: () => 'El archivo se interrumpe. Puede que no se extrajera entero. Lo anterior se ha leído.',
  },
  LIST_CELL: {
    title: 'Celda de lista no comprendida',
    sentence: ({ line, column, value }) =>
      `Una lista${lineAndColumn(line, column)} tiene una forma desconocida${after(quoted(value))}. Se conserva lo legible.`,
  },
  LABEL_TRUNCATED: {
    title: 'Fila de etiquetas interrumpida',
    sentence: ({ line, column, kept }) =>
      `La lista${lineAndColumn(line, column)} no se cierra. ${kept === undefined ? 'Se conserva lo anterior al corte' : `Se ${kept === 1 ? 'conserva' : 'conservan'} ${counted(kept, 'elemento', 'elementos')} antes del corte`}.`,
  },
  LABEL_UNKNOWN: {
    title: 'Etiqueta fuera del vocabulario',
    sentence: ({ label, sessions }) =>
      `${quoted(label) || 'Una etiqueta'}${ifKnown(sessions, (count) => `, en ${counted(count, 'sesión', 'sesiones')},`)} se muestra tal cual, sin CUI.`,
  },
  LABEL_DUPLICATE: {
    title: 'Etiqueta repetida en una fila',
    sentence: ({ line, column, labels }) =>
      labels === undefined
        ? `Se repite una etiqueta${lineAndColumn(line, column)}. Cuenta una vez.`
        : `Repetición${lineAndColumn(line, column)}: ${labels}. Cada etiqueta cuenta una vez.`,
  },
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
    sentence: ({ line, column, labels, cuis }) =>
      labels === undefined || cuis === undefined
        ? `Las listas${lineAndColumn(line, column)} difieren. Los CUI se toman del vocabulario, nunca por posición.`
        : `${counted(labels, 'etiqueta', 'etiquetas')} y ${counted(cuis, 'CUI', 'CUI')}${lineAndColumn(line, column)}. Los CUI se toman del vocabulario, nunca por posición.`,
  },
  DATE_UNREADABLE: {
    title: 'Fecha no comprendida',
    sentence: ({ line, value }) =>
      `${quoted(value) || 'Un texto'}${lineAndColumn(line)} no es un día del calendario. Cuenta como sin fecha.`,
  },
  TEST_UNKNOWN: {
    title: 'Prueba de tipo desconocido',
    sentence: ({ line, test, result }) => {
      const outcome = quoted(result);
      return `${quoted(test) || 'Una prueba'}${outcome && ` con el resultado ${outcome}`}${lineAndColumn(line)} no es PCR, IgG, IgM, IgA ni ACT. Se ha omitido la fila.`;
    },
  },
  TEST_NO_SUBJECT: {
    title: 'Pruebas de una persona sin carpeta',
    sentence: ({ tests }) =>
      tests === undefined
        ? 'Aquí no hay ninguna sesión de esta persona.'
        : `${counted(tests, 'prueba', 'pruebas')}; aquí no hay ninguna sesión de esta persona.`,
  },
  PARTICIPANT_STRAY: {
    title: 'Fila extraña entre los participantes',
    sentence: ({ line, value }) => {
      const name = quoted(value);
      return `${name === '' ? `Una fila${lineAndColumn(line)} no nombra a ningún` : `${name}${lineAndColumn(line)} no es un`} participante. Se ha omitido la fila.`;
    },
  },
  SESSION_REPEATED: {
    title: 'Sesión archivada dos veces',
    sentence: ({ line }) =>
      `La sesión vuelve a aparecer${lineAndColumn(line)}. Se conservan ambos textos, como informe y anexo.`,
  },
  SESSION_CONFLICT: {
    title: 'Dos archivos no coinciden',
    sentence: ({ what, other = 'otro archivo' }) =>
      what === undefined ? `Hay algo distinto en ${other}.` : CONFLICTS[what](other),
  },
  LISTING_UNREADABLE: {
    title: 'Listado de archivo parcialmente ilegible',
    sentence: ({ lines, first, value }) =>
      `${lines === undefined ? 'Algunas líneas no se han' : counted(lines, 'línea no se ha', 'líneas no se han')} comprendido${ifKnown(first, (line) => `; la primera es la ${line}`)}${after(quoted(value))}.`,
  },
  IMAGE_UNKNOWN: {
    title: 'No es una imagen legible',
    sentence: () => 'Los bytes no son DICOM, ni PNG, ni NIfTI.',
  },
  IMAGE_TRUNCATED: {
    title: 'Imagen interrumpida',
    sentence: ({ bytes, needed, frame }) => {
      const missing =
        bytes === undefined || needed === undefined
          ? ''
          : ` Tiene ${format.bytes(bytes)} de ${format.bytes(needed)}.`;
      return `${frame === undefined ? 'El archivo termina antes que la imagen' : `El archivo termina antes que el fotograma ${frame}`}. Puede que no se extrajera entero.${missing}`;
    },
  },
  IMAGE_UNDECODABLE: {
    title: 'No se puede descodificar la imagen',
    sentence: ({ reason, detail }) =>
      `${reason === undefined ? 'Los datos comprimidos están dañados o son de un tipo no admitido' : UNDECODABLE[reason]}${after(quoted(detail))}.`,
  },
  IMAGE_TOO_LARGE: {
    title: 'Imagen demasiado grande',
    sentence: ({ columns, rows, bytes }) => {
      const pixels =
        columns === undefined || rows === undefined
          ? undefined
          : `${format.number(columns)} × ${format.number(rows)} píxeles`;
      const sizes = [pixels, bytes === undefined ? undefined : format.bytes(bytes)].filter(isKnown);
      return sizes.length === 0
        ? 'Es mayor de lo que midscope abre.'
        : `Sus ${sizes.join(' y ')} son más de lo que midscope abre.`;
    },
  },
  IMAGE_COLOUR: {
    title: 'Imagen en color',
    sentence: () => 'Probablemente una captura de pantalla; puede mostrar datos personales.',
  },
  IMAGE_TRANSPARENT: {
    title: 'Transparencia omitida',
    sentence: () =>
      'El archivo hace transparentes algunos píxeles. Se muestran con los valores que tienen en él.',
  },
  IMAGE_FIRST_ONLY: {
    title: 'Una imagen de varias',
    sentence: ({ images }) =>
      `El archivo contiene ${images === undefined ? 'varias' : format.number(images)} imágenes o volúmenes seguidos. Solo se muestra el primero.`,
  },
  IMAGE_BURNED_IN: {
    title: 'Texto grabado en la imagen',
    sentence: () => 'Lo dice el archivo. Puede mostrar datos personales.',
  },
  IMAGE_LOCALIZER: {
    title: 'Localizador',
    sentence: () => 'Una vista de planificación, no parte del volumen.',
  },
  IMAGE_DERIVED: {
    title: 'Imagen derivada de otras',
    sentence: ({ kind }) =>
      `${kind === undefined ? 'Es una imagen derivada' : DERIVED[kind]}, no un corte tal como se adquirió.`,
  },
  PNG_INVALID: {
    title: 'PNG no válido',
    sentence: ({ chunk }) =>
      chunk === undefined
        ? 'Los bytes no son los de un PNG.'
        : `El bloque ${chunk} falta o no cumple la norma.`,
  },
  NIFTI_INVALID: {
    title: 'NIfTI no válido',
    sentence: ({ field }) =>
      `La cabecera no puede ser correcta${ifKnown(field, (name) => ` en el campo ${name}`)}.`,
  },
  NIFTI_ORIENTATION: {
    title: 'NIfTI sin orientación',
    sentence: () => 'No hay sform ni qform. No se muestran letras.',
  },
  NIFTI_ROUNDED: {
    title: 'Valores redondeados',
    sentence: () =>
      'Algunos vóxeles son enteros mayores que 2⁵³. Se muestran como el número más próximo que se puede guardar.',
  },
  DICOM_INVALID: {
    title: 'DICOM no válido',
    sentence: ({ offset }) =>
      `El conjunto de datos no se puede leer ${offset === undefined ? 'hasta el final' : `más allá del byte ${format.number(offset)}`}.`,
  },
  DICOM_NO_PIXELS: { title: 'DICOM sin imagen', sentence: () => 'El objeto no contiene píxeles.' },
  TRANSFER_SYNTAX: {
    title: 'Compresión no admitida',
    sentence: ({ uid }) =>
      `La sintaxis de transferencia${ifKnown(uid, (found) => ` ${found}`)} no es de las que midscope descodifica.`,
  },
  VOI_MISSING: {
    title: 'Falta la ventana',
    sentence: () => 'No hay LUT VOI ni ventana. Se muestra con percentiles 1–99 y un aviso.',
  },
  POLARITY_CONFLICT: {
    title: 'Polaridad contradictoria',
    sentence: () =>
      'Photometric Interpretation y Presentation LUT Shape se contradicen. La imagen se invierte una vez, como pide una de las dos.',
  },
  VIEW_MISMATCH: {
    title: 'Proyección contradictoria',
    sentence: () => 'El nombre dice una proyección, el archivo JSON otra.',
  },
  MODALITY_MISMATCH: {
    title: 'La modalidad no coincide',
    sentence: ({ name, header }) =>
      `El nombre o la carpeta dicen ${name ?? 'una modalidad'}; la cabecera o el JSON, ${header ?? 'otra'}. Prevalece lo segundo.`,
  },
  DATES_MODIFIED: {
    title: 'Fechas alteradas',
    sentence: () => 'Las fechas se cambiaron al anonimizar; las distancias en días pueden no ser ciertas.',
  },
  SERIES_MIXED: {
    title: 'Serie no uniforme',
    sentence: ({ what }) =>
      `Los cortes difieren${ifKnown(what, (found) => ` en ${DIFFERENCES[found]}`)}. Se muestran tal como vienen.`,
  },
  SERIES_DUPLICATES: {
    title: 'Cortes en el mismo lugar',
    sentence: ({ slices }) =>
      `${slices === undefined ? 'Algunos cortes están' : counted(slices, 'corte está', 'cortes están')} donde ya hay otro. Se puede pasar por todos; en los planos cuenta el primero.`,
  },
  SERIES_GAPS: {
    title: 'Faltan cortes',
    sentence: ({ gaps, widest }) =>
      `Hay ${gaps === undefined ? 'huecos' : counted(gaps, 'hueco', 'huecos')} entre cortes${ifKnown(widest, (mm) => `, de hasta ${format.number(mm)} mm`)}. En los planos quedan vacíos.`,
  },
  SERIES_UNEVEN: {
    title: 'Separación desigual',
    sentence: ({ least, most }) =>
      `Los cortes no están a igual distancia${isKnown(least) && isKnown(most) ? `: de ${format.number(least)} a ${format.number(most)} mm` : ''}. Los planos se interpolan donde están los cortes.`,
  },
  SERIES_TILTED: {
    title: 'Gantry inclinado',
    sentence: ({ degrees }) =>
      `Los cortes están desplazados entre sí${ifKnown(degrees, (angle) => `, por una inclinación de ${format.number(angle)}°`)}. Los planos del cuerpo se interpolan.`,
  },
  SERIES_SHEARED: {
    title: 'Volumen sesgado',
    sentence: () =>
      'Filas y columnas no forman ángulo recto. Los cortes se muestran como están guardados; los planos del cuerpo se interpolan.',
  },
  MASK_INVALID: {
    title: 'Máscara ilegible',
    sentence: ({ reason, value }) =>
      `${reason === undefined ? 'No es un mapa de etiquetas conocido' : MASK_FAULTS[reason]}${ifKnown(value, (found) => ` (valor ${found})`)}. No se dibuja.`,
  },
  MASK_SIZE: {
    title: 'Tamaños distintos en máscara e imagen',
    sentence: ({ mask, image }) =>
      `La máscara ${mask === undefined ? 'tiene un tamaño' : `mide ${mask}`}, la imagen ${image ?? 'otro'}. No se dibuja.`,
  },
  MASK_UNMATCHED: {
    title: 'Máscara sin imagen',
    sentence: () => 'Ninguna imagen de la sesión corresponde a su nombre. No se dibuja.',
  },
  MASK_IMAGES_UNKNOWN: {
    title: 'Máscaras de imágenes que no están',
    sentence: ({ images, first }) =>
      `Sus máscaras de ${images === undefined ? 'algunas imágenes' : counted(images, 'imagen', 'imágenes')} no tienen sitio: ninguna imagen de los datos lleva ese nombre${after(quoted(first))}.`,
  },
  MASK_IMAGES_AMBIGUOUS: {
    title: 'Máscaras que corresponden a varias imágenes',
    sentence: ({ images, first }) =>
      `Sus máscaras de ${images === undefined ? 'algunas imágenes' : counted(images, 'imagen', 'imágenes')} no se dibujan: el nombre no indica de qué imagen son${after(quoted(first))}.`,
  },
  OVERLAY_INVALID: {
    title: 'Superposición ilegible',
    sentence: ({ group }) =>
      `${group === undefined ? 'Un plano de superposición' : `El plano de superposición ${group}`} está cortado, es demasiado grande o no está donde dice. No se dibuja.`,
  },
  MASK_REFERENCE: {
    title: 'Máscara de una imagen que no está',
    sentence: ({ first }) =>
      `Nombra su imagen por el SOP Instance UID, y ninguna imagen de los datos lo tiene${after(quoted(first))}. No se dibuja.`,
  },
  MASK_OTHER_IMAGE: {
    title: 'La máscara nombra otra imagen',
    sentence: () => 'Se dibuja sobre esta porque se adjuntó a mano.',
  },
  MASK_PARTLY: {
    title: 'Máscara dibujada en parte',
    sentence: ({ missing, parts }) =>
      `${missing ?? 'Algunos'} de sus ${ifKnown(parts, (all) => `${all} `)}contornos o planos no están en ningún corte de la imagen. No se dibujan.`,
  },
  MASK_NAMES: {
    title: 'Nombres de segmentos ilegibles',
    sentence: () => 'No es una lista de nombres conocida. Los segmentos se muestran por su número.',
  },
};
