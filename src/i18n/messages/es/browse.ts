import type { Messages } from '../en.ts';
import { plural } from '../plural.ts';

export const browseEs: Pick<Messages, 'savedViews' | 'browse'> = {
  savedViews: {
    title: 'Vistas guardadas',
    save: 'Guardar esta vista',
    name: 'Nombre de la vista',
    hint: 'Intro la guarda, Esc no',
    taken: 'Una vista tiene este nombre; cede su sitio a esta',
    actions: (name) => `Cambiar el nombre o borrar ${name}`,
    rename: 'Cambiar el nombre',
    remove: 'Borrar',
    removed: (name) => `${name}: vista borrada`,
    undo: 'Deshacer',
  },
  browse: {
    quickLook: 'Vistazo',
    quickLookKeys: 'Flechas: otra fila; Intro: abrir el caso; Espacio o Esc: volver a la lista',
    openTab: 'Abrir en otra pestaña',
    allOfPatient: 'Todas las sesiones del paciente',
    leaves: (count, formatted) => `${formatted} ${plural(count, 'sesión', 'sesiones')}`,
  },
};
