import { describe, expect, test } from 'vitest';
import { TAG, type DicomElement, type DicomValue } from './dicom-dataset.ts';
import type { ImageIssue } from './image-issue.ts';
import { readLookupTable } from './read-lookup-table.ts';
import { datasetOf } from './test-attributes.ts';

function read(descriptor: readonly DicomValue[], data: readonly DicomValue[] | DicomElement, signed = false) {
  const issues: ImageIssue[] = [];
  const item = datasetOf({ LUTDescriptor: descriptor, LUTData: data, LUTExplanation: ['NORMAL'] });
  const table = readLookupTable(item, signed, (issue) => issues.push(issue));
  return { table, entries: table && Array.from(table.entries), issues };
}

const bytes = (...values: number[]): DicomElement => ({
  vr: 'OW',
  values: [],
  bytes: Uint8Array.from(values),
});
const dataIssue = (value: string | number) => ({ code: 'SIDECAR_VALUE', facts: { tag: TAG.LUTData, value } });
const descriptorIssue = (value: string) => ({
  code: 'SIDECAR_VALUE',
  facts: { tag: TAG.LUTDescriptor, value },
});

describe('a lookup table', () => {
  test('is read from numbers', () => {
    expect(read([3, 100, 12], [0, 2000, 4095])).toEqual({
      table: { firstMapped: 100, bits: 12, entries: Uint16Array.of(0, 2000, 4095), explanation: 'NORMAL' },
      entries: [0, 2000, 4095],
      issues: [],
    });
  });

  test('is read from 16-bit little endian words', () => {
    expect(read([3, 0, 16], bytes(0x01, 0x00, 0x34, 0x12, 0xff, 0xff))).toMatchObject({
      entries: [1, 0x1234, 0xffff],
      issues: [],
    });
  });

  test('is read from words at an odd place of a buffer', () => {
    const shifted = Uint8Array.of(9, 0x01, 0x00, 0x00, 0x80).subarray(1);
    expect(read([2, 0, 16], { vr: 'OW', values: [], bytes: shifted }).entries).toEqual([1, 0x8000]);
  });

  test('with eight bits is read from words, from bytes, and from words that hold two of them', () => {
    expect(read([4, 0, 8], bytes(10, 0, 20, 0, 30, 0, 255, 0)).entries).toEqual([10, 20, 30, 255]);
    expect(read([4, 0, 8], bytes(10, 20, 30, 255)).entries).toEqual([10, 20, 30, 255]);
    expect(read([4, 0, 8], [10 + 20 * 256, 30 + 255 * 256]).entries).toEqual([10, 20, 30, 255]);
  });

  test('with an odd number of bytes may have one to fill up', () => {
    expect(read([3, 0, 8], bytes(1, 2, 255, 0))).toMatchObject({ entries: [1, 2, 255], issues: [] });
    expect(read([3, 0, 8], [1 + 2 * 256, 255])).toMatchObject({ entries: [1, 2, 255], issues: [] });
  });

  test('of 0 entries has 65,536', () => {
    const values = Array.from({ length: 65_536 }, (_, index) => index);
    const { table, issues } = read([0, 0, 16], values);
    expect(table?.entries.length).toBe(65_536);
    expect(table?.entries[65_535]).toBe(65_535);
    expect(issues).toEqual([]);
  });

  test('maps its first value with the sign of its input', () => {
    expect(read([2, 0xfc00, 12], [0, 4095], true).table?.firstMapped).toBe(-1024);
    expect(read([2, 0xfc00, 12], [0, 4095], false).table?.firstMapped).toBe(0xfc00);
    expect(read([2, 0x8000, 12], [0, 4095], true).table?.firstMapped).toBe(-32_768);
    expect(read([2, 0x7fff, 12], [0, 4095], true).table?.firstMapped).toBe(32_767);
    expect(read([2, -1024, 12], [0, 4095], false).table?.firstMapped).toBe(-1024);
  });

  test('that is shorter than it says keeps what is there', () => {
    expect(read([5, 0, 12], [1, 2, 4095])).toMatchObject({ entries: [1, 2, 4095], issues: [dataIssue(3)] });
    expect(read([5, 0, 12], [1, 2, 4095]).table?.missing).toBe(2);
    expect(read([3, 0, 12], [1, 2, 4095]).table?.missing).toBeUndefined();
    expect(read([4, 0, 16], bytes(1, 0, 0xff, 0xff, 7))).toMatchObject({
      entries: [1, 0xffff],
      issues: [dataIssue(2)],
    });
  });

  test('that is longer than it says keeps as many as it says', () => {
    expect(read([2, 0, 12], [1, 4095, 3, 4])).toMatchObject({ entries: [1, 4095], issues: [dataIssue(3)] });
  });

  test('with entries that its bits cannot hold gets bits that do', () => {
    const { table, issues } = read([2, 0, 8], [0, 1023]);
    expect(table?.bits).toBe(10);
    expect(issues).toEqual([descriptorIssue('2\\0\\8')]);
  });

  test('with impossible bits gets as many as its entries need', () => {
    expect(read([2, 0, 0], [0, 4095]).table?.bits).toBe(12);
    expect(read([2, 0, 40], [0, 4095]).table?.bits).toBe(12);
    expect(read([2, 0], [0, 4095]).table?.bits).toBe(12);
  });

  test.each([
    ['no descriptor', [], [1, 2], descriptorIssue('')],
    ['a descriptor of words', ['a', 'b', 'c'], [1, 2], descriptorIssue('NaN\\NaN\\NaN')],
    ['a first value beyond 16 bits', [2, 1e9, 12], [1, 2], descriptorIssue('2\\1000000000\\12')],
    ['no entries', [2, 0, 12], [], dataIssue('')],
    ['entries that are no numbers', [2, 0, 12], [1, 'x'], dataIssue('')],
  ] as const)('with %s is none', (_, descriptor, data, issue) => {
    expect(read(descriptor, data)).toEqual({ table: undefined, entries: undefined, issues: [issue] });
  });
});
