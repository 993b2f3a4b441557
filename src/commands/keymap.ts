import type { Controls } from '../domain/controls/controls.ts';
import { COMMANDS, isCommand, type Command, type CommandContext, type CommandId } from './registry.ts';
import { SCHEME_KEYS } from './schemes.ts';

/** The chords that call each command, the first one is shown. */
export type Keymap = ReadonlyMap<CommandId, readonly string[]>;

type KeyControls = Pick<Controls, 'scheme' | 'keys'>;

const commandOf = (id: CommandId): Command | undefined => COMMANDS.find((command) => command.id === id);

/** The keys of a command in a scheme, before the user changed any. */
const schemeKeys = (scheme: Controls['scheme'], command: Command): readonly string[] =>
  SCHEME_KEYS[scheme][command.id] ?? command.keys;

/** Whether two commands are ever heard at the same time, so that one key cannot call both. */
const compete = (a: Command, b: Command): boolean =>
  a.id !== b.id &&
  !a.yields &&
  !b.yields &&
  (a.images === undefined || b.images === undefined || a.images === b.images) &&
  a.contexts.some((one) => b.contexts.includes(one));

const ownKeys = ({ keys }: KeyControls, command: Command): readonly string[] | undefined =>
  command.yields === true || !Object.hasOwn(keys, command.id) ? undefined : keys[command.id];

/**
 * The keys in force. A key that the user gave to one command is no longer the scheme's key of another one, which a
 * newer version may have made it.
 */
export function createKeymap(controls: KeyControls): Keymap {
  const own = COMMANDS.filter((command) => ownKeys(controls, command) !== undefined);
  const isTaken = (command: Command, chord: string): boolean =>
    own.some((other) => compete(command, other) && ownKeys(controls, other)?.includes(chord));
  return new Map(
    COMMANDS.map((command) => [
      command.id,
      ownKeys(controls, command) ??
        schemeKeys(controls.scheme, command).filter((chord) => !isTaken(command, chord)),
    ]),
  );
}

/** The commands that a chord calls in a context: one, and those that yield to it, which come first. */
export const commandsFor = (keymap: Keymap, chord: string, context: CommandContext): readonly Command[] =>
  COMMANDS.filter(
    ({ id, contexts }) => contexts.includes(context) && keymap.get(id)?.includes(chord),
  ).toSorted((a, b) => Number(b.yields ?? false) - Number(a.yields ?? false));

/** The other commands that a chord calls where a command is heard. */
export function conflictsOf(keymap: Keymap, id: CommandId, chord: string): readonly CommandId[] {
  const own = commandOf(id);
  if (!own) return [];
  return COMMANDS.filter((other) => compete(own, other) && keymap.get(other.id)?.includes(chord)).map(
    (other) => other.id,
  );
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((chord, at) => chord === b[at]);

/** Controls in which a command has these keys; what is as in the scheme is not kept. */
export function withKeys(controls: Controls, id: CommandId, chords: readonly string[]): Controls {
  const command = commandOf(id);
  if (!command || command.yields === true) return controls;
  const { [id]: _former, ...rest } = controls.keys;
  const isDefault = isSame(chords, schemeKeys(controls.scheme, command));
  return { ...controls, keys: isDefault ? rest : { ...rest, [id]: chords } };
}

/** Takes chords from every command that competes for them with the one that is to have them. */
function withFreed(controls: Controls, id: CommandId, chords: readonly string[]): Controls {
  const keymap = createKeymap(controls);
  const losers = new Set(chords.flatMap((chord) => conflictsOf(keymap, id, chord)));
  return [...losers].reduce((now, loser) => {
    const left = (keymap.get(loser) ?? []).filter((chord) => !chords.includes(chord));
    return withKeys(now, loser, left);
  }, controls);
}

/** Gives a command these keys, and takes them from all others that compete. */
export const withMovedKeys = (controls: Controls, id: CommandId, chords: readonly string[]): Controls =>
  withKeys(withFreed(controls, id, chords), id, [...new Set(chords)]);

/** Gives a command the keys of the scheme again, and takes them from all others that compete. */
export function withSchemeKeys(controls: Controls, id: CommandId): Controls {
  const command = commandOf(id);
  return command ? withMovedKeys(controls, id, schemeKeys(controls.scheme, command)) : controls;
}

/** A key that a command no longer has. */
export interface LostKey {
  readonly chord: string;
  readonly from: CommandId;
}

/** What other commands lose when controls change in favour of one. */
export function lostKeys(before: KeyControls, after: KeyControls, winner: CommandId): readonly LostKey[] {
  const left = createKeymap(after);
  return [...createKeymap(before)].flatMap(([id, chords]) =>
    id === winner
      ? []
      : chords
          .filter((chord) => !left.get(id)?.includes(chord))
          .map((chord): LostKey => ({ chord, from: id })),
  );
}

/** A key that two commands have where both are heard; the first of them gets it. */
export interface KeyConflict {
  readonly chord: string;
  readonly first: CommandId;
  readonly other: CommandId;
}

/** Every key that is given twice where it is heard, as a file of settings may have it. */
export const keyConflicts = (keymap: Keymap): readonly KeyConflict[] =>
  COMMANDS.flatMap(({ id }, at) =>
    (keymap.get(id) ?? []).flatMap((chord) =>
      conflictsOf(keymap, id, chord)
        .filter((other) => COMMANDS.findIndex((command) => command.id === other) > at)
        .map((other) => ({ chord, first: id, other })),
    ),
  );

/** Controls in which no key is given twice: the command that comes first keeps it; with what the others lost. */
export function withoutConflicts(controls: Controls): {
  readonly controls: Controls;
  readonly dropped: readonly KeyConflict[];
} {
  const dropped = keyConflicts(createKeymap(controls));
  const solved = dropped.reduce((now, { chord, other }) => {
    const left = (createKeymap(now).get(other) ?? []).filter((one) => one !== chord);
    return withKeys(now, other, left);
  }, controls);
  return { controls: solved, dropped };
}

/** The commands whose keys the user changed. */
export const changedCommands = ({ keys }: KeyControls): readonly CommandId[] =>
  Object.keys(keys).filter(isCommand);
