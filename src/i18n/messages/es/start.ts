import type { Messages } from '../en.ts';
import { plural } from '../plural.ts';

export const startEs: Pick<Messages, 'start' | 'agreement'> = {
  start: {
    title: 'Placas, informes y etiquetas de un paciente, en una pantalla.',
    subtitle:
      'Abrir una carpeta de BIMCV COVID-19+ o cualquier conjunto con estructura MIDS. Los datos se quedan en este equipo.',
    dropTitle: 'Soltar aquí la carpeta del conjunto de datos',
    uploadNote: 'El navegador puede decir «subir». No se sube nada.',
    cannotKeep: 'Este navegador no puede conservar la carpeta: hay que elegirla de nuevo tras recargar.',
    pickNote: 'El navegador pregunta si midscope puede verla; la carpeta se recuerda para la próxima vez.',
    pickRefused: 'El navegador no ha entregado la carpeta. Se puede probar con su otro selector:',
    dropNow: 'Soltar la carpeta para abrirla',
    dropNowHint: 'Se lee en este equipo y no sale de él.',
    dropInPlace: (name) => `En lugar de ${name}`,
    dropFaults: {
      'no-folder': 'Eso no era una carpeta. Hay que soltar la carpeta que contiene el conjunto de datos.',
      several: 'Eran varias carpetas. Hay que soltar la única carpeta que las contiene.',
    },
    openFolder: 'Abrir carpeta',
    openDemo: 'Abrir la demo',
    openDemoTour: 'Abrirla con una visita de dos minutos',
    demoNote: 'Pacientes sintéticos, sin datos reales, lista en un segundo',
    returnTo: 'Esta dirección pertenece a un conjunto de datos que no está abierto.',
    returnHint: 'Al abrirlo de nuevo se vuelve a esta página.',
    returnToNamed: (name) =>
      `Esta página pertenece a ${name}. El navegador pregunta antes de volver a leerlo.`,
    openAgain: (name) => `Abrir ${name} de nuevo`,
    privacy: 'Ninguna petición sale de esta página. Ver la prueba',
    proofTitle: 'Por qué nada puede salir',
    proofBody:
      'La página se sirve con una política que el navegador hace cumplir: solo puede leer de su propio origen. Ninguna fuente, programa, imagen ni contador viene de otro servidor. Esta es la política:',
    proofMissing: 'Esta página se abrió sin su política; eso solo ocurre durante el desarrollo de midscope.',
    recent: 'Recientes',
    recentRefused: 'Este navegador no guarda nada de midscope: no hay lista de conjuntos recientes.',
    recentHolds: (patients, sessions, format) =>
      `${format(patients)} ${plural(patients, 'paciente', 'pacientes')}, ${format(sessions)} ${plural(sessions, 'sesión', 'sesiones')}`,
    demoName: 'Demo',
    reopening: { opening: 'abriendo', denied: 'lectura no permitida', gone: 'carpeta movida' },
    find: 'Buscar',
    forget: (name) => `Olvidar ${name}`,
    forgetQuestion: (name) =>
      `¿Olvidar ${name}? Se borran su entrada y su índice guardado. La carpeta no cambia.`,
    forgetNow: 'Olvidar',
    forgetNot: 'Conservar',
    forgotten: (name) => `${name}: olvidado`,
    forgetRefused: 'El navegador no ha querido olvidarlo.',
    emptyFolder: 'Esa carpeta no contiene archivos.',
    getData: 'Dónde obtener los datos',
    getDataBody:
      'BIMCV COVID-19+ se entrega a investigadores que aceptan su acuerdo de uso. La página del proyecto y el README de este programa explican cómo obtenerlo, comprobarlo y extraerlo.',
    reset: {
      ask: 'Restablecer la demo',
      question:
        '¿Restablecer la demo? Se borran filtros, columnas y sus anchos, disposición, tema, la respuesta a esta visita y la entrada de la demo en Recientes. Idioma, teclas y otros conjuntos se conservan.',
      now: 'Restablecer',
      not: 'Conservar',
      done: 'La demo está como nueva.',
      refused: 'El navegador no ha querido olvidar la entrada de la demo. Lo demás está como nuevo.',
    },
  },
  agreement: {
    title: (dataset) => `Acuerdo de uso para investigación, ${dataset}`,
    summary:
      'Solo para investigación, no para asistencia. Sin redistribución ni intentos de reidentificación. Citar arXiv 2006.01174.',
    read: 'Leerlo',
    hide: 'Ocultarlo',
    accept: 'Lo he firmado',
    indexing: 'Mientras tanto se lee la carpeta.',
    clauses: [
      'El uso es gratuito y para investigación. Un uso no académico necesita la aprobación de BIMCV.',
      'Ninguna parte del conjunto se puede ceder, publicar ni copiar para otros sin permiso por escrito.',
      'Nadie puede intentar reidentificar a una persona. Si ocurriera, se debe avisar al proyecto de inmediato.',
      'Nada de lo hecho con estos datos puede usarse para diagnosticar ni atender a pacientes.',
      'Las publicaciones citan el artículo del conjunto; se recomienda compartir modelos y código.',
      'El conjunto se entrega tal cual, sin garantías. El texto que obliga es el que se firmó, también en LICENSE.md de la descarga.',
    ],
    citation:
      'M. de la Iglesia Vayá et al., BIMCV COVID-19+: a large annotated dataset of RX and CT images from COVID-19 patients, arXiv 2006.01174 (2020)',
    notSaved: 'El navegador no ha querido guardar esta respuesta; se volverá a preguntar la próxima vez.',
  },
};
