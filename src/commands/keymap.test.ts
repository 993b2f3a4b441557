import { describe, expect, test } from 'vitest';
import { DEFAULT_CONTROLS, SCHEMES, type Controls } from '../domain/controls/controls.ts';
import { isChord } from '../domain/controls/chord.ts';
import {
  changedCommands,
  commandsFor,
  conflictsOf,
  createKeymap,
  keyConflicts,
  lostKeys,
  withKeys,
  withMovedKeys,
  withoutConflicts,
  withSchemeKeys,
} from './keymap.ts';
import { COMMANDS, type CommandId } from './registry.ts';
import { SCHEME_KEYS } from './schemes.ts';

const withOwn = (keys: Controls['keys']): Controls => ({ ...DEFAULT_CONTROLS, keys });
const called = (controls: Controls, chord: string, context: 'reading' | 'library' = 'reading') =>
  commandsFor(createKeymap(controls), chord, context).map(({ id }) => id);

describe.each(SCHEMES)('the keys of %s', (scheme) => {
  const keymap = createKeymap({ scheme, keys: {} });

  test('are chords, and none is given twice where it is heard', () => {
    for (const [id, chords] of keymap) expect(chords.every(isChord), id).toBe(true);
    expect(keyConflicts(keymap)).toEqual([]);
  });

  test('are those that are written down', () => {
    for (const command of COMMANDS)
      expect(keymap.get(command.id)).toEqual(SCHEME_KEYS[scheme][command.id] ?? command.keys);
  });
});

test('the reading keys are OHIF’s with Weasis’s additions', () => {
  const keymap = createKeymap(DEFAULT_CONTROLS);
  const habits: Readonly<Partial<Record<CommandId, string>>> = {
    'tool-zoom': 'z',
    'zoom-in': '+',
    'zoom-out': '-',
    fit: '=',
    'rotate-right': 'r',
    'rotate-left': 'l',
    'flip-horizontal': 'h',
    'flip-vertical': 'v',
    invert: 'i',
    reset: 'Space',
    'next-viewport': 'ArrowRight',
    'previous-viewport': 'ArrowLeft',
    'next-slice': 'ArrowDown',
    'previous-slice': 'ArrowUp',
    'first-slice': 'Home',
    'last-slice': 'End',
    'previous-series': 'PageUp',
    'next-series': 'PageDown',
    'preset-1': '1',
    'preset-2': '2',
    'preset-3': '3',
    'preset-4': '4',
    'preset-5': '5',
    cancel: 'Escape',
    'full-screen': 'F11',
    'next-session': 'ctrl+ArrowRight',
    'previous-session': 'ctrl+ArrowLeft',
    'next-patient': 'ctrl+ArrowDown',
    'previous-patient': 'ctrl+ArrowUp',
    'ten-slices-on': 'shift+ArrowDown',
    'ten-slices-back': 'shift+ArrowUp',
    help: '?',
  };
  expect(Object.fromEntries(Object.keys(habits).map((id) => [id, keymap.get(id as CommandId)?.[0]]))).toEqual(
    habits,
  );
});

test('Weasis’s letters choose the tools', () => {
  const keymap = createKeymap({ scheme: 'weasis', keys: {} });
  const tools = (['tool-window', 'tool-pan', 'tool-zoom', 'tool-scroll', 'tool-crosshair'] as const).map(
    (id) => keymap.get(id),
  );
  expect(tools).toEqual([['w'], ['t'], ['z'], ['s'], ['h']]);
});

describe('changing keys', () => {
  test('a command gets other keys, several, or none', () => {
    expect(called(withKeys(DEFAULT_CONTROLS, 'invert', ['q', 'F2']), 'F2')).toEqual(['invert']);
    expect(called(withKeys(DEFAULT_CONTROLS, 'invert', ['q']), 'i')).toEqual([]);
    expect(createKeymap(withKeys(DEFAULT_CONTROLS, 'invert', [])).get('invert')).toEqual([]);
  });

  test('what is as in the scheme is not kept as a change', () => {
    const changed = withKeys(DEFAULT_CONTROLS, 'invert', ['q']);
    expect(changedCommands(changed)).toEqual(['invert']);
    expect(withKeys(changed, 'invert', ['i'])).toEqual(DEFAULT_CONTROLS);
  });

  test('a key that is taken where the command is heard is found, elsewhere it is free', () => {
    const keymap = createKeymap(DEFAULT_CONTROLS);
    expect(conflictsOf(keymap, 'invert', 'v')).toEqual(['flip-vertical']);
    expect(conflictsOf(keymap, 'invert', 'i')).toEqual([]);
    // The search belongs to the library, where nothing is inverted.
    expect(conflictsOf(keymap, 'invert', '/')).toEqual([]);
    expect(conflictsOf(keymap, 'help', '/')).toEqual(['search']);
    expect(conflictsOf(keymap, 'invert', 'Escape')).toEqual([]);
  });

  test('a key that is moved is gone from where it was', () => {
    const moved = withMovedKeys(DEFAULT_CONTROLS, 'invert', ['v', 'i']);
    expect(called(moved, 'v')).toEqual(['invert']);
    expect(createKeymap(moved).get('flip-vertical')).toEqual([]);
    expect(keyConflicts(createKeymap(moved))).toEqual([]);
  });

  test('the keys of the scheme come back, from whoever has them', () => {
    const moved = withMovedKeys(DEFAULT_CONTROLS, 'invert', ['v']);
    const back = withSchemeKeys(moved, 'flip-vertical');
    expect(called(back, 'v')).toEqual(['flip-vertical']);
    expect(createKeymap(back).get('invert')).toEqual([]);
    expect(withSchemeKeys(back, 'invert')).toEqual(DEFAULT_CONTROLS);
  });

  test('a key of the user is no longer the scheme’s key of another command', () => {
    // As when a newer version gives a key that was free.
    expect(called(withOwn({ invert: ['v'] }), 'v')).toEqual(['invert']);
    expect(createKeymap(withOwn({ invert: ['v'] })).get('flip-vertical')).toEqual([]);
  });

  test('a command that yields keeps its keys and comes first', () => {
    expect(createKeymap(withOwn({ cancel: ['q'] })).get('cancel')).toEqual(['Escape']);
    expect(called({ ...DEFAULT_CONTROLS, scheme: 'weasis' }, 'Escape')).toEqual(['cancel', 'reset']);
  });
});

test('controls from elsewhere that give a key twice leave it to the first command, and say so', () => {
  const twice = withOwn({ invert: ['q'], reorient: ['q', 'F2'], 'from-the-future': ['q'] });
  expect(keyConflicts(createKeymap(twice))).toEqual([{ chord: 'q', first: 'invert', other: 'reorient' }]);
  const { controls, dropped } = withoutConflicts(twice);
  expect(dropped).toHaveLength(1);
  expect(controls.keys).toEqual({ invert: ['q'], reorient: ['F2'], 'from-the-future': ['q'] });
  expect(keyConflicts(createKeymap(controls))).toEqual([]);
});

test('what others lose to a command is told before it is taken', () => {
  const taken = withMovedKeys(DEFAULT_CONTROLS, 'invert', ['i', 'n']);
  expect(lostKeys(DEFAULT_CONTROLS, taken, 'invert')).toEqual([{ chord: 'n', from: 'next-case' }]);
  expect(lostKeys(taken, withSchemeKeys(taken, 'next-case'), 'next-case')).toEqual([
    { chord: 'n', from: 'invert' },
  ]);
  expect(lostKeys(DEFAULT_CONTROLS, withMovedKeys(DEFAULT_CONTROLS, 'invert', ['F2']), 'invert')).toEqual([]);
});

test('a number may be a preset of CT and a choice of films, which are never in front at once', () => {
  const keymap = createKeymap(DEFAULT_CONTROLS);
  expect(commandsFor(keymap, '1', 'reading').map(({ id }) => id)).toEqual(['preset-1', 'voi-lut']);
  expect(conflictsOf(keymap, 'voi-lut', '1')).toEqual([]);
  expect(conflictsOf(keymap, 'voi-lut', 'n')).toEqual(['next-case']);
});
