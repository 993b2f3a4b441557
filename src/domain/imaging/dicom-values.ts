import type { DicomDataset, DicomValue, Tag } from './dicom-dataset.ts';
import { NUMERIC_VRS } from './dicom-dictionary.ts';

/** Sequences in sequences are read to this depth; deeper ones are left out. */
export const MAX_SEQUENCE_DEPTH = 16;

/** Numbers are short, PS3.5 section 6.2 (DS: 16 characters); longer text is none. */
const MAX_NUMBER_LENGTH = 64;
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The finite number a decimal text stands for (VR DS or IS, PS3.5 table 6.2-1); NaN for any other text. */
export function parseDecimal(text: string): number {
  const trimmed = text.trim();
  if (trimmed.length > MAX_NUMBER_LENGTH || !DECIMAL.test(trimmed)) return NaN;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : NaN;
}

/** VRs of one text, in which `\\` is a character (PS3.5 section 6.2). */
const SINGLE_TEXT_VRS: ReadonlySet<string> = new Set(['LT', 'ST', 'UT', 'UR']);

/**
 * The values of a text as its VR divides them (PS3.5 section 6.4): numbers for numeric VRs, where the text is
 * one, else texts without the spaces around them.
 */
export function valuesOfText(vr: string, text: string): readonly (string | number)[] {
  if (SINGLE_TEXT_VRS.has(vr)) return [text];
  const parts = text.split('\\').map((part) => part.trim());
  if (!NUMERIC_VRS.has(vr)) return parts;
  return parts.map((part) => {
    const value = parseDecimal(part);
    return Number.isNaN(value) ? part : value;
  });
}

const textsOfValue = (value: DicomValue): readonly string[] => {
  if (typeof value === 'string') return value.split('\\').map((text) => text.trim());
  return typeof value === 'number' ? [String(value)] : [];
};

const numbersOfValue = (value: DicomValue): readonly number[] => {
  if (typeof value === 'number') return [Number.isFinite(value) ? value : NaN];
  return typeof value === 'string' ? value.split('\\').map(parseDecimal) : [];
};

/**
 * The values of an attribute as texts, whatever its VR says; a text joined by `\` counts as several
 * (PS3.5 section 6.4). Empty for an attribute that is missing or without value.
 */
export const textsOf = (dataset: DicomDataset, tag: Tag): readonly string[] =>
  dataset.get(tag)?.values.flatMap(textsOfValue) ?? [];

/** The values of an attribute as numbers, in their places; NaN where a value is none. */
export const numbersOf = (dataset: DicomDataset, tag: Tag): readonly number[] =>
  dataset.get(tag)?.values.flatMap(numbersOfValue) ?? [];

/** The items of a sequence. */
export const itemsOf = (dataset: DicomDataset, tag: Tag): readonly DicomDataset[] =>
  dataset.get(tag)?.values.filter((value) => typeof value === 'object') ?? [];
