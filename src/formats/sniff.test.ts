import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniff } from './sniff.ts';

const text = (content: string) => new TextEncoder().encode(content);
const hex = (digits: string) => new Uint8Array(Buffer.from(digits.replaceAll(' ', ''), 'hex'));
const padded = (bytes: Uint8Array, length = 544) => {
  const out = new Uint8Array(Math.max(length, bytes.length));
  out.set(bytes);
  return out;
};
const at = (offset: number, bytes: Uint8Array, length = 544) => {
  const out = new Uint8Array(length);
  out.set(bytes, offset);
  return out;
};
const nifti = (start: string, magicAt: number, magic: string) => {
  const head = padded(hex(start));
  head.set(text(magic), magicAt);
  return head;
};

describe('sniff', () => {
  it.each([
    ['nothing', new Uint8Array(0), 'empty'],
    ['a DICOM preamble', at(128, text('DICM')), 'dicom'],
    [
      'a DICOM preamble over a TIFF header',
      at(128, text('DICM')).with(0, 0x49).with(1, 0x49).with(2, 0x2a),
      'dicom',
    ],
    [
      'meta information without preamble',
      padded(hex('02000000 554c0400 b2000000 02000100 4f420000 02000000')),
      'dicom',
    ],
    [
      'an explicit data set',
      padded(hex('08000500 43530a00 49534f5f4952203130 30 08000800 43530400')),
      'dicom',
    ],
    [
      'a big endian data set',
      padded(hex('00080005 4353000a 49534f5f4952203130 30 00080008 43530004')),
      'dicom',
    ],
    [
      'an implicit data set',
      padded(hex('08000500 0a000000 49534f5f4952203130 30 08000800 04000000 4f524947')),
      'dicom',
    ],
    ['a PNG', padded(hex('89504e470d0a1a0a 0000000d')), 'png'],
    ['a JPEG', padded(hex('ffd8ffe0 00104a464946')), 'jpeg'],
    ['gzip', padded(hex('1f8b0808')), 'gzip'],
    ['a little endian TIFF', padded(hex('49492a00 08000000')), 'tiff'],
    ['a big endian TIFF', padded(hex('4d4d002a 00000008')), 'tiff'],
    ['a zip archive', padded(hex('504b0304 1400')), 'zip'],
    ['a PDF', padded(text('%PDF-1.7\n')), 'pdf'],
    ['NIfTI-1', nifti('5c010000', 344, 'n+1\0'), 'nifti'],
    ['big endian NIfTI-1', nifti('0000015c', 344, 'n+1\0'), 'nifti'],
    ['a NIfTI-1 header of a pair', nifti('5c010000', 344, 'ni1\0'), 'nifti'],
    ['NIfTI-2', nifti('1c020000', 4, 'n+2\0\r\n\x1a\n'), 'nifti'],
    ['a sidecar', text('{"00080060": {"Value": ["DX"], "vr": "CS"}}'), 'json'],
    ['an indented sidecar with a byte-order mark', text('\ufeff{\r\n  "ResultSet": {'), 'json'],
    ['a JSON list', text(' [ { "value": 1 } ]'), 'json'],
    ['an empty JSON object', text('{}'), 'json'],
    ['a table', text("participant\tmodality_dicom\nsub-S03999\t['CR']\n"), 'text'],
    ['Latin-1 text', Uint8Array.from([0x74, 0xf3, 0x72, 0x61, 0x78, 0x0d, 0x0a]), 'text'],
    ['UTF-16 text', Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x62, 0]), 'text'],
    ['a Python list', text("['increased density', 'loc basal']"), 'text'],
    ['a section of settings', text('[remote]\nurl = x\n'), 'text'],
    ['braces that are not JSON', text('{ body: red }'), 'text'],
    [
      'an archive listing',
      text('-rw-r--r-- root/root 8123456 2020-10-02 11:20 covid19_posi/x.png\n'),
      'text',
    ],
    ['zeros', new Uint8Array(544), 'unknown'],
    ['an Analyze 7.5 header', padded(hex('5c010000')), 'unknown'],
    ['a PNG signature without its last byte', hex('89504e470d0a1a'), 'unknown'],
  ] as const)('knows %s', (_, head, kind) => {
    expect(sniff(Uint8Array.from(head))).toBe(kind);
  });

  it.each([
    ['a second element before the first', '08000800 43530400 4f524947 08000500 43530a00'],
    ['a VR that does not exist', '08000500 58580a00 49534f5f4952203130 30 08000800 43530400'],
    ['another first group', '10000500 43530a00 49534f5f4952203130 30 10000800 43530400'],
    ['a first value of 2 GB', '08000500 55540000 00000080 08000800 43530400'],
    ['implicit meta information', '02000000 04000000 b2000000 02000100 02000000'],
    ['records of small numbers', '08000000 08000000 08000000 08000000 08000000 08000000'],
    ['numbers that count up by 1', '08000900 0a000b00 0c000d00 0e000f00 10001100 12001300 14001500'],
  ])('does not take %s for DICOM', (_, digits) => {
    expect(sniff(padded(hex(digits)))).toBe('unknown');
  });

  it('does not take random bytes for DICOM, nor text for anything else', () => {
    const opening = fc.constantFrom('0800', '0008', '0200', '');
    fc.assert(
      fc.property(opening, fc.uint8Array({ minLength: 100, maxLength: 544 }), (start, bytes) => {
        expect(sniff(new Uint8Array([...hex(start), ...bytes]))).not.toBe('dicom');
      }),
      { numRuns: 3000, seed: 5 },
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z\t\n ,.áéñ-]{1,200}$/), (content) => {
        expect(sniff(text(content))).toBe('text');
      }),
    );
  });
});
