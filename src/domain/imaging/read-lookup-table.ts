import type { LookupTable } from './image-attributes.ts';
import { TAG, type DicomDataset, type DicomElement } from './dicom-dataset.ts';
import { numbersOf, textsOf } from './dicom-values.ts';
import { valueIssue, type ImageIssue } from './image-issue.ts';

/** The number 0 stands for 2^16 entries, PS3.3 C.11.1.1.1. */
const MAX_ENTRIES = 2 ** 16;

/** The first and third value of a descriptor: entries, of which 0 are 65,536, and bits of an entry. */
export function declaredEntries(item: DicomDataset): { readonly declared: number; readonly bits: number } {
  const [entryCount = NaN, , bits = NaN] = numbersOf(item, TAG.LUTDescriptor);
  return { declared: entryCount & 0xffff || MAX_ENTRIES, bits };
}

/** A descriptor's second value, of which 16 bits were filed, as signed or unsigned. */
const asFirstMapped = (value: number, signed: boolean): number =>
  signed && value > 0x7fff && value <= 0xffff ? value - 2 ** 16 : value;

/** Entries with eight bits may lie two in a 16-bit word, the first in the low byte. */
const unpackBytes = (words: readonly number[]): number[] =>
  words.flatMap((word) => [word & 0xff, (word >> 8) & 0xff]);

function entriesOfNumbers(values: readonly number[], declared: number, bits: number): number[] {
  const packed = bits <= 8 && declared > 1 && values.length === Math.ceil(declared / 2);
  return packed ? unpackBytes(values) : values.slice(0, declared + 1);
}

function entriesOfBytes(bytes: Uint8Array, declared: number, bits: number): number[] {
  if (bits <= 8 && bytes.length < 2 * declared) return Array.from(bytes.subarray(0, declared + 1));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = Math.min(declared + 1, bytes.length >> 1);
  return Array.from({ length: words }, (_, index) => view.getUint16(2 * index, true));
}

/** LUT Data in whichever form it was filed, at most one entry more than declared; none when one is no number. */
function readEntries(data: DicomElement | undefined, declared: number, bits: number): number[] | undefined {
  if (!data) return undefined;
  if (data.bytes) return entriesOfBytes(data.bytes, declared, bits);
  const filed = data.values.slice(0, MAX_ENTRIES + 1);
  const values = numbersOf(new Map([[TAG.LUTData, { vr: data.vr, values: filed }]]), TAG.LUTData);
  return values.every(Number.isInteger) ? entriesOfNumbers(values, declared, bits) : undefined;
}

/**
 * One item of a Modality LUT or VOI LUT Sequence (PS3.3 C.11.1.1.1, C.11.2.1.1).
 *
 * Tolerated, with an issue: fewer or more entries than the descriptor says (those there are, up to the declared
 * number), and bits that cannot hold the largest entry. Entries of eight bits may fill 16-bit words or bytes.
 *
 * @param signed whether the first mapped value is signed: Pixel Representation is 1, or, for a VOI LUT,
 * the output of the modality transformation can be negative.
 * @returns nothing when there is no usable descriptor or no entry.
 */
export function readLookupTable(
  item: DicomDataset,
  signed: boolean,
  report: (issue: ImageIssue) => void,
): LookupTable | undefined {
  const descriptor = numbersOf(item, TAG.LUTDescriptor);
  const [entryCount = NaN, first = NaN, filedBits = NaN] = descriptor;
  if (!Number.isInteger(entryCount) || !Number.isInteger(first) || Math.abs(first) > 0xffff) {
    report(valueIssue(TAG.LUTDescriptor, descriptor.slice(0, 3).join('\\')));
    return undefined;
  }
  const { declared } = declaredEntries(item);
  const raw = readEntries(item.get(TAG.LUTData), declared, filedBits);
  if (!raw || raw.length === 0) {
    report(valueIssue(TAG.LUTData, ''));
    return undefined;
  }
  const filling = filedBits <= 8 && raw.length === declared + 1 && raw.length % 2 === 0;
  if (raw.length !== declared && !filling) report(valueIssue(TAG.LUTData, raw.length));
  const entries = Uint16Array.from(raw.slice(0, declared));
  const bits = bitsOf(entries, filedBits);
  if (bits !== filedBits) report(valueIssue(TAG.LUTDescriptor, descriptor.slice(0, 3).join('\\')));
  const explanation = textsOf(item, TAG.LUTExplanation)[0] ?? '';
  const missing = declared - entries.length;
  return {
    firstMapped: asFirstMapped(first, signed),
    bits,
    entries,
    explanation,
    ...(missing > 0 && { missing }),
  };
}

/** Bits as filed where they hold every entry, else as many as the largest entry needs. */
function bitsOf(entries: Uint16Array, filed: number): number {
  const needed = Math.max(1, 32 - Math.clz32(entries.reduce((most, entry) => Math.max(most, entry), 0)));
  return Number.isInteger(filed) && filed >= needed && filed <= 16 ? filed : needed;
}
