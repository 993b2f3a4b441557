import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TAG, type DicomDataset } from '../../domain/imaging/dicom-dataset.ts';
import { readImageAttributes } from '../../domain/imaging/read-image-attributes.ts';
import { MAX_SIDECAR_BYTES, parseSidecar } from './parse-sidecar.ts';

const parseText = (text: string) => parseSidecar(new TextEncoder().encode(text));
const read = (text: string) => {
  const result = parseText(text);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const parse = (json: unknown) => read(JSON.stringify(json));
const values = (dataset: DicomDataset, tag: string) => dataset.get(tag)?.values;

const errorOf = (text: string) => {
  const result = parseText(text);
  return result.ok ? undefined : result.error;
};
/** As in the releases: one line, Value before vr, sorted keys, non-ASCII escaped. */
const PUBLISHED =
  '{"00080060": {"Value": ["DX"], "vr": "CS"}, "00080070": {"Value": ["\\"GE Healthcare\\""], "vr": "LO"}, ' +
  '"0008103E": {"Value": ["T\\u00f3rax"], "vr": "LO"}, "00081032": {"Value": [{"00080104": {"Value": ["RX TORAX"], ' +
  '"vr": "LO"}}], "vr": "SQ"}, "00100010": {"Value": [{"Alphabetic": "000384"}], "vr": "PN"}, ' +
  '"00187004": {"vr": "CS"}, "00191010": {"Value": ["private"], "vr": "LO"}, ' +
  '"00280004": {"Value": ["MONOCHROME1"], "vr": "CS"}, "00281050": {"Value": [32768.0], "vr": "DS"}, ' +
  '"00281051": {"Value": [65536.0], "vr": "DS"}}';

/** A row of an XNAT header listing. */
const row = (tag1: string, tag2: string, vr: string, value: string) => ({ tag1, tag2, vr, value, desc: '' });

describe('a sidecar in DICOM JSON', () => {
  test('is read as published', () => {
    const result = parseText(PUBLISHED);
    if (!result.ok) throw new Error(result.error.code);
    const { dataset, dialect, issues } = result.value;
    expect(dialect).toBe('dicom-json');
    expect(issues).toEqual([]);
    expect(dataset.get(TAG.Modality)).toEqual({ vr: 'CS', values: ['DX'] });
    expect(values(dataset, TAG.Manufacturer)).toEqual(['"GE Healthcare"']);
    expect(values(dataset, TAG.SeriesDescription)).toEqual(['Tórax']);
    expect(values(dataset, TAG.PatientName)).toEqual(['000384']);
    expect(dataset.get('00187004')).toEqual({ vr: 'CS', values: [] });
    expect(values(dataset, '00191010')).toEqual(['private']);
    const { attributes } = readImageAttributes(dataset);
    expect(attributes).toMatchObject({
      PhotometricInterpretation: 'MONOCHROME1',
      windows: [{ center: 32768, width: 65536 }],
      procedure: 'RX TORAX',
    });
  });

  test('gives its lookup tables as numbers or as bytes', () => {
    const { dataset } = parse({
      '00283010': {
        vr: 'SQ',
        Value: [
          { '00283002': { vr: 'US', Value: [3, 0, 12] }, '00283006': { vr: 'US', Value: [0, 2000, 4095] } },
          { '00283002': { vr: 'US', Value: [2, 0, 16] }, '00283006': { vr: 'OW', InlineBinary: 'AQD//w==' } },
        ],
      },
    });
    const { attributes, issues } = readImageAttributes(dataset);
    expect(attributes.voiLuts.map(({ entries }) => Array.from(entries))).toEqual([
      [0, 2000, 4095],
      [1, 0xffff],
    ]);
    expect(issues).toEqual([]);
  });

  test('may have numbers in texts, one value instead of a list, and wrong VRs', () => {
    const { dataset } = parse({
      '00280010': { vr: 'US', Value: ['2336'] },
      '00280030': { vr: 'DS', Value: ['0.143\\0.143'] },
      '00280011': { vr: 'US', Value: 2836 },
      '00281054': { vr: 'DS', Value: ['HU'] },
      '20500020': { vr: 'US', Value: ['INVERSE'] },
    });
    expect(values(dataset, TAG.Rows)).toEqual([2336]);
    expect(values(dataset, TAG.PixelSpacing)).toEqual([0.143, 0.143]);
    expect(values(dataset, TAG.Columns)).toEqual([2836]);
    expect(values(dataset, TAG.RescaleType)).toEqual(['HU']);
    expect(values(dataset, TAG.PresentationLUTShape)).toEqual(['INVERSE']);
  });

  test('keeps the place of an empty value', () => {
    const { dataset } = parse({ '00281055': { vr: 'LO', Value: ['NORMAL', null, 'SOFTER'] } });
    expect(values(dataset, TAG.WindowCenterWidthExplanation)).toEqual(['NORMAL', '', 'SOFTER']);
  });

  test('may have lower-case tags, missing VRs, and bulk data elsewhere', () => {
    const { dataset } = parse({
      '0008103e': { Value: ['PA'] },
      '00283006': { vr: 'OW', BulkDataURI: 'https://example.org/1' },
      '7FE00010': { vr: 'OW', InlineBinary: 'AAAA' },
    });
    expect(dataset.get(TAG.SeriesDescription)).toEqual({ vr: 'LO', values: ['PA'] });
    expect(dataset.get(TAG.LUTData)).toEqual({ vr: 'OW', values: [] });
    expect(dataset.has(TAG.PixelData)).toBe(false);
  });

  test('may be the only dataset of a list', () => {
    expect(values(parse([{ '00080060': { vr: 'CS', Value: ['CR'] } }]).dataset, TAG.Modality)).toEqual([
      'CR',
    ]);
  });

  test('with broken base64 says so', () => {
    const { dataset, issues } = parse({ '00283006': { vr: 'OW', InlineBinary: '*' } });
    expect(dataset.get(TAG.LUTData)).toEqual({ vr: 'OW', values: [] });
    expect(issues).toEqual([{ code: 'SIDECAR_VALUE', facts: { tag: '00283006', value: 'InlineBinary' } }]);
  });

  test('is read down to a depth of 16 sequences', () => {
    let json: unknown = { '00080060': { vr: 'CS', Value: ['CR'] } };
    for (let depth = 0; depth < 20; depth++) json = { '00081032': { vr: 'SQ', Value: [json] } };
    const { dataset, issues } = parse(json);
    let [depth, inner] = [1, dataset];
    for (let next = inner.get(TAG.ProcedureCodeSequence)?.values[0]; typeof next === 'object'; depth++) {
      inner = next;
      next = inner.get(TAG.ProcedureCodeSequence)?.values[0];
    }
    expect(depth).toBe(16);
    expect(issues).toEqual([{ code: 'SIDECAR_VALUE', facts: { tag: '00081032', value: '> 16' } }]);
  });
});

describe('a sidecar from XNAT', () => {
  test('is read with its sequences put together again', () => {
    const { dataset, dialect } = parse({
      ResultSet: {
        Result: [
          row('(0008,0060)', '', 'CS', 'CR'),
          row('(0008,0008)', '', 'CS', 'DERIVED\\PRIMARY\\'),
          row('(0008,0050)', '', 'SH', ''),
          {
            ...row('(0008,0090)', '', 'PN', 'O&rsquo;Neil &amp; co'),
            desc: 'Referring Physician&rsquo;s Name',
          },
          row('(0008,1032)', '(0008,1032)', 'SQ', ''),
          row('(0008,1032)', '(0008,0100)', 'SH', 'first'),
          row('(0008,1032)', '(0008,0104)', 'LO', 'RX TORAX, PA'),
          row('(0008,1032)', '(0008,0100)', 'SH', 'second'),
          row('(0028,0030)', '', 'DS', '0.216\\0.216'),
          row('(0028,0010)', '', 'US', '1464'),
        ],
      },
    });
    expect(dialect).toBe('xnat');
    expect(values(dataset, TAG.ImageType)).toEqual(['DERIVED', 'PRIMARY', '']);
    expect(values(dataset, '00080050')).toEqual([]);
    expect(values(dataset, '00080090')).toEqual(['O’Neil & co']);
    expect(values(dataset, TAG.PixelSpacing)).toEqual([0.216, 0.216]);
    expect(values(dataset, TAG.Rows)).toEqual([1464]);
    expect(dataset.get(TAG.ProcedureCodeSequence)).toEqual({
      vr: 'SQ',
      values: [
        new Map([
          ['00080100', { vr: 'SH', values: ['first'] }],
          ['00080104', { vr: 'LO', values: ['RX TORAX, PA'] }],
        ]),
        new Map([['00080100', { vr: 'SH', values: ['second'] }]]),
      ],
    });
  });

  test('passes over rows that are none', () => {
    const rows = [null, 5, 'x', {}, { tag1: '0008,0060', value: 'CR' }, { tag1: '(0008,0060)', value: 5 }];
    const { dataset } = parse({ ResultSet: { Result: rows } });
    expect([...dataset]).toEqual([[TAG.Modality, { vr: 'UN', values: [] }]]);
  });
});

describe('a flat sidecar', () => {
  test('is read by its keywords, lists out of what Python printed', () => {
    const { dataset, dialect } = parse({
      Modality: 'CR',
      Rows: '2336',
      ImageType: "['DERIVED', 'PRIMARY']",
      PixelSpacing: '[0.143, 0.15]',
      WindowCenter: "['2048', '1024']",
      WindowWidth: [4096, 2048],
      ViewPosition: 'None',
      PatientOrientation: 'NaN',
      WindowCenterWidthExplanation: "['O\\'Neil', \"d'or\", '']",
      LongitudinalTemporalInformationModified: '',
      UnknownToMidscope: 'x',
      ProcedureCodeSequence: [{ CodeMeaning: 'RX TORAX', CodeValue: '1' }],
      ModalityLUTSequence: [
        { LUTDescriptor: '[4, 0, 16]', LUTData: "b'\\x00\\x01A\\x00\\n\\x00\\xff\\xff'" },
      ],
    });
    expect(dialect).toBe('flat');
    expect(values(dataset, TAG.Rows)).toEqual([2336]);
    expect(values(dataset, TAG.ImageType)).toEqual(['DERIVED', 'PRIMARY']);
    expect(values(dataset, TAG.PixelSpacing)).toEqual([0.143, 0.15]);
    expect(values(dataset, TAG.WindowCenter)).toEqual([2048, 1024]);
    expect(values(dataset, TAG.WindowWidth)).toEqual([4096, 2048]);
    expect(values(dataset, TAG.WindowCenterWidthExplanation)).toEqual(["O'Neil", "d'or", '']);
    expect(values(dataset, TAG.ViewPosition)).toEqual([]);
    expect(values(dataset, TAG.PatientOrientation)).toEqual([]);
    const { attributes } = readImageAttributes(dataset);
    expect(attributes.procedure).toBe('RX TORAX');
    expect(Array.from(attributes.modalityLut?.entries ?? [])).toEqual([0x100, 0x41, 0x0a, 0xffff]);
  });

  test('may have attribute names for keys', () => {
    const { dataset } = parse({
      'Samples per Pixel': '1',
      SamplesperPixel: '3',
      "Patient's Sex": 'F',
      'Window Center & Width Explanation': 'NORMAL',
    });
    expect(values(dataset, TAG.SamplesPerPixel)).toEqual([3]);
    expect(values(dataset, TAG.PatientSex)).toEqual(['F']);
    expect(values(dataset, TAG.WindowCenterWidthExplanation)).toEqual(['NORMAL']);
  });

  test('may have an object for a sequence of one', () => {
    const { dataset } = parse({ ProcedureCodeSequence: { CodeMeaning: 'TORAX' } });
    expect(readImageAttributes(dataset).attributes.procedure).toBe('TORAX');
  });
});

describe('a file that is no sidecar', () => {
  test('is empty', () => {
    expect(errorOf('')).toEqual({ code: 'FILE_EMPTY' });
  });

  test.each([
    ['{"Modality": "CR",}', 1, 19],
    ['{"Modality": "CR"', 1, 18],
    ['{\n  "Rows": nan\n}', 2, 11],
    ['{"Rows": infinity}', 1, 10],
    ['', 1, 2],
  ] as const)('%j is no JSON, and it is said where', (text, line, column) => {
    expect(errorOf(text === '' ? ' ' : text)).toEqual({
      code: 'SIDECAR_JSON',
      facts: { line, column },
    });
  });

  test.each([
    '5',
    '"text"',
    'null',
    '[]',
    '{}',
    '[[1]]',
    '{"Name": "RX_Thorax", "BIDSVersion": "1.1.0"}',
    '{"ResultSet": 5}',
  ])('%j has no known shape', (text) => {
    expect(errorOf(text)).toEqual({ code: 'SIDECAR_SHAPE' });
  });

  test('is too large', () => {
    const result = parseSidecar(new Uint8Array(MAX_SIDECAR_BYTES + 1));
    expect(result).toEqual({
      ok: false,
      error: { code: 'SIDECAR_SHAPE', facts: { bytes: MAX_SIDECAR_BYTES + 1 } },
    });
  });
});

describe('numbers that Python writes and JSON does not have', () => {
  test('are no value, also in lists, and the rest of the sidecar is read', () => {
    const { dataset, issues } = read(
      '{"00280004": {"Value": ["MONOCHROME1"], "vr": "CS"}, "00189073": {"Value": [NaN], "vr": "FD"}, ' +
        '"00280030": {"Value": [0.139,Infinity ], "vr": "DS"}, "00283010": {"Value": [{"00283002": {"vr": "US", ' +
        '"Value": [3, -Infinity, 12]}}], "vr": "SQ"}, "00281050": {"Value": [2048.0], "vr": "DS"}}',
    );
    expect(readImageAttributes(dataset).attributes).toMatchObject({
      PhotometricInterpretation: 'MONOCHROME1',
    });
    expect(values(dataset, '00189073')).toEqual(['']);
    expect(values(dataset, TAG.PixelSpacing)).toEqual([0.139, '']);
    expect(values(dataset, TAG.WindowCenter)).toEqual([2048]);
    expect(issues).toEqual([
      { code: 'SIDECAR_VALUE', facts: { tag: '00189073', value: 'NaN' } },
      { code: 'SIDECAR_VALUE', facts: { tag: '00280030', value: 'Infinity' } },
      { code: 'SIDECAR_VALUE', facts: { tag: '00283002', value: '-Infinity' } },
    ]);
  });

  test('are found in flat sidecars by the name of the attribute', () => {
    const { dataset, issues } = read('{"Modality": "DX", "WindowCenter": NaN, "Note": -Infinity}');
    expect(values(dataset, TAG.Modality)).toEqual(['DX']);
    expect(values(dataset, TAG.WindowCenter)).toEqual([]);
    expect(issues.map(({ facts }) => facts)).toEqual([
      { tag: '00281050', value: 'NaN' },
      { tag: 'Note', value: '-Infinity' },
    ]);
  });

  test('are left alone inside of strings, and as part of other words', () => {
    const text = String.raw`{"PatientComments": "a \\\" NaN, [NaN] -Infinity", "WindowWidth": NaN}`;
    expect(values(read(text).dataset, TAG.PatientComments)).toEqual([String.raw`a \" NaN, [NaN] -Infinity`]);
    for (const word of ['NaNs', 'xNaN', '-NaN', '+Infinity', 'Infinity0', 'nan'])
      expect(errorOf(`{"WindowWidth": ${word}}`)?.code, word).toBe('SIDECAR_JSON');
  });

  test('do not hide where a sidecar breaks off', () => {
    expect(errorOf('{"WindowCenter": [NaN, -Infinity],\n "Rows": }')).toEqual({
      code: 'SIDECAR_JSON',
      facts: { line: 2, column: 10 },
    });
    expect(errorOf('{"WindowCenter": 1, NaN}')).toMatchObject({ facts: { line: 1, column: 21 } });
  });

  test('are as many issues as attributes, however many they are', () => {
    const many = `{"WindowCenter": [${'NaN,'.repeat(50_000)}NaN], "WindowWidth": "${'\\\\'.repeat(50_000)}"}`;
    expect(read(many).issues).toHaveLength(1);
    expect(errorOf(`[${'[NaN,'.repeat(50_000)}`)?.code).toBe('SIDECAR_JSON');
  });
});

test('a byte-order mark is no part of the text', () => {
  expect(parseText('\uFEFF{"Modality": "CR"}')).toMatchObject({ ok: true, value: { dialect: 'flat' } });
});

test('bytes that are no UTF-8 are read as Windows-1252, and it is said', () => {
  const bytes = Uint8Array.from('{"SeriesDescription": "T\xf3rax"}', (char) => char.charCodeAt(0));
  const result = parseSidecar(bytes);
  if (!result.ok) throw new Error(result.error.code);
  expect(values(result.value.dataset, TAG.SeriesDescription)).toEqual(['Tórax']);
  expect(result.value.issues.map(({ code }) => code)).toEqual(['TABLE_ENCODING']);
});

describe('whatever the bytes', () => {
  test('JSON values of any shape never throw', () => {
    const key = fc.constantFrom(
      '00280010',
      '00283010',
      'Rows',
      'VOILUTSequence',
      'ResultSet',
      'Result',
      'tag1',
      'vr',
      'Value',
      'InlineBinary',
      '__proto__',
    );
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom(null, true, 'SQ', 'US', '(0028,0010)', '[', "['a", "b'", '1\\2'),
        fc.double(),
        fc.string(),
        fc.array(tie('json'), { maxLength: 4 }),
        fc.dictionary(key, tie('json'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(json, (value) => {
        const result = parseText(JSON.stringify(value));
        if (result.ok) readImageAttributes(result.value.dataset);
        expect(result.ok ? 'SIDECAR_SHAPE' : result.error.code).toBe('SIDECAR_SHAPE');
      }),
      { numRuns: 500, seed: 20_200_318 },
    );
  });

  test('a sidecar that is changed anywhere never throws', () => {
    const bytes = new TextEncoder().encode(PUBLISHED);
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const changed = bytes.slice();
        for (const [at, value] of changes) changed[at] = value;
        const result = parseSidecar(changed);
        if (result.ok) readImageAttributes(result.value.dataset);
        const codes = result.ok ? [] : [result.error.code];
        expect(['SIDECAR_JSON', 'SIDECAR_SHAPE']).toEqual(expect.arrayContaining(codes));
      }),
      { numRuns: 2000, seed: 20_200_319 },
    );
  });

  test('deep nesting neither throws nor hangs', () => {
    const deep = 200_000;
    expect(parseText('['.repeat(deep) + ']'.repeat(deep)).ok).toBe(false);
    expect(parseText(`{"Rows":${'['.repeat(deep)}1${']'.repeat(deep)}}`).ok).toBe(true);
    expect(parseText('{"00081032":{"vr":"SQ","Value":['.repeat(50_000)).ok).toBe(false);
  });
});
