import type { Messages } from '../en.ts';

export const paletteEs: Pick<Messages, 'palette'> = {
  palette: {
    search: 'Buscar una acción, una página o un caso',
    found: 'Acciones',
    none: (text) => `Nada se llama «${text}» aquí.`,
    count: (count, shown) => (count === 1 ? '1 resultado' : `${shown} resultados`),
    recent: 'Visto hace poco',
    case: 'Caso',
    section: 'Panel',
    series: 'Serie',
  },
};
