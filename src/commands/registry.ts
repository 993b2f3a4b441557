import type { Messages } from '../i18n/messages/en.ts';

/** Where a key is heard; a key may mean something else in another context. */
export type CommandContext = 'reading' | 'library' | 'health';

const CONTEXTS: readonly CommandContext[] = ['reading', 'library', 'health'];

export type CommandId = keyof Messages['keys']['commands'];
export type CommandGroup = keyof Messages['keys']['groups'];

export interface Command {
  readonly id: CommandId;
  readonly group: CommandGroup;
  readonly contexts: readonly CommandContext[];
  /** Chords that call it in the scheme of OHIF, the first one is shown; see `domain/controls/chord.ts`. */
  readonly keys: readonly string[];
  /** Images that it is for; a key may mean something else on the others. */
  readonly images?: 'ct' | 'others';
  /** Its keys are heard while the user types, too. */
  readonly everywhere?: boolean;
  /** Whoever shares its keys has them whenever it has nothing to do; its keys stay as they are. */
  readonly yields?: boolean;
}

const reading = (id: CommandId, group: CommandGroup, ...keys: readonly string[]): Command => ({
  id,
  group,
  contexts: ['reading'],
  keys,
});

const ofCt = (command: Command): Command => ({ ...command, images: 'ct' });
const ofOthers = (command: Command): Command => ({ ...command, images: 'others' });

/** Heard on every page, while the user types, too. */
const everyPage = (id: CommandId, group: CommandGroup, ...keys: readonly string[]): Command => ({
  id,
  group,
  contexts: CONTEXTS,
  keys,
  everywhere: true,
});

/** Every action of the pages: OHIF's keys, with Weasis's additions. Actions without a key are in the palette alone. */
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
  reading('tool-window', 'tools', 'shift+w'),
  reading('tool-zoom', 'tools', 'z'),
  reading('tool-pan', 'tools', 'shift+p'),
  reading('tool-scroll', 'tools', 'shift+s'),
  reading('tool-crosshair', 'tools', 'shift+x'),
  { ...reading('cancel', 'tools', 'Escape'), yields: true },
  reading('invert', 'image', 'i'),
  reading('rotate-right', 'image', 'r'),
  reading('rotate-left', 'image', 'l'),
  reading('flip-horizontal', 'image', 'h'),
  reading('flip-vertical', 'image', 'v'),
  reading('fit', 'image', '='),
  reading('actual-size', 'image', 'u'),
  reading('zoom-in', 'image', '+'),
  reading('zoom-out', 'image', '-'),
  reading('reset', 'image', 'Space'),
  ofCt(reading('preset-1', 'window', '1')),
  ofCt(reading('preset-2', 'window', '2')),
  ofCt(reading('preset-3', 'window', '3')),
  ofCt(reading('preset-4', 'window', '4')),
  ofCt(reading('preset-5', 'window', '5')),
  ofCt(reading('preset-6', 'window', '6')),
  reading('as-filed', 'window', '0'),
  ofOthers(reading('voi-lut', 'window', '1')),
  ofOthers(reading('voi-percentile', 'window', '2')),
  reading('window-narrower', 'window', '<'),
  reading('window-wider', 'window', '>'),
  reading('measure-length', 'measure', 'shift+l'),
  reading('measure-bidirectional', 'measure', 'shift+b'),
  reading('measure-angle', 'measure', 'shift+a'),
  reading('measure-cobb', 'measure', 'shift+c'),
  reading('measure-rectangle', 'measure', 'shift+r'),
  reading('measure-ellipse', 'measure', 'shift+e'),
  reading('measure-freehand', 'measure', 'shift+f'),
  reading('measure-probe', 'measure', 'shift+v'),
  reading('measure-arrow', 'measure', 'shift+t'),
  reading('measure-calibration', 'measure', 'shift+u'),
  reading('measure-ctr', 'measure', 'shift+h'),
  reading('region-window', 'measure', 'shift+g'),
  reading('magnifier', 'measure', 'shift+m'),
  reading('place-mark', 'measure', 'Enter'),
  reading('delete-mark', 'measure', 'Backspace', 'Delete'),
  reading('undo', 'measure', 'ctrl+z'),
  reading('redo', 'measure', 'ctrl+y', 'ctrl+shift+z'),
  reading('toggle-marks', 'measure', 'shift+q'),
  reading('key-image', 'image', 'k'),
  reading('capture', 'image', 'ctrl+s'),
  reading('next-stage', 'show', '.'),
  reading('previous-stage', 'show', ','),
  { ...reading('play', 'show', 'Space'), yields: true },
  { ...reading('next-film', 'show', 'ArrowDown'), yields: true },
  { ...reading('previous-film', 'show', 'ArrowUp'), yields: true },
  reading('layout-1', 'show', '7'),
  reading('layout-2', 'show', '8'),
  reading('layout-4', 'show', '9'),
  reading('toggle-mpr', 'show', 'p'),
  reading('toggle-one', 'show', 'f'),
  reading('toggle-labels', 'show', 't'),
  reading('toggle-guide', 'show', 'a'),
  reading('toggle-masks', 'show', 'm'),
  reading('blink-masks', 'show', 'x'),
  reading('toggle-corner-text', 'show', 'o'),
  reading('toggle-file-overlays', 'show', 'shift+o'),
  reading('toggle-reference-lines', 'show', 'e'),
  reading('toggle-linked-scroll', 'show', 's'),
  reading('toggle-linked-view', 'show', 'c'),
  reading('toggle-linked-window', 'show', 'j'),
  reading('side-by-side', 'show', 'w'),
  reading('reorient', 'show', 'd'),
  everyPage('palette', 'go', 'ctrl+k'),
  everyPage('go-start', 'go'),
  { ...everyPage('go-library', 'go'), contexts: ['library', 'health'] },
  everyPage('go-masks', 'go'),
  everyPage('go-health', 'go'),
  { id: 'second-window', group: 'go', contexts: ['library', 'reading'], keys: ['alt+w'] },
  { id: 'search', group: 'library', contexts: ['library'], keys: ['/'] },
  everyPage('next-region', 'go', 'F6'),
  everyPage('previous-region', 'go', 'shift+F6'),
  everyPage('full-screen', 'go', 'F11'),
  { ...everyPage('tour', 'go', 'g'), everywhere: false },
  { ...everyPage('help', 'go', '?'), everywhere: false },
  everyPage('settings', 'settings', 'ctrl+,'),
  everyPage('check-pattern', 'settings'),
  everyPage('language', 'settings'),
  everyPage('theme-page', 'settings'),
  everyPage('theme-dark', 'settings'),
  everyPage('theme-light', 'settings'),
];

export const isCommand = (id: string): id is CommandId => COMMANDS.some((command) => command.id === id);
