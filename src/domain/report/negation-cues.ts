import type { Wordings } from './lexicon/lexicon.ts';
import { FOUND_CHANGES } from './lexicon/states.ts';

/**
 * What a cue does, after NegEx (Chapman et al. 2001) with the cues of Spanish radiology:
 *
 * - `all`: negates what follows up to the end of the clause;
 * - `next`: negates what follows next, and what `y`, `o` join to it;
 * - `before`: negates what stands just before;
 * - `none`: looks like a negation and is none, double negations (`no se descarta`) among them;
 * - `stop`: ends what a cue before it negates;
 * - `joint`: ends it too, once something was negated.
 */
export type CueKind = 'all' | 'next' | 'before' | 'none' | 'stop' | 'joint';

const SEES =
  'observ*|aprecia*|aprecie*|identific*|identifiqu*|evidenci*|visualiz*|visualic*|objetiv*|detect*|demuestr*|demostr*|' +
  'muestr*|presenta*|presente*|existe*|existi*|hay|encuentr*|distingu*|reconoc*|confirm*|constat*|delimit*|ve|ven|veo|tiene*|parece*|sugier*';

/** The cues by what they do; where two stand at one place the longer one counts. */
export const NEGATION_CUES: Readonly<Record<CueKind, Wordings[string]>> = {
  all: [
    `no|tampoco|nunca ${SEES}`,
    `no claramente|claro|claros|clara|claras|definid*|evidente*|otra*|otro* ${SEES}`,
    'no signo*|dato*|evidencia*|imagen*|indicio*|hallazgo*|presencia',
    'sin evidencia*|signo*|dato*|imagen*|indicio*|hallazgo*|presencia|clar*|otr*|que|apreciar*|observar*|identificar*|visualizar*|demostrar*|evidenciar*|objetivar*',
    'ausencia',
    'descarta|descartan|descartandose|descartamos|descartando|excluye*|niega|niegan',
    'permite*|puede*|podemos descartar|excluir',
    'libre*|exent* de',
    'negativ* para',
    'desaparicion',
    'resolucion !parcial*|incompleta',
    'ha|han desaparecido',
  ],
  next: ['sin', 'no', 'ni', 'tampoco', 'nunca', 'ningun|ninguna|ninguno'],
  before: [
    'descartad*|ausente*|negativ*|inexistente*|desaparecid*|resuelt*',
    'no visible*|presente*|evidente*',
  ],
  none: [
    'no descart*|exclu*',
    'no puede*|pudiendo*|podemos|podria*|posible|permite*|cabe|es .. descart*|exclu*',
    'sin poder|posibilidad .. descart*|exclu*',
    'sin descart*|exclu*',
    'dificil .. descart*|exclu*',
    'sin contraste|civ|duda*|poder',
    `sin|no cambio*|variacion*|modificacion* !${FOUND_CHANGES}`,
    'no solo|solamente|unicamente|significativ*|valorable*|calcificad*|homogene*|complicad*|especific*|filiad*|conocid*|masiv*|concluyente*|obstruct*|invasiv*|desplazad*|bien',
    'no modifica*|varia*',
  ],
  stop: [
    'pero|aunque|salvo|excepto|excepcion|sino|mientras|embargo|obstante|destaca*|persiste*|solo|unicamente|resto|siendo|actualmente|exceptuando',
    'sin embargo',
    'no obstante',
    'mas que',
    'por lo que',
    'observ*|aprecia*|apreciandose|identific*|visualiz*|objetiv*|evidencia|evidencian|evidenciandose|existe*|hay|presenta*|muestra*|impresiona*',
  ],
  joint: ['con'],
};

/** Before `con` these make it part of a comparison: `hallazgos compatibles con neumonía`. */
export const COMPARES = /^(compatibl|relacion|acord|concord|consistent|correspond|asociad|y$|ni$)/;
