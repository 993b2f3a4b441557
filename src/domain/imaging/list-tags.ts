import type { DicomDataset, DicomElement, Tag } from './dicom-dataset.ts';
import { isPersonal } from './personal-tags.ts';

/** One attribute as it is read by people. */
export interface TagRow {
  readonly tag: Tag;
  /** PS3.6; empty where the dictionary at hand has none. */
  readonly keyword: string;
  readonly vr: string;
  /** Values joined by backslashes as in the file; for sequences and bytes, how many. */
  readonly value: string;
  /** Values that are not sequences. */
  readonly count: number;
  /** How deep in sequences, from 0. */
  readonly depth: number;
  /** May tell who the patient is, or was typed by hand. */
  readonly personal: boolean;
}

/** A value longer than this is cut, and so is a list of tags. */
const MAX_CHARACTERS = 4_000;
const MAX_ROWS = 2_000;
const MAX_DEPTH = 4;

export type Keywords = Readonly<Partial<Record<Tag, string>>>;

/** All attributes of a dataset in the order of their tags, those inside sequences below them. */
export function listTags(dataset: DicomDataset, keywords: Keywords): readonly TagRow[] {
  const rows: TagRow[] = [];
  const add = (items: DicomDataset, depth: number, isInside: boolean): void => {
    for (const [tag, element] of [...items].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      if (rows.length >= MAX_ROWS) return;
      const keyword = keywords[tag] ?? '';
      const personal = isInside || isPersonal(tag, keyword, element.vr);
      const count = element.values.filter((value) => typeof value !== 'object').length;
      rows.push({ tag, keyword, vr: element.vr, value: valueText(element), count, depth, personal });
      if (depth < MAX_DEPTH)
        for (const value of element.values) if (typeof value === 'object') add(value, depth + 1, personal);
    }
  };
  add(dataset, 0, false);
  return rows;
}

function valueText({ values, bytes }: DicomElement): string {
  const plain = values.filter((value) => typeof value !== 'object');
  if (plain.length < values.length) return `[${values.length}]`;
  if (bytes) return `${bytes.length} B`;
  const text = plain.slice(0, MAX_CHARACTERS).join('\\');
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
}

/** Rows whose tag, keyword or value holds the words looked for; values that are hidden are not searched. */
export function findTags(
  rows: readonly TagRow[],
  search: string,
  searchPersonal: boolean,
): readonly TagRow[] {
  const words = search.toLowerCase().replaceAll(/[(),]/g, '').split(/\s+/).filter(Boolean);
  return rows.filter(({ tag, keyword, value, personal }) => {
    const text = `${tag} ${keyword} ${personal && !searchPersonal ? '' : value}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
