import type { ListCell } from '../../domain/dataset/rows.ts';
import { isMissing } from './cell.ts';
import { readQuoted } from './quoted-item.ts';

/** A list cell as read, and what was wrong with it. */
export interface ListReading {
  readonly cell: ListCell;
  /** Places in the list, holes and empty items counted. */
  readonly places: number;
  /** truncated: the list never closes. malformed: there is text that belongs to no list. */
  readonly fault?: 'truncated' | 'malformed';
  /** Beginning of the item that a truncated list breaks off in; it is not among the items. */
  readonly cut?: string;
}

interface State {
  readonly text: string;
  at: number;
  depth: number;
  /** Whether there is an item, and whether there was a separator, since the list opened or last separated. */
  filled: boolean;
  separated: boolean;
  nested: boolean;
  malformed: boolean;
  places: number;
  cut?: string;
  readonly items: string[];
  /** Whether each item began with a blank. */
  readonly spaced: boolean[];
  readonly groups: string[][];
}

const isBlank = (letter: string | undefined): boolean => letter !== undefined && /\s/.test(letter);
/** The first public label file has tabs for commas. */
const isSeparator = (letter: string | undefined): boolean => letter === ',' || letter === '\t';
const isBracket = (letter: string | undefined): boolean => letter === '[' || letter === ']';

function open(state: State): void {
  state.depth++;
  if (state.depth === 2) state.groups.push([]);
  state.nested ||= state.depth === 2;
  state.filled = false;
  state.separated = false;
}

function close(state: State): void {
  if (state.separated && !state.filled) state.places++;
  state.depth--;
  state.filled = true;
}

function separate(state: State): void {
  if (!state.filled) state.places++;
  state.filled = false;
  state.separated = true;
}

function add(state: State, item: string): void {
  state.places++;
  state.filled = true;
  const trimmed = item.trim();
  if (state.depth === 1) state.groups.push([]);
  if (trimmed === '') return;
  state.items.push(trimmed);
  state.spaced.push(item.trimStart() !== item);
  state.groups.at(-1)?.push(trimmed);
}

function addQuoted(state: State): void {
  if (state.filled && !isBlank(state.text[state.at - 1])) state.malformed = true;
  const item = readQuoted(state.text, state.at);
  state.at = item.end;
  if (item.closed) add(state, item.value);
  else state.cut = item.value;
}

function addBare(state: State): void {
  const start = state.at;
  while (
    state.at < state.text.length &&
    !isSeparator(state.text[state.at]) &&
    !isBracket(state.text[state.at])
  )
    state.at++;
  const item = state.text.slice(start, state.at);
  if (state.at === state.text.length) state.cut = item;
  else if (state.filled) state.malformed = true;
  else add(state, isMissing(item) ? '' : item);
}

function step(state: State): void {
  const letter = state.text[state.at];
  if (letter === '"' || letter === "'") return addQuoted(state);
  if (!isBlank(letter) && !isSeparator(letter) && !isBracket(letter)) return addBare(state);
  if (letter === '[') open(state);
  else if (letter === ']') close(state);
  else if (isSeparator(letter)) separate(state);
  state.at++;
}

function faultOf(state: State): ListReading['fault'] {
  if (state.depth > 0) return 'truncated';
  const rest = state.text.slice(state.at).trim();
  return state.malformed || (rest !== '' && rest !== '"') ? 'malformed' : undefined;
}

/**
 * Reads a list cell in any published dialect: Python lists of quoted strings, lists with tabs for commas, numpy
 * arrays, unquoted codes with holes, lists of lists. An empty cell and NaN are empty lists. An item that the cell
 * breaks off in is not kept. One pass over the text, nesting counted and not recursed.
 */
export function readListCell(raw: string): ListReading {
  const text = raw.trim();
  if (isMissing(text)) return { cell: { items: [], raw }, places: 0 };
  const state: State = {
    text,
    // A quoted cell whose quote never closes keeps its quote.
    at: text.startsWith('"[') ? 1 : 0,
    depth: 0,
    filled: false,
    separated: false,
    nested: false,
    malformed: false,
    places: 0,
    items: [],
    spaced: [],
    groups: [],
  };
  if (text[state.at] === '[')
    do step(state);
    while (state.depth > 0 && state.at < text.length);
  const fault = faultOf(state);
  const later = state.spaced.slice(1);
  const differ = later.includes(true) && later.includes(false);
  const cell = {
    items: state.items,
    ...(state.nested && { groups: state.groups }),
    ...(differ && { spaced: state.spaced }),
    raw,
  };
  return {
    cell,
    places: state.places,
    ...(fault !== undefined && { fault }),
    ...(state.cut !== undefined && { cut: state.cut }),
  };
}
