import type { Messages } from '../en.ts';

export const tourEs: Pick<Messages, 'tour'> = {
  tour: {
    title: 'Visita guiada',
    offer: '¿Primera vez aquí? Una visita de dos minutos enseña dónde está todo, con pacientes sintéticos.',
    take: 'Empezar la visita',
    notNow: 'Ahora no',
    number: (step, count) => `${step} de ${count}`,
    back: 'Atrás',
    next: 'Siguiente',
    end: 'Terminar la visita',
    show: 'Mostrarlo',
    keysTurn: 'cambian de paso,',
    keysEnd: 'termina la visita.',
    steps: {
      filters: {
        title: 'Encontrar una sesión',
        text: 'Cada fila es una sesión: imágenes, informe, etiquetas y pruebas de una visita. Cada filtro dice antes cuántas sesiones dejaría, y con Alt-clic excluye un valor.',
      },
      search: {
        title: 'Buscar cualquier palabra',
        text: 'Se ha buscado «vidrio» en informes, etiquetas, CUI e identificadores; la galería muestra lo hallado. Búsqueda y filtros están en la dirección: al guardarla, la vista vuelve.',
      },
      open: {
        title: 'Abrir un caso',
        text: 'Esta sesión tiene dos placas, una TC, máscaras e informe. Se abre al pulsar su fila o con Intro sobre ella; Siguiente también la abre.',
      },
      truth: {
        title: 'Lo que se ve es cierto',
        text: 'Los distintivos dicen de dónde vienen los grises. Lo estimado o contradictorio va en ámbar discontinuo, como en esta lateral que se llama frontal.',
      },
      labels: {
        title: 'Etiquetas y máscaras',
        text: 'Hallazgos y localizaciones quedan por debajo de los pulmones, y las máscaras llevan contorno y área. T y M cambian cómo se ven; X oculta las máscaras al mantenerla.',
      },
      report: {
        title: 'El informe junto a las pruebas',
        text: 'El informe se muestra tal como se archivó, con sus hallazgos codificados debajo. La cronología cuenta los días desde esta sesión hasta las pruebas y otras imágenes.',
      },
      next: {
        title: 'De caso en caso',
        text: 'N y Mayús N llevan al caso siguiente y al anterior de la lista de origen, con sus filtros. Ctrl con ← o → recorre las sesiones del paciente.',
      },
      ct: {
        title: 'Recorrer una TC',
        text: 'Rueda, ↑ y ↓ recorren los cortes; RePág y AvPág cambian de serie. Las teclas 1 a 6 fijan ventanas como pulmón y hueso; 0 vuelve a la del archivo.',
      },
      health: {
        title: 'Qué falla en los datos',
        text: 'Lo dañado, ausente o contradictorio se lista con su significado, y lo demás sigue. La demo trae fallos a propósito; al abrir una línea se ve dónde están.',
      },
      privacy: {
        title: 'Nada sale de este equipo',
        text: 'El propio navegador impide que esta página hable con otra dirección: lo que se abre se queda aquí. El logotipo lleva al inicio, donde se abre una carpeta propia.',
      },
    },
  },
};
