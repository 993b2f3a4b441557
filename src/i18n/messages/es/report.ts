import type { Messages } from '../en.ts';
import { plural } from '../plural.ts';

export const reportEs: Pick<Messages, 'link' | 'unchanged' | 'contradictions'> = {
  link: {
    certainty: {
      certain: 'alineación segura',
      likely: 'alineación probable',
      unknown: 'alineación desconocida',
    },
    ofSentence: {
      certain: 'esta frase: segura',
      likely: 'esta frase: probable',
      unknown: 'esta frase: desconocida',
    },
    sure: { certain: 'segura', likely: 'probable', unknown: 'desconocida, sin subrayar' },
    legend: 'Qué significan las líneas bajo las palabras',
    deniedWords: 'negado',
    how: 'Las tablas perdieron qué etiqueta es de qué frase; midscope lo recupera por el orden y las palabras.',
    sentences: 'Frases del informe',
    hint: 'Las flechas mueven, Intro fija lo enlazado, Esc lo suelta',
    pinned: 'Fijado. Esc lo suelta.',
    denied: (term) => `negado: ${term}`,
    inSentences: (numbers, count) => `en ${plural(count, 'la frase', 'las frases')} ${numbers}`,
    inNone: 'en ninguna frase',
  },
  unchanged: {
    name: '«unchanged»',
    readings: { written: 'Como se escribió', resolved: 'Resuelto' },
    readingHint: {
      written: 'Una sesión con la etiqueta «unchanged» cuenta en las etiquetas escritas.',
      resolved:
        'Una sesión con la etiqueta «unchanged» cuenta también en los hallazgos de la sesión anterior.',
    },
    counts: (written, resolved) => `${written} escritos, ${resolved} resueltos`,
    from: (date) => `del ${date}, «unchanged»`,
    chain: '«unchanged» remite a',
    noPrevious: '«unchanged», y ninguna sesión anterior de este paciente tiene etiquetas.',
    noDate: '«unchanged», y esta sesión no tiene fecha: no se sabe qué hubo antes.',
    noFindings: '«unchanged»: la sesión anterior no nombra ningún hallazgo.',
    inherited: 'heredado',
  },
  contradictions: {
    title: (count, formatted) => `${formatted} ${plural(count, 'contradicción', 'contradicciones')}`,
    section: 'Contradicciones',
    show: 'Mostrar todas con sus motivos',
    hide: 'Plegar',
    names: {
      'label-denied': 'Etiqueta que el informe niega',
      'label-unsupported': 'Etiqueta que ninguna frase dice',
      'side-mismatch': 'Lados distintos en texto y lugares',
      'normal-beside-findings': '«normal» junto a hallazgos',
      'covid-tests-negative': 'COVID 19, pruebas negativas',
      'covid-not-labelled': 'Pruebas positivas, sin COVID 19',
      'projection-mismatch': 'Proyección: nombre contra JSON',
      'projection-shared': 'Frontal y lateral con un mismo nombre',
    },
    explained: {
      'label-denied':
        'Todas las frases que nombran la etiqueta la niegan: «no se observa», «sin», «descarta» …',
      'label-unsupported':
        'Ninguna frase nombra la etiqueta, un sinónimo ni un término por encima o por debajo de ella.',
      'side-mismatch': 'Una frase nombra un solo lado; los lugares ligados a ella están todos en el otro.',
      'normal-beside-findings': '«normal» se archivó junto a etiquetas que son hallazgos.',
      'covid-tests-negative':
        'COVID 19 es etiqueta; en 14 días todas las PCR y pruebas de antígeno son negativas.',
      'covid-not-labelled':
        'Neumonía es etiqueta y COVID 19 no; en 14 días todas las PCR y pruebas de antígeno son positivas.',
      'projection-mismatch':
        'El nombre del archivo indica otra proyección que el archivo JSON o la cabecera.',
      'projection-shared':
        'Los archivos de una serie llevan la misma proyección en el nombre; casi todas esas parejas son una frontal y una lateral.',
    },
    denied: (label) => `«${label}» es etiqueta; el informe lo niega`,
    unsupported: (label) => `ninguna frase dice «${label}»`,
    sides: (said, places) =>
      `una frase dice ${said === 'right' ? 'derecha' : 'izquierda'}, sus lugares dicen ${places}`,
    normal: (labels) => `«normal» se archivó junto a ${labels}`,
    testsNegative: (tests) => `COVID 19 es etiqueta; pruebas: ${tests}`,
    notLabelled: (labels, tests) => `las etiquetas dicen ${labels}, no COVID 19; pruebas: ${tests}`,
    projection: (run, named, read) => `${run} se llama ${named}, su archivo JSON o cabecera dice ${read}`,
    shared: (files, named) => `${files} se llaman todas ${named}`,
    rules: 'Reglas',
    rulesTitle: 'Reglas de contradicción',
    rulesHint:
      'Cada una es una comprobación, no un veredicto. Una regla desactivada no marca nada, ni aquí ni en la biblioteca.',
    off: (rule) => `Desactivar: ${rule}`,
    allOff: 'Todas las reglas están desactivadas.',
    stillChecking: 'aún se comparan los informes',
    inSession: (count) => plural(count, 'contradicción', 'contradicciones'),
  },
};
