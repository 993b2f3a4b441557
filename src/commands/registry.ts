import type { Messages } from '../i18n/messages/en.ts';

/** Where a key is heard; a key may mean something else in another context. */
export type CommandContext = 'reading' | 'library' | 'health';

export type CommandId = keyof Messages['keys']['commands'];
export type CommandGroup = keyof Messages['keys']['groups'];

export interface Command {
  readonly id: CommandId;
  readonly group: CommandGroup;
  readonly contexts: readonly CommandContext[];
  /** Chords that call it, the first one is shown: modifiers and a `KeyboardEvent.key`, joined by `+`. */
  readonly keys: readonly string[];
}

const reading = (id: CommandId, group: CommandGroup, ...keys: readonly string[]): Command => ({
  id,
  group,
  contexts: ['reading'],
  keys,
});

/** Every action that has a key: OHIF's keys, with Weasis's additions. */
export const COMMANDS: readonly Command[] = [
  reading('next-case', 'go', 'n'),
  reading('previous-case', 'go', 'shift+n'),
  reading('next-session', 'go', 'ctrl+ArrowRight'),
  reading('previous-session', 'go', 'ctrl+ArrowLeft'),
  reading('next-patient', 'go', 'ctrl+ArrowDown'),
  reading('previous-patient', 'go', 'ctrl+ArrowUp'),
  reading('next-series', 'go', 'PageDown'),
  reading('previous-series', 'go', 'PageUp'),
  reading('next-viewport', 'go', 'ArrowRight'),
  reading('previous-viewport', 'go', 'ArrowLeft'),
  reading('next-slice', 'go', 'ArrowDown'),
  reading('previous-slice', 'go', 'ArrowUp'),
  reading('ten-slices-on', 'go', 'shift+ArrowDown'),
  reading('ten-slices-back', 'go', 'shift+ArrowUp'),
  reading('first-slice', 'go', 'Home'),
  reading('last-slice', 'go', 'End'),
  reading('back-to-library', 'go', 'b'),
  reading('invert', 'image', 'i'),
  reading('rotate-right', 'image', 'r'),
  reading('rotate-left', 'image', 'l'),
  reading('flip-horizontal', 'image', 'h'),
  reading('flip-vertical', 'image', 'v'),
  reading('fit', 'image', '='),
  reading('zoom-in', 'image', '+'),
  reading('zoom-out', 'image', '-'),
  reading('reset', 'image', 'Space'),
  reading('preset-1', 'window', '1'),
  reading('preset-2', 'window', '2'),
  reading('preset-3', 'window', '3'),
  reading('preset-4', 'window', '4'),
  reading('preset-5', 'window', '5'),
  reading('preset-6', 'window', '6'),
  reading('as-filed', 'window', '0'),
  reading('layout-1', 'show', '7'),
  reading('layout-2', 'show', '8'),
  reading('layout-4', 'show', '9'),
  reading('toggle-one', 'show', 'f'),
  reading('toggle-labels', 'show', 't'),
  reading('toggle-masks', 'show', 'm'),
  reading('blink-masks', 'show', 'x'),
  reading('toggle-corner-text', 'show', 'o'),
  { id: 'search', group: 'library', contexts: ['library'], keys: ['/'] },
  { id: 'help', group: 'go', contexts: ['reading', 'library', 'health'], keys: ['?'] },
];

/** The chord of a key press, written as in {@link Command.keys}. Shift is part of it only where the key does not tell. */
export function chordOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isLetterOrNamed = key.length > 1 || /\p{L}/u.test(key);
  return [
    (event.ctrlKey || event.metaKey) && 'ctrl',
    event.altKey && 'alt',
    event.shiftKey && isLetterOrNamed && 'shift',
    key,
  ]
    .filter(Boolean)
    .join('+');
}

/** Whether a chord is a single character, which WCAG 2.1.4 asks to be able to switch off. */
export const isSingleCharacter = (chord: string): boolean => /^(shift\+)?.$/u.test(chord);

/** The command a chord calls in a context. */
export const commandFor = (chord: string, context: CommandContext): CommandId | undefined =>
  COMMANDS.find(({ contexts, keys }) => contexts.includes(context) && keys.includes(chord))?.id;

const SHOWN: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  shift: '⇧',
  ctrl: 'Ctrl',
};

/** A chord as it is printed on keys, parts separated by spaces. */
export const showChord = (chord: string): string =>
  // A lone "+" is a key, not a joint.
  (chord === '+' ? ['+'] : chord.split('+'))
    .map((part) => SHOWN[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');

/** The first chord of a command, as printed; empty when it has none. */
export const shownKey = (id: CommandId): string => {
  const chord = COMMANDS.find((command) => command.id === id)?.keys[0];
  return chord === undefined ? '' : showChord(chord);
};
