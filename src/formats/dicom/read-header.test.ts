import { deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TAG } from '../../domain/imaging/dicom-dataset.ts';
import { readImageAttributes } from '../../domain/imaging/read-image-attributes.ts';
import { readDicomHeader } from './read-header.ts';
import {
  element,
  fileHead,
  item,
  itemEnd,
  joined,
  latin1,
  sequenceEnd,
  UNDEFINED_LENGTH,
  words,
} from './test-dicom.ts';
import {
  DEFLATED_EXPLICIT_LITTLE_ENDIAN,
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
  type Encoding,
} from './transfer-syntax.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const signal = new AbortController().signal;

const attempt = (bytes: Bytes, fileSize = bytes.length) => readDicomHeader(bytes, fileSize, signal);
const read = async (bytes: Bytes, fileSize = bytes.length) => {
  const result = attempt(bytes, fileSize);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const EXPLICIT: Encoding = { explicit: true, littleEndian: true };
const IMPLICIT: Encoding = { explicit: false, littleEndian: true };
const BIG: Encoding = { explicit: true, littleEndian: false };

/** A small film with a VOI LUT of four entries and 2 × 2 pixels, in whichever encoding. */
function film(encoding: Encoding): Bytes {
  const little = encoding.littleEndian;
  const us = (tag: string, ...values: number[]) => element(tag, 'US', words(2, values, little), encoding);
  const lut = joined(
    us(TAG.LUTDescriptor, 4, 0, 12),
    element(TAG.LUTData, 'OW', words(2, [0, 1000, 2000, 4095], little), encoding),
  );
  return joined(
    element(TAG.SpecificCharacterSet, 'CS', 'ISO_IR 100', encoding),
    element(TAG.ImageType, 'CS', 'ORIGINAL\\PRIMARY\\', encoding),
    element(TAG.Modality, 'CS', 'DX', encoding),
    element(TAG.SeriesDescription, 'LO', 'W034 T\xf3rax Lat.', encoding),
    element(TAG.PatientName, 'PN', 'Ap\xf3^N=X=Y', encoding),
    element(TAG.PatientComments, 'LT', ' a\\b', encoding),
    us(TAG.Rows, 2),
    us(TAG.Columns, 2),
    element(TAG.PixelSpacing, 'DS', '0.143\\ 0.15 ', encoding),
    us(TAG.BitsAllocated, 16),
    us(TAG.BitsStored, 12),
    element(TAG.WindowWidth, 'DS', '', encoding),
    element(TAG.VOILUTSequence, 'SQ', item(lut, little), encoding),
    element(TAG.PixelData, 'OW', words(2, [1, 2, 3, 4095], little), encoding),
  );
}

const PIXEL_BYTES = 8;

const pixelsUnder = (syntax: string, value: Uint8Array) =>
  joined(fileHead(syntax), element(TAG.Rows, 'US', words(2, [2])), element(TAG.PixelData, 'OB', value));

describe('a header', () => {
  test.each([
    ['explicit little endian', EXPLICIT_LITTLE_ENDIAN, EXPLICIT],
    ['implicit little endian', IMPLICIT_LITTLE_ENDIAN, IMPLICIT],
    ['explicit big endian', EXPLICIT_BIG_ENDIAN, BIG],
  ])('in %s gives the same values', async (_, transferSyntax, encoding) => {
    const bytes = joined(fileHead(transferSyntax), film(encoding));
    const header = await read(bytes);
    expect(header).toMatchObject({
      transferSyntax,
      littleEndian: encoding.littleEndian,
      complete: true,
      issues: [],
      pixelData: { offset: bytes.length - PIXEL_BYTES, length: PIXEL_BYTES, encapsulated: false, vr: 'OW' },
    });
    const { dataset } = header;
    expect(dataset.get(TAG.TransferSyntaxUID)?.values).toEqual([transferSyntax]);
    expect(dataset.get(TAG.ImageType)).toEqual({ vr: 'CS', values: ['ORIGINAL', 'PRIMARY', ''] });
    expect(dataset.get(TAG.SeriesDescription)?.values).toEqual(['W034 Tórax Lat.']);
    expect(dataset.get(TAG.PatientName)?.values).toEqual(['Apó^N']);
    expect(dataset.get(TAG.PatientComments)?.values).toEqual([' a\\b']);
    expect(dataset.get(TAG.WindowWidth)?.values).toEqual([]);
    expect(dataset.has(TAG.PixelData)).toBe(false);
    const { attributes, issues } = readImageAttributes(dataset);
    expect(attributes).toMatchObject({ Rows: 2, Columns: 2, BitsStored: 12, PixelSpacing: [0.143, 0.15] });
    expect(Array.from(attributes.voiLuts[0]?.entries ?? [])).toEqual([0, 1000, 2000, 4095]);
    expect(issues).toEqual([]);
  });

  test('that is deflated gives its offsets in the inflated bytes', async () => {
    const head = fileHead(DEFLATED_EXPLICIT_LITTLE_ENDIAN);
    const header = await read(joined(head, deflateRawSync(film(EXPLICIT))));
    expect(header.transferSyntax).toBe(DEFLATED_EXPLICIT_LITTLE_ENDIAN);
    const { offset = 0, length } = header.pixelData ?? {};
    expect(length).toBe(PIXEL_BYTES);
    expect(header.inflated?.slice(offset)).toEqual(words(2, [1, 2, 3, 4095]));
    expect(readImageAttributes(header.dataset).attributes.Rows).toBe(2);
  });

  test('that is deflated may have a byte to fill up at its end', async () => {
    const head = fileHead(DEFLATED_EXPLICIT_LITTLE_ENDIAN);
    const header = await read(joined(head, deflateRawSync(film(EXPLICIT)), Uint8Array.of(0)));
    expect(header.pixelData?.length).toBe(PIXEL_BYTES);
  });

  test('that is deflated and cut off is read as far as it goes', async () => {
    const head = fileHead(DEFLATED_EXPLICIT_LITTLE_ENDIAN);
    const noise = Uint8Array.from(
      { length: 40_000 },
      (_, at) => (Math.imul(at, 2_654_435_761) >>> 13) & 0xff,
    );
    const body = joined(element(TAG.Modality, 'CS', 'CT'), element('00091010', 'OB', noise), film(EXPLICIT));
    const file = joined(head, deflateRawSync(body));
    const part = file.slice(0, file.length / 2);
    expect(await read(part, file.length)).toMatchObject({ complete: false, needed: part.length * 2 });
    const broken = await read(part);
    expect(broken.complete).toBe(true);
    expect(broken.pixelData).toBeUndefined();
  });

  test.each([
    ['explicit little endian', EXPLICIT_LITTLE_ENDIAN, EXPLICIT],
    ['implicit little endian', IMPLICIT_LITTLE_ENDIAN, IMPLICIT],
    ['explicit big endian', EXPLICIT_BIG_ENDIAN, BIG],
  ])(
    'without preamble and meta information is read by its shape: %s',
    async (_, transferSyntax, encoding) => {
      const header = await read(film(encoding));
      expect(header).toMatchObject({ transferSyntax, littleEndian: encoding.littleEndian, complete: true });
      expect(header.dataset.get(TAG.Columns)?.values).toEqual([2]);
      expect(header.pixelData?.length).toBe(PIXEL_BYTES);
    },
  );

  test('with meta information but no preamble is read', async () => {
    const header = await read(joined(fileHead().slice(132), film(EXPLICIT)));
    expect(header.transferSyntax).toBe(EXPLICIT_LITTLE_ENDIAN);
    expect(header.pixelData?.length).toBe(PIXEL_BYTES);
  });

  test('without transfer syntax is read by its shape', async () => {
    const header = await read(joined(fileHead(''), film(IMPLICIT)));
    expect(header.transferSyntax).toBe(IMPLICIT_LITTLE_ENDIAN);
    expect(header.dataset.get(TAG.Rows)?.values).toEqual([2]);
  });

  test('whose transfer syntax is not that of its dataset is read by its shape', async () => {
    const header = await read(joined(fileHead(EXPLICIT_LITTLE_ENDIAN), film(IMPLICIT)));
    expect(header.dataset.get(TAG.Rows)?.values).toEqual([2]);
    expect(header.pixelData?.length).toBe(PIXEL_BYTES);
  });

  test('of compressed pixels says that they are in fragments', async () => {
    const body = joined(
      element(TAG.Modality, 'CS', 'CR'),
      element(
        TAG.PixelData,
        'OB',
        joined(item(new Uint8Array()), item(Uint8Array.of(1, 2)), sequenceEnd()),
        EXPLICIT,
        UNDEFINED_LENGTH,
      ),
    );
    const bytes = joined(fileHead('1.2.840.10008.1.2.4.90'), body);
    const { pixelData } = await read(bytes.slice(0, -20), bytes.length);
    expect(pixelData).toEqual({ offset: bytes.length - 26, length: 26, encapsulated: true, vr: 'OB' });
  });

  describe('of pixel data in a value with a length', () => {
    const items = joined(item(new Uint8Array()), item(Uint8Array.of(0xff, 0xd8, 1, 2)));
    test.each(['1.2.840.10008.1.2.4.80', '1.2.840.10008.1.2.5', '1.2.840.10008.1.2.1.98'])(
      'finds the fragments under %s',
      async (syntax) => {
        const whole = pixelsUnder(syntax, items);
        const location = { encapsulated: true, length: items.length, offset: whole.length - items.length };
        expect((await read(whole)).pixelData).toMatchObject(location);
        // As long as the value's beginning is not there, nothing is said.
        for (const seen of [0, 3])
          expect(await read(whole.slice(0, location.offset + seen), whole.length)).toMatchObject({
            complete: false,
          });
        expect((await read(whole.slice(0, location.offset + 4), whole.length)).pixelData).toEqual(
          (await read(whole)).pixelData,
        );
      },
    );

    test('takes nothing for fragments that is none, or has no such transfer syntax', async () => {
      const plain = await read(pixelsUnder('1.2.840.10008.1.2.4.80', Uint8Array.of(0xfe, 0xff, 0, 0xe1)));
      expect(plain.pixelData?.encapsulated).toBe(false);
      expect((await read(pixelsUnder(EXPLICIT_LITTLE_ENDIAN, items))).pixelData?.encapsulated).toBe(false);
    });
  });

  test('without pixel data is complete at the end of the file', async () => {
    const bytes = joined(fileHead(), element(TAG.Modality, 'CS', 'SR'));
    expect(await read(bytes)).toMatchObject({ complete: true, issues: [] });
    expect((await read(bytes)).pixelData).toBeUndefined();
  });
});

/** The dataset of a file that holds these elements. */
const valuesOf = async (...elements: Bytes[]) => (await read(joined(fileHead(), ...elements))).dataset;

describe('the values of a header', () => {
  test('of the numeric VRs are numbers', async () => {
    const dataset = await valuesOf(
      element('00189074', 'SS', words(2, [0xfffe, 5])),
      element('00189075', 'UL', words(4, [0xfffffffe])),
      element('00189076', 'SL', words(4, [0xfffffffe])),
      element('00189077', 'FD', Uint8Array.of(0, 0, 0, 0, 0, 0, 0xf8, 0xbf)),
      element('00189078', 'FL', Uint8Array.of(0, 0, 0xc0, 0x3f)),
      element('00189079', 'UV', words(8, [5_000_000_000])),
      element('00189080', 'SV', words(8, [7])),
      element('00189081', 'AT', words(2, [0x0028, 0x3010])),
      element('00189082', 'IS', ' 12\\-3 '),
      element('00189083', 'DS', '1.5\\x'),
      element('00189084', 'CS', 'AFTER'),
    );
    const found = [...dataset].filter(([tag]) => tag.startsWith('00189')).map(([, { values }]) => values);
    expect(found).toEqual([
      [-2, 5],
      [4_294_967_294],
      [-2],
      [-1.5],
      [1.5],
      [5_000_000_000],
      [7],
      ['00283010'],
      [12, -3],
      [1.5, 'x'],
      ['AFTER'],
    ]);
  });

  test('of 64-bit binary VRs, which came late to the standard, are read', async () => {
    const dataset = await valuesOf(
      element(TAG.ExtendedOffsetTable, 'OV', words(8, [0, 1000])),
      element('7FE00003', 'CS', 'AFTER'),
    );
    expect(dataset.get(TAG.ExtendedOffsetTable)).toEqual({
      vr: 'OV',
      values: [],
      bytes: words(8, [0, 1000]),
    });
    expect(dataset.get('7FE00003')?.values).toEqual(['AFTER']);
  });

  test('with a VR that does not exist, or UN, are read by their tag', async () => {
    const dataset = await valuesOf(
      element(TAG.Modality, 'ZZ', 'CR'),
      element(TAG.Rows, 'UN', words(2, [7])),
      element('00091001', 'UN', 'printable'),
      element('00091002', 'UN', Uint8Array.of(1, 2)),
    );
    expect(dataset.get(TAG.Modality)).toEqual({ vr: 'CS', values: ['CR'] });
    expect(dataset.get(TAG.Rows)).toEqual({ vr: 'US', values: [7] });
    expect(dataset.get('00091001')).toEqual({ vr: 'UN', values: ['printable'], bytes: latin1('printable ') });
    expect(dataset.get('00091002')).toEqual({ vr: 'UN', values: [], bytes: Uint8Array.of(1, 2) });
  });

  test('of a sequence filed as UN are read by their tag', async () => {
    const lut = joined(
      element(TAG.LUTDescriptor, 'US', words(2, [2, 0, 8]), IMPLICIT),
      element(TAG.LUTData, 'OW', words(2, [0, 255]), IMPLICIT),
    );
    for (const sequence of [
      element(TAG.VOILUTSequence, 'UN', item(lut)),
      element(
        TAG.VOILUTSequence,
        'UN',
        joined(item(joined(lut, itemEnd()), true, UNDEFINED_LENGTH), sequenceEnd()),
        EXPLICIT,
        UNDEFINED_LENGTH,
      ),
    ]) {
      const { attributes } = readImageAttributes(await valuesOf(sequence));
      expect(Array.from(attributes.voiLuts[0]?.entries ?? [])).toEqual([0, 255]);
    }
  });

  test('of nested sequences of undefined length keep their items', async () => {
    const inner = element(
      TAG.ProcedureCodeSequence,
      'SQ',
      joined(item(element(TAG.CodeMeaning, 'LO', 'inner')), sequenceEnd()),
      EXPLICIT,
      UNDEFINED_LENGTH,
    );
    const outer = element(
      '00400275',
      'SQ',
      joined(item(joined(inner, itemEnd()), true, UNDEFINED_LENGTH), item(new Uint8Array()), sequenceEnd()),
      EXPLICIT,
      UNDEFINED_LENGTH,
    );
    const dataset = await valuesOf(outer, element(TAG.Modality, 'CS', 'CR'));
    expect(dataset.get('00400275')).toEqual({
      vr: 'SQ',
      values: [
        new Map([
          [
            TAG.ProcedureCodeSequence,
            { vr: 'SQ', values: [new Map([[TAG.CodeMeaning, { vr: 'LO', values: ['inner'] }]])] },
          ],
        ]),
        new Map(),
      ],
    });
    expect(dataset.get(TAG.Modality)?.values).toEqual(['CR']);
  });

  test('do not take the icon for the picture', async () => {
    const icon = element(
      '00880200',
      'SQ',
      item(joined(element(TAG.Rows, 'US', words(2, [1])), element(TAG.PixelData, 'OB', Uint8Array.of(9, 9)))),
    );
    const bytes = joined(
      fileHead(),
      icon,
      element(TAG.Rows, 'US', words(2, [64])),
      element(TAG.PixelData, 'OW', words(2, [5])),
    );
    const header = await read(bytes);
    expect(header.pixelData?.offset).toBe(bytes.length - 2);
    expect(header.dataset.get(TAG.Rows)?.values).toEqual([64]);
  });

  test('are decoded in the character set of their item', async () => {
    const dataset = await valuesOf(
      element(TAG.SpecificCharacterSet, 'CS', 'ISO_IR 100'),
      element(
        TAG.ProcedureCodeSequence,
        'SQ',
        joined(
          item(element(TAG.CodeMeaning, 'LO', 'T\xf3rax')),
          item(
            joined(
              element(TAG.SpecificCharacterSet, 'CS', 'ISO_IR 192'),
              element(TAG.CodeMeaning, 'LO', 'T\xc3\xb3rax'),
            ),
          ),
        ),
      ),
    );
    const items = dataset.get(TAG.ProcedureCodeSequence)?.values ?? [];
    expect(items.map((one) => typeof one === 'object' && one.get(TAG.CodeMeaning)?.values)).toEqual([
      ['Tórax'],
      ['Tórax'],
    ]);
  });

  test('behind a broken sequence are still read', async () => {
    const broken = element('00400275', 'SQ', latin1('this is no item at all'));
    const dataset = await valuesOf(broken, element(TAG.Modality, 'CS', 'CR'));
    expect(dataset.get('00400275')).toEqual({ vr: 'SQ', values: [] });
    expect(dataset.get(TAG.Modality)?.values).toEqual(['CR']);
  });

  test('are copies of the file’s bytes', async () => {
    const bytes = joined(fileHead(), element('00091002', 'OB', Uint8Array.of(1, 2)));
    const { dataset } = await read(bytes);
    bytes.fill(0);
    expect(dataset.get('00091002')?.bytes).toEqual(Uint8Array.of(1, 2));
  });
});

describe('the first part of a longer file', () => {
  const bytes = joined(fileHead(), film(EXPLICIT));

  test('asks for as many bytes as a lookup table needs', async () => {
    const table = element(
      TAG.VOILUTSequence,
      'SQ',
      item(
        joined(
          element(TAG.LUTDescriptor, 'US', words(2, [0, 0, 16])),
          element(TAG.LUTData, 'OW', new Uint8Array(131_072)),
        ),
      ),
    );
    const head = joined(fileHead(), element(TAG.Modality, 'CS', 'DX'));
    const file = joined(head, table, element(TAG.PixelData, 'OW', new Uint8Array(1000)));
    const first = await read(file.slice(0, 8192), file.length);
    expect(first).toMatchObject({ complete: false, issues: [] });
    expect(first.pixelData).toBeUndefined();
    expect(first.dataset.get(TAG.Modality)?.values).toEqual(['DX']);
    let size = 8192;
    for (let header = first; !header.complete; header = await read(file.slice(0, size), file.length)) {
      expect(header.needed).toBeGreaterThan(size);
      size = header.needed ?? Infinity;
    }
    expect(size).toBeLessThan(300_000);
  });

  test('of any length is incomplete, or says all that the whole file does', async () => {
    const whole = await read(bytes);
    for (let size = 1; size < bytes.length; size++) {
      const part = await read(bytes.slice(0, size), bytes.length);
      expect(part.complete).toBe(size >= bytes.length - PIXEL_BYTES);
      expect(part.complete ? part : whole).toEqual(whole);
      expect(part.needed ?? Infinity).toBeGreaterThan(size);
    }
  });

  test('is all there is of a file that was cut off, and it is said where', async () => {
    const cut = bytes.slice(0, bytes.length - 40);
    const header = await read(cut);
    expect(header.complete).toBe(true);
    expect(header.dataset.get(TAG.Rows)?.values).toEqual([2]);
    expect(header.issues.map(({ code }) => code)).toEqual(['DICOM_INVALID']);
  });

  test('that ends inside a sequence of undefined length is cut off, too', async () => {
    const open = element(
      '00400275',
      'SQ',
      item(element(TAG.CodeMeaning, 'LO', 'x')),
      EXPLICIT,
      UNDEFINED_LENGTH,
    );
    expect((await read(joined(fileHead(), open))).issues.map(({ code }) => code)).toEqual(['DICOM_INVALID']);
    expect((await read(joined(fileHead(), open, sequenceEnd()))).issues).toEqual([]);
  });
});

describe('a file that is not DICOM', () => {
  test.each([
    ['text', latin1('a\tb\tc\n'.repeat(100))],
    ['a PNG', joined(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), new Uint8Array(200))],
    ['gzip', joined(Uint8Array.of(0x1f, 0x8b, 8, 0), new Uint8Array(200))],
    ['zeroes', new Uint8Array(1000)],
    ['a byte', Uint8Array.of(8)],
  ])('is unknown: %s', async (_, bytes) => {
    expect(attempt(bytes)).toEqual({ ok: false, error: { code: 'IMAGE_UNKNOWN' } });
  });

  test('is empty', async () => {
    expect(attempt(new Uint8Array())).toEqual({ ok: false, error: { code: 'FILE_EMPTY' } });
  });
});

test('reading a deflated file ends when it is aborted', () => {
  const bytes = joined(fileHead(DEFLATED_EXPLICIT_LITTLE_ENDIAN), deflateRawSync(film(EXPLICIT)));
  expect(() => readDicomHeader(bytes, bytes.length, AbortSignal.abort())).toThrow(/abort/i);
});

test('bytes after the end of a deflated dataset are left alone', () => {
  const deflated = deflateRawSync(film(EXPLICIT));
  for (const rest of [Uint8Array.of(0), Uint8Array.of(0x58, 0x45, 0x1a, 0x02, 0x04, 0x00)]) {
    const bytes = joined(fileHead(DEFLATED_EXPLICIT_LITTLE_ENDIAN), deflated, rest);
    const header = readDicomHeader(bytes, bytes.length, signal);
    expect(header.ok && header.value.complete && header.value.issues).toEqual([]);
  }
});

describe('hostile bytes', () => {
  test('of deeply nested sequences neither throw nor hang', async () => {
    const level = joined(
      element('00400275', 'SQ', new Uint8Array(), EXPLICIT, UNDEFINED_LENGTH),
      item(new Uint8Array(), true, UNDEFINED_LENGTH),
    );
    const nested = new Uint8Array(100_000 * level.length);
    for (let depth = 0; depth < 100_000; depth++) nested.set(level, depth * level.length);
    const started = performance.now();
    const header = await read(joined(fileHead(), nested));
    expect(header.complete).toBe(true);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('of more than any header has end there', async () => {
    const head = joined(fileHead(), element('00400275', 'SQ', new Uint8Array(), EXPLICIT, UNDEFINED_LENGTH));
    const bytes = new Uint8Array(2 ** 24 + 4096);
    bytes.set(head);
    const empty = item(new Uint8Array());
    for (let at = head.length; at + 8 <= bytes.length; at += 8) bytes.set(empty, at);
    const header = await read(bytes, 2 ** 32);
    expect(header.complete).toBe(true);
    expect(header.issues.map(({ code }) => code)).toEqual(['DICOM_INVALID']);
  }, 20_000);

  test('that declare a value of gigabytes are not asked for more', async () => {
    const bytes = joined(fileHead(), element('00091010', 'OB', new Uint8Array(), EXPLICIT, 2 ** 31));
    expect(await read(bytes, 2 ** 32)).toMatchObject({ complete: true, issues: [{ code: 'DICOM_INVALID' }] });
  });

  test('changed anywhere neither throw nor hang', async () => {
    const files = [
      joined(fileHead(), film(EXPLICIT)),
      joined(fileHead(IMPLICIT_LITTLE_ENDIAN), film(IMPLICIT)),
      joined(fileHead(EXPLICIT_BIG_ENDIAN), film(BIG)),
      joined(fileHead(DEFLATED_EXPLICIT_LITTLE_ENDIAN), deflateRawSync(film(EXPLICIT))),
    ];
    const change = fc.tuple(fc.nat(2000), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        async (file, changes) => {
          const bytes = file.slice();
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const result = attempt(bytes);
          if (result.ok) readImageAttributes(result.value.dataset);
          expect(result.ok ? 'IMAGE_UNKNOWN' : result.error.code).toBe('IMAGE_UNKNOWN');
        },
      ),
      { numRuns: 2000, seed: 20_200_318 },
    );
  });
});
