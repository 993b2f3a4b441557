import type { Messages } from '../en.ts';
import { plural } from '../plural.ts';

export const healthEs: Pick<Messages, 'health'> = {
  health: {
    title: 'Estado',
    errors: (count) => plural(count, 'error', 'errores'),
    warnings: (count) => plural(count, 'aviso', 'avisos'),
    notes: (count) => plural(count, 'nota', 'notas'),
    severity: { error: 'error', warning: 'aviso', note: 'nota' },
    none: 'Nada está mal en lo leído hasta ahora',
    noneHint: 'Los archivos se siguen comprobando mientras se leen cabeceras y archivos JSON.',
    partial: (done, total) => `${done} de ${total} imágenes comprobadas hasta ahora`,
    whatIsHere: 'Qué hay aquí',
    found: 'encontrado',
    listed: 'en listas',
    films: 'Placas',
    cts: 'TC',
    otherImages: 'Otras imágenes',
    sidecars: 'Archivos JSON',
    reports: 'Sesiones con informe',
    labelled: 'Sesiones con etiquetas',
    masks: 'Máscaras',
    subjects: 'Pacientes',
    sessions: 'Sesiones',
    tests: 'Pruebas de laboratorio',
    roots: 'Carpetas',
    openSession: 'Abrir la sesión',
    save: 'Guardar informe',
    fileList: 'Dónde',
  },
};
