/** The modifiers of an event. */
export interface HeldModifiers {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** What of a keyboard event makes up a chord. */
export interface KeyPress extends HeldModifiers {
  readonly key: string;
  readonly getModifierState?: (key: string) => boolean;
}

/** Keys that are no chord by themselves, or no key at all. */
const NO_CHORD: ReadonlySet<string> = new Set([
  'Alt',
  'AltGraph',
  'CapsLock',
  'Control',
  'Dead',
  'Fn',
  'FnLock',
  'Hyper',
  'Meta',
  'NumLock',
  'Process',
  'ScrollLock',
  'Shift',
  'Super',
  'Symbol',
  'Unidentified',
]);

const isOneCharacter = (key: string): boolean => /^.$/su.test(key);
const isLetter = (key: string): boolean => /^\p{L}$/u.test(key);
const isCharacter = (key: string): boolean => /^[^\s\p{C}]$/u.test(key);
const isNamed = (key: string): boolean => /^[A-Z][A-Za-z0-9]{1,24}$/.test(key) && !NO_CHORD.has(key);

/**
 * The chord of a key press: modifiers and a key as the layout prints it, joined by `+`. `ctrl` is Ctrl or Cmd. Shift
 * is part of it only where the key does not tell: `shift+i`, but `?`. Characters that need AltGr are the plain
 * character.
 */
export function chordOf(press: KeyPress): string {
  const typed = press.key === ' ' ? 'Space' : press.key;
  const key = isOneCharacter(typed) ? typed.toLowerCase() : typed;
  const isByAltGr = isCharacter(key) && press.getModifierState?.('AltGraph') === true;
  const isShiftTold = isOneCharacter(key) && !isLetter(key);
  return [
    (press.ctrlKey || press.metaKey) && !isByAltGr && 'ctrl',
    press.altKey && !isByAltGr && 'alt',
    press.shiftKey && !isShiftTold && 'shift',
    key,
  ]
    .filter(Boolean)
    .join('+');
}

/** A chord taken apart: its modifiers in the order ctrl, alt, shift, and its key last. */
export function chordParts(chord: string): readonly string[] {
  // A "+" at the end is the key, not a joint.
  const key = chord.endsWith('+') ? '+' : (chord.split('+').at(-1) ?? '');
  const rest = chord.slice(0, chord.length - key.length);
  return [...rest.split('+').filter((part) => part !== ''), key];
}

/** Whether a text is a chord as {@link chordOf} writes it. */
export function isChord(text: string): boolean {
  const parts = chordParts(text);
  const key = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1);
  const canonical = ['ctrl', 'alt', 'shift'].filter((one) => modifiers.includes(one));
  if ([...canonical, key].join('+') !== text) return false;
  if (isLetter(key)) return key === key.toLowerCase();
  if (isCharacter(key)) return !modifiers.includes('shift');
  return isNamed(key);
}

/** Whether a chord is a single character, which WCAG 2.1.4 asks to be able to switch off. */
export const isSingleCharacter = (chord: string): boolean => /^(shift\+)?.$/u.test(chord);

/** What moves the focus, leaves a field, or belongs to the browser whatever a page does. */
const RESERVED: ReadonlySet<string> = new Set([
  'Tab',
  'shift+Tab',
  'Escape',
  'Enter',
  'F5',
  'F12',
  'ctrl+F5',
  'ctrl+Tab',
  'ctrl+shift+Tab',
  'ctrl+n',
  'ctrl+shift+n',
  'ctrl+t',
  'ctrl+shift+t',
  'ctrl+w',
  'ctrl+shift+w',
  'ctrl+q',
  'ctrl+r',
  'ctrl+shift+r',
  'alt+F4',
]);

/** Whether a chord cannot be given to a command by the user. */
export const isReserved = (chord: string): boolean => RESERVED.has(chord);
