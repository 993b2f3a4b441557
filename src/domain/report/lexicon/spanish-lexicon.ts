import { DEVICE_WORDINGS, DIAGNOSIS_WORDINGS } from './device-findings.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { LUNG_WORDINGS } from './lung-findings.ts';
import { BONE_WORDINGS, HEART_WORDINGS, NODULE_WORDINGS } from './other-findings.ts';
import { PLACE_WORDINGS } from './places.ts';
import { STATE_WORDINGS } from './states.ts';

/** The terms of the bundled vocabulary as Spanish radiologists word them. */
export const spanishLexicon = (): Lexicon =>
  createLexicon(
    STATE_WORDINGS,
    LUNG_WORDINGS,
    HEART_WORDINGS,
    NODULE_WORDINGS,
    BONE_WORDINGS,
    DEVICE_WORDINGS,
    DIAGNOSIS_WORDINGS,
    PLACE_WORDINGS,
  );
