import type { Wordings } from './lexicon.ts';

/** Changes that are findings, and not what has changed since: `cambios degenerativos`. */
export const FOUND_CHANGES =
  'degenerativ*|osteodegenerativ*|cronic*|artros*|fibros*|fibrocicatri*|postquirurgic*|residual*|inflamatori*|radio*|postradio*|aspecto';

/** Words for how things are rather than for what is there. */
export const STATE_WORDINGS: Wordings = {
  unchanged: [
    `sin cambio* !${FOUND_CHANGES}`,
    `no .. cambios !${FOUND_CHANGES}`,
    'sin|no .. variacion*|variado|modificacion*|modificado|diferencia*|novedad*',
    'no .. modifica*|varia',
    'estable*|estabilidad|superponible*|invariable*|inalterad*',
    'similar*|igual|identic*|semejante* que|respecto|previ*|anterior*|estudio*|control*|radiografia*|rx|tc',
    'similar* .. previ*|anterior*',
    'igual que',
    '~persiste*|permanece*|continua*|mantiene*',
    '~similar*|igual|identic*',
    '~conocid*|previ*|anterior*',
  ],
  normal: [
    'normal*',
    'sin|no .. alteracion*|hallazgo*|anormal*|anomali*|particularidad*|patolog*|lesion*',
    'libre*',
    'conservad*|respetad*|preservad*|permeable*|indemne*|integr*',
    'bien ventilad*|definid*|delimitad*',
    'dentro .. limite*',
    '~centrad*|adecuad*|habitual*',
  ],
  'suboptimal study': [
    'suboptim*',
    'portatil*',
    'supino|decubito|sedestacion',
    'mal*|poco|escas*|pobre|deficiente*|insuficiente* .. inspirad*|inspiracion|centrad*|penetrad*|colaboracion',
    'inspiracion|inspirad* .. insuficiente*|escasa|pobre|deficiente*|incompleta',
    'poco inspirad*',
    'rotad*|rotacion|artefactad*|sobreexpuest*|infraexpuest*|subexpuest*',
    'calidad .. limitad*|deficiente*|mala|baja',
    'estudio .. limitad*|deficiente*',
    'limitacion* .. tecnica*|estudio|exploracion',
    '~tecnica*|inspira*|valorable*|artefacto*|proyeccion',
  ],
  exclude: [
    '~proyeccion*|tecnica*|contraste|control*|recomienda*|aconseja*|sugiere|clinic*|comparad*|compara|previ*|anterior*|mejoria|empeoramiento|evolucion|ver|informe*|anexo|remit*|valorar|correlacion*',
  ],
  'radiological finding': [],
  'differential diagnosis': [],
  localization: [],
};
