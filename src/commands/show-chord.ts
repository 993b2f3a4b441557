import { chordParts } from '../domain/controls/chord.ts';
import type { Messages } from '../i18n/messages/en.ts';

type Caps = Messages['keys']['caps'];

const SYMBOLS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  shift: '⇧',
  alt: 'Alt',
  ctrl: 'Ctrl',
};

const MAC: Readonly<Record<string, string>> = { alt: '⌥', ctrl: '⌘' };

const isCap = (caps: Caps, part: string): part is keyof Caps => Object.hasOwn(caps, part);

/** Whether keys are printed as on a Mac's keyboard. */
const isMac = (): boolean => typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');

/** A chord as it is printed on keys, parts separated by spaces. */
export const showChord = (caps: Caps, chord: string, mac = isMac()): string =>
  chordParts(chord)
    .map((part) => {
      if (isCap(caps, part)) return caps[part];
      const symbol = (mac ? MAC[part] : undefined) ?? SYMBOLS[part];
      return symbol ?? (/^.$/u.test(part) ? part.toUpperCase() : part);
    })
    .join(' ');
