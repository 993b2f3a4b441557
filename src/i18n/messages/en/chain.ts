/** The way of one pixel from the file to the screen, step by step. */
export const chainEn = {
  chain: {
    open: 'From file to screen, step by step',
    title: 'From file to screen',
    close: 'Close the steps',
    hint: 'Move the pointer over the image.',
    pixel: (column: string, row: string) => `Column ${column}, row ${row}, from 1`,
    stored: 'Stored',
    storedNote: (stored: string, allocated: string, signed: boolean) =>
      `${stored} of ${allocated} bits, ${signed ? 'signed' : 'unsigned'}`,
    colourNote: (kind: string, bits: string) => `${kind}, ${bits} bits${kind === 'RGB' ? '' : ', en RGB'}`,
    colours: 'not for colours',
    asFiled: 'shown as filed',
    realNote: (bits: string) => `${bits} bits, floating point`,
    padding: 'Padding: there is no image here. Black.',
    modality: 'Modality',
    noModality: 'nothing filed',
    alreadyModality: 'the file holds modality values already',
    rescale: (slope: string, intercept: string) => `× ${slope} + (${intercept})`,
    modalityLut: (entries: string) => `table of ${entries} entries`,
    voi: 'Values of interest',
    voiLut: (name: string, entries: string, bits: string) =>
      `${name === '' ? 'table' : name}, ${entries} entries of ${bits} bits`,
    window: (how: string, center: string, width: string) => `${how}, centre ${center}, width ${width}`,
    polarity: 'Polarity',
    asIs: 'low values dark',
    inverted: (why: string) => `${why}: inverted`,
    byUser: 'inverted by you',
    screen: 'On screen',
    ofWhite: 'of 255',
  },
} as const;
