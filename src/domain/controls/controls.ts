import { isChord } from './chord.ts';
import { actionsOf, MOUSE_SLOTS, OHIF_MOUSE, type MouseAction, type MouseBindings } from './mouse.ts';

/** Ready sets of keys, named after the program they come from. */
export const SCHEMES = ['ohif', 'weasis'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What the user made of keys and mouse: a ready scheme, and on top of it own changes. */
export interface Controls {
  readonly scheme: Scheme;
  /** Chords by command, only of those that differ from the scheme; none means the command has no key. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** Actions by slot, only of those that differ. */
  readonly mouse: Readonly<Partial<MouseBindings>>;
}

export const DEFAULT_CONTROLS: Controls = { scheme: 'ohif', keys: {}, mouse: {} };

/** More keys than these for one command nobody remembers. */
export const MOST_KEYS = 4;

export const mouseOf = ({ mouse }: Pick<Controls, 'mouse'>): MouseBindings => ({ ...OHIF_MOUSE, ...mouse });

/** Controls from outside, and what of them was not understood, as a path each. */
export interface ReadControls {
  readonly controls: Controls;
  readonly notUnderstood: readonly string[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isObject(value) ? Object.entries(value) : [];

/** Names of commands look like this; `__proto__` and its like do not. */
const isCommandName = (name: string): boolean => /^[a-z][a-z0-9-]{0,47}$/.test(name);

function readChords(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_KEYS) return undefined;
  const chords = value.filter((one): one is string => typeof one === 'string' && isChord(one));
  return chords.length === value.length ? [...new Set(chords)] : undefined;
}

/**
 * Reads controls that somebody else may have written. What is not understood is left out and named; commands that are
 * unknown here stay, since a newer version may know them.
 */
export function readControls(value: unknown): ReadControls {
  const { scheme, keys, mouse } = isObject(value) ? value : {};
  const notUnderstood: string[] = [];
  const known = SCHEMES.find((one) => one === scheme);
  if (scheme !== undefined && known === undefined) notUnderstood.push('scheme');
  const readKeys = entriesOf(keys).flatMap(([name, chords]) => {
    const read = isCommandName(name) ? readChords(chords) : undefined;
    if (!read) notUnderstood.push(`keys.${name}`);
    return read ? [[name, read] as const] : [];
  });
  const readMouse = entriesOf(mouse).flatMap(([name, wanted]) => {
    const slot = MOUSE_SLOTS.find((one) => one === name);
    const action: MouseAction | undefined = slot && actionsOf(slot).find((one) => one === wanted);
    if (!slot || !action) notUnderstood.push(`mouse.${name}`);
    return slot && action ? [[slot, action] as const] : [];
  });
  return {
    controls: {
      scheme: known ?? DEFAULT_CONTROLS.scheme,
      keys: Object.fromEntries(readKeys),
      mouse: Object.fromEntries(readMouse),
    },
    notUnderstood,
  };
}
