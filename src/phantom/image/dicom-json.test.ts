import { expect, it } from 'vitest';
import type { DicomDataset, DicomElement } from '../../domain/imaging/dicom-dataset.ts';
import { dicomJson } from './dicom-json.ts';

it('a data set is one line: keys sorted, Value before vr, ASCII only, empty tags without Value', () => {
  const item: DicomDataset = new Map<string, DicomElement>([
    ['00283002', { vr: 'US', values: [2, 0, 16] }],
    ['00283006', { vr: 'OW', values: [], bytes: Uint8Array.of(0x34, 0x12, 0xff, 0xff) }],
  ]);
  const dataset: DicomDataset = new Map<string, DicomElement>([
    ['20500020', { vr: 'CS', values: ['INVERSE'] }],
    ['00281050', { vr: 'DS', values: [32768, 0.5] }],
    ['00187004', { vr: 'CS', values: [] }],
    ['00100010', { vr: 'PN', values: ['SINTETICO^S1'] }],
    ['0008103E', { vr: 'LO', values: ['Tórax'] }],
    ['00080070', { vr: 'LO', values: ['"GE Healthcare"'] }],
    ['00283010', { vr: 'SQ', values: [item] }],
  ]);
  expect(dicomJson(dataset)).toBe(
    '{"00080070": {"Value": ["\\"GE Healthcare\\""], "vr": "LO"}, ' +
      '"0008103E": {"Value": ["T\\u00f3rax"], "vr": "LO"}, ' +
      '"00100010": {"Value": [{"Alphabetic": "SINTETICO^S1"}], "vr": "PN"}, ' +
      '"00187004": {"vr": "CS"}, ' +
      '"00281050": {"Value": [32768.0, 0.5], "vr": "DS"}, ' +
      '"00283010": {"Value": [{"00283002": {"Value": [2, 0, 16], "vr": "US"}, ' +
      '"00283006": {"Value": [4660, 65535], "vr": "US"}}], "vr": "SQ"}, ' +
      '"20500020": {"Value": ["INVERSE"], "vr": "CS"}}',
  );
});
