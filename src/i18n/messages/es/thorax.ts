import type { Messages } from '../en.ts';

export const thoraxEs: Pick<Messages, 'thorax'> = {
  thorax: {
    frontal: 'Esquema del tórax, frontal',
    lateral: 'Esquema del tórax, lateral',
    view: 'Vista',
    views: { frontal: 'Frontal', lateral: 'Lateral' },
    schematic: 'esquemático',
    letters: { right: 'R', left: 'L', anterior: 'A', posterior: 'P' },
    region: (place, findings) => (findings === '' ? place : `${place}: ${findings}`),
    counted: (place, count) => `${place}, ${count}`,
    notPlaced: 'Fuera del mapa',
    part: 'Parte del tórax',
    parts: {
      zones: 'Zonas',
      lobes: 'Lóbulos',
      centre: 'Centro',
      wall: 'Pared',
      rest: 'Lados',
    },
    partNames: {
      zones: 'Campos pulmonares y senos',
      lobes: 'Lóbulos y cisuras',
      centre: 'Mediastino y vías aéreas',
      wall: 'Huesos y partes blandas',
      rest: 'Lados y bajo el diafragma',
    },
    noneInPart: 'Los filtros no dejan ningún lugar de esta parte.',
    guideHow: 'Guía esquemática sobre la imagen',
    guideMove:
      'Esquema del tórax: arrastrar para mover; las flechas mueven, más y menos escalan, Inicio lo devuelve a su sitio',
    guideScale: 'Tamaño del esquema del tórax',
    guideLabel: 'esquemático, no es una medida',
  },
};
