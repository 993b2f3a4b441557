import type { Finding } from '../../domain/issues.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { rgbOfHex, type Rgb } from '../../domain/segmentation/colour.ts';
import { readDelimited } from '../tables/delimited.ts';

/** Label value → name as filed, trimmed. */
export type LabelNames = ReadonlyMap<number, string>;

/** What a file beside a mask says of its labels. */
export interface LabelTable {
  readonly names: LabelNames;
  /** Where a table has a column `color` of `#rrggbb`, as the `_dseg.tsv` files of BIDS. */
  readonly colours: ReadonlyMap<number, Rgb>;
}

/** The longest list of names that is read, in characters; every value of a 16-bit mask fits in. */
const MAX_CHARACTERS = 2 ** 22;

const VALUE_KEYS = ['value', 'index', 'id'];
const NAME_KEYS = ['label', 'name'];
const COLOUR_KEYS = ['color', 'colour'];

/**
 * Reads the names of a mask's labels from the text beside it. JSON: `{"1": "consolidation"}`, the same or a
 * list under `labels`, or a list of objects with a value (`value`, `index` or `id`) and a name (`label` or
 * `name`). A table, tabs or commas: columns of those names, as in the `_dseg.tsv` files of BIDS. Entries
 * without a usable value or name are passed over; of equal values the last counts.
 *
 * Fails with MASK_NAMES for text that begins as JSON and is not, or when there is no name in it.
 */
export function parseLabelNames(text: string): Result<LabelTable, Finding> {
  if (text.length > MAX_CHARACTERS) return fail({ code: 'MASK_NAMES' });
  const content = text.replace(/^\ufeff/, '');
  return /^\s*[{[]/.test(content) ? fromJson(content) : fromTable(content);
}

function fromJson(text: string): Result<LabelTable, Finding> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail({ code: 'MASK_NAMES' });
  }
  const filed = isObject(json) && isObject(json['labels']) ? json['labels'] : json;
  if (!isObject(filed)) return fail({ code: 'MASK_NAMES' });
  const entries = Array.isArray(filed)
    ? filed.filter(isObject).map((entry) => [firstOf(entry, VALUE_KEYS), firstOf(entry, NAME_KEYS)] as const)
    : Object.entries(filed);
  const colours = Array.isArray(filed)
    ? filed
        .filter(isObject)
        .map((entry) => [firstOf(entry, VALUE_KEYS), firstOf(entry, COLOUR_KEYS)] as const)
    : [];
  return tableOf(entries, colours);
}

function fromTable(text: string): Result<LabelTable, Finding> {
  const { columns, rows } = readDelimited(text);
  const [value = -1, name = -1, colour = -1] = [VALUE_KEYS, NAME_KEYS, COLOUR_KEYS].map((keys) =>
    columns.findIndex((column) => keys.includes(column)),
  );
  return tableOf(
    rows.map(({ cells }) => [cells[value], cells[name]] as const),
    rows.map(({ cells }) => [cells[value], cells[colour]] as const),
  );
}

type Entries = Iterable<readonly [value: unknown, filed: unknown]>;

function tableOf(named: Entries, coloured: Entries): Result<LabelTable, Finding> {
  const names = new Map<number, string>();
  for (const [filed, name] of named) {
    const value = labelValue(filed);
    if (value !== undefined && typeof name === 'string' && name.trim() !== '') names.set(value, name.trim());
  }
  if (names.size === 0) return fail({ code: 'MASK_NAMES' });
  const colours = new Map<number, Rgb>();
  for (const [filed, colour] of coloured) {
    const value = labelValue(filed);
    const rgb = typeof colour === 'string' ? rgbOfHex(colour) : undefined;
    if (value !== undefined && rgb) colours.set(value, rgb);
  }
  return ok({ names, colours });
}

/** A whole number that a 16-bit mask can hold. */
function labelValue(filed: unknown): number | undefined {
  const value = typeof filed === 'string' && /^\s*\d{1,5}(\.0*)?\s*$/.test(filed) ? Number(filed) : filed;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65535
    ? value
    : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const firstOf = (entry: Readonly<Record<string, unknown>>, keys: readonly string[]): unknown =>
  keys.map((key) => entry[key]).find((value) => value !== undefined);
