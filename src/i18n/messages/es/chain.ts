import type { Messages } from '../en.ts';

export const chainEs: Pick<Messages, 'chain'> = {
  chain: {
    open: 'Del archivo a la pantalla, paso a paso',
    title: 'Del archivo a la pantalla',
    close: 'Cerrar los pasos',
    hint: 'Mover el puntero sobre la imagen.',
    pixel: (column, row) => `Columna ${column}, fila ${row}, desde 1`,
    stored: 'Almacenado',
    storedNote: (stored, allocated, signed) =>
      `${stored} de ${allocated} bits, ${signed ? 'con' : 'sin'} signo`,
    colourNote: (kind, bits) => `${kind}, ${bits} bits${kind === 'RGB' ? '' : ', en RGB'}`,
    colours: 'no se aplica a los colores',
    asFiled: 'tal como está archivado',
    realNote: (bits) => `${bits} bits, coma flotante`,
    padding: 'Relleno: aquí no hay imagen. Negro.',
    modality: 'Modalidad',
    noModality: 'no consta nada',
    alreadyModality: 'el archivo ya contiene valores de modalidad',
    rescale: (slope, intercept) => `× ${slope} + (${intercept})`,
    modalityLut: (entries) => `tabla de ${entries} entradas`,
    voi: 'Valores de interés',
    voiLut: (name, entries, bits) => `${name === '' ? 'tabla' : name}, ${entries} entradas de ${bits} bits`,
    window: (how, center, width) => `${how}, centro ${center}, ancho ${width}`,
    polarity: 'Polaridad',
    asIs: 'valores bajos oscuros',
    inverted: (why) => `${why}: invertida`,
    byUser: 'invertida a mano',
    screen: 'En pantalla',
    ofWhite: 'de 255',
  },
};
