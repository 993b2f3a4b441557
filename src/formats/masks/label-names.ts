import type { Finding } from '../../domain/issues.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { readDelimited } from '../tables/delimited.ts';

/** Label value → name as filed, trimmed. */
export type LabelNames = ReadonlyMap<number, string>;

/** The longest list of names that is read, in characters; every value of a 16-bit mask fits in. */
const MAX_CHARACTERS = 2 ** 22;

const VALUE_KEYS = ['value', 'index', 'id'];
const NAME_KEYS = ['label', 'name'];

/**
 * Reads the names of a mask's labels from the text beside it. JSON: `{"1": "consolidation"}`, the same or a
 * list under `labels`, or a list of objects with a value (`value`, `index` or `id`) and a name (`label` or
 * `name`). A table, tabs or commas: columns of those names, as in the `_dseg.tsv` files of BIDS. Entries
 * without a usable value or name are passed over; of equal values the last counts.
 *
 * Fails with MASK_NAMES for text that begins as JSON and is not, or when there is no name in it.
 */
export function parseLabelNames(text: string): Result<LabelNames, Finding> {
  if (text.length > MAX_CHARACTERS) return fail({ code: 'MASK_NAMES' });
  const content = text.replace(/^\ufeff/, '');
  return /^\s*[{[]/.test(content) ? fromJson(content) : fromTable(content);
}

function fromJson(text: string): Result<LabelNames, Finding> {
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
  const names = namesOf(entries);
  return names.size > 0 ? ok(names) : fail({ code: 'MASK_NAMES' });
}

function fromTable(text: string): Result<LabelNames, Finding> {
  const { columns, rows } = readDelimited(text);
  const [value, name] = [VALUE_KEYS, NAME_KEYS].map((keys) =>
    columns.findIndex((column) => keys.includes(column)),
  );
  const names = namesOf(rows.map(({ cells }) => [cells[value ?? -1], cells[name ?? -1]] as const));
  return names.size > 0 ? ok(names) : fail({ code: 'MASK_NAMES' });
}

function namesOf(entries: Iterable<readonly [value: unknown, name: unknown]>): LabelNames {
  const names = new Map<number, string>();
  for (const [filed, name] of entries) {
    const value = labelValue(filed);
    if (value !== undefined && typeof name === 'string' && name.trim() !== '') names.set(value, name.trim());
  }
  return names;
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
