import type { Messages } from '../en.ts';
import { plural } from '../plural.ts';

export const casePageEs: Pick<Messages, 'casePage'> = {
  casePage: {
    moreMasks: (count, names) => `${count} más en el panel: ${names}`,
    editFilters: (filters) => `Cambiar los filtros en la biblioteca: ${filters}`,
    clearFilters: 'Seguir entre todas las sesiones',
    tagValues: (count) => `${count} valores`,
    tagCharacters: (count) => `${count} caracteres`,
    thereIs: (what) => `Lo que hay para leer: ${what}.`,
    aReport: 'un informe',
    labels: (count, formatted) => `${formatted} ${plural(count, 'etiqueta', 'etiquetas')}`,
    tests: (count, formatted) => `${formatted} ${plural(count, 'prueba', 'pruebas')}`,
    showOther: (name, when) => `Mostrar ${name} del ${when}`,
    openPanel: 'Abrir informe y etiquetas',
    closePanel: 'Cerrar informe y etiquetas',
    header: 'Caso',
    images: 'Imágenes',
    imageTabs: 'Imagen a la vista',
    unknownImage: (path) => `${path} no es una imagen de esta sesión.`,
  },
};
