import type { DicomDataset, DicomElement, DicomValue, Tag } from '../../domain/imaging/dicom-dataset.ts';
import { isJsonObject, type JsonObject } from './dicom-json.ts';
import { elementOf } from './element-value.ts';

const TAG_CELL = /^\(([0-9a-f]{4}),([0-9a-f]{4})\)$/i;
const ENTITY = /&(amp|lt|gt|quot|apos|rsquo|#39);/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  rsquo: '’',
  '#39': "'",
};

/** The rows of an XNAT ResultSet (`{"ResultSet":{"Result":[…]}}`), where the object is one. */
export function xnatRows(json: JsonObject): readonly unknown[] | undefined {
  const set = json['ResultSet'];
  const rows = isJsonObject(set) ? set['Result'] : undefined;
  return Array.isArray(rows) ? rows : undefined;
}

const textOf = (row: JsonObject, key: string): string => {
  const value = row[key];
  return typeof value === 'string' ? value : '';
};

function tagOf(cell: string): Tag | undefined {
  const match = TAG_CELL.exec(cell.trim());
  return match ? `${match[1]}${match[2]}`.toUpperCase() : undefined;
}

function elementOfRow(row: JsonObject): DicomElement {
  const text = textOf(row, 'value').replaceAll(ENTITY, (_, name: string) => ENTITIES[name] ?? '');
  const vr = textOf(row, 'vr') || 'UN';
  return elementOf(vr, text === '' || vr === 'SQ' ? [] : [text]);
}

/**
 * The dataset of an XNAT header listing. Each row has a tag (`tag1`) and a value; the elements of a sequence
 * follow its own row with the sequence in `tag1` and theirs in `tag2`, all items one after the other:
 * a tag that comes again begins the next item. Sequences inside sequences are flattened away by XNAT.
 */
export function readXnatJson(rows: readonly unknown[]): DicomDataset {
  const dataset = new Map<Tag, DicomElement>();
  const sequences = new Map<Tag, Map<Tag, DicomElement>[]>();
  for (const row of rows) {
    if (!isJsonObject(row)) continue;
    const tag = tagOf(textOf(row, 'tag1'));
    const inner = tagOf(textOf(row, 'tag2'));
    if (tag === undefined) continue;
    if (inner === undefined) dataset.set(tag, elementOfRow(row));
    else if (inner !== tag) addToItem(sequences, tag, inner, elementOfRow(row));
  }
  for (const [tag, items] of sequences) dataset.set(tag, { vr: 'SQ', values: items satisfies DicomValue[] });
  return dataset;
}

function addToItem(
  sequences: Map<Tag, Map<Tag, DicomElement>[]>,
  sequence: Tag,
  tag: Tag,
  element: DicomElement,
): void {
  const items = sequences.get(sequence) ?? [];
  sequences.set(sequence, items);
  const current = items.at(-1);
  if (current && !current.has(tag)) current.set(tag, element);
  else items.push(new Map([[tag, element]]));
}
