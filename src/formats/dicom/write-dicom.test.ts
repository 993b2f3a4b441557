import { parseDicom } from 'dicom-parser';
import { describe, expect, it } from 'vitest';
import type { DicomDataset, DicomElement, DicomValue } from '../../domain/imaging/dicom-dataset.ts';
import { writeDicom } from './write-dicom.ts';

const element = (vr: string, ...values: readonly DicomValue[]): DicomElement => ({ vr, values });

const film = (more: Readonly<Record<string, DicomElement>> = {}): DicomDataset =>
  new Map(
    Object.entries({
      '00080016': element('UI', '1.2.840.10008.5.1.4.1.1.1.1'),
      '00080018': element('UI', '2.25.7'),
      '00280010': element('US', 1),
      '00280011': element('US', 2),
      '00280100': element('US', 16),
      ...more,
    }),
  );

describe('writeDicom', () => {
  it('begins with a preamble and names Explicit VR Little Endian', async () => {
    const bytes = await writeDicom(film(), Uint8Array.of(1, 2, 3, 4));
    expect(String.fromCharCode(...bytes.subarray(128, 132))).toBe('DICM');
    const read = parseDicom(bytes);
    expect(read.string('x00020010')).toBe('1.2.840.10008.1.2.1');
    expect(read.string('x00020003')).toBe('2.25.7');
  });

  it('keeps numbers, lists and person names', async () => {
    const bytes = await writeDicom(
      film({
        '00100010': element('PN', 'SINTETICO^S1'),
        '00180015': element('CS'),
        '00281050': element('DS', 2048, 1800.5),
        '20500020': element('CS', 'INVERSE'),
      }),
      new Uint8Array(4),
    );
    const read = parseDicom(bytes);
    expect(read.string('x00100010')).toBe('SINTETICO^S1');
    expect(read.string('x00281050')).toBe('2048\\1800.5');
    expect(read.elements['x00180015']?.length).toBe(0);
    expect(read.string('x20500020')).toBe('INVERSE');
  });

  it('writes texts as UTF-8 and says so', async () => {
    const bytes = await writeDicom(film({ '0008103E': element('LO', 'Tórax Lat.') }), new Uint8Array(4));
    const read = parseDicom(bytes);
    expect(read.string('x00080005')).toBe('ISO_IR 192');
    const text = read.elements['x0008103e'];
    const raw = bytes.subarray(text?.dataOffset, (text?.dataOffset ?? 0) + (text?.length ?? 0));
    expect(new TextDecoder('utf-8', { fatal: true }).decode(raw).trim()).toBe('Tórax Lat.');
  });

  it('nests a VOI LUT with its data as words', async () => {
    const lut: DicomDataset = new Map([
      ['00283002', element('US', 2, 0, 16)],
      ['00283006', { vr: 'OW', values: [], bytes: Uint8Array.of(0x34, 0x12, 0xff, 0xff) }],
    ]);
    const read = parseDicom(await writeDicom(film({ '00283010': element('SQ', lut) }), new Uint8Array(4)));
    const item = read.elements['x00283010']?.items?.[0]?.dataSet;
    expect([0, 1, 2].map((n) => item?.uint16('x00283002', n))).toEqual([2, 0, 16]);
    expect([0, 1].map((n) => item?.uint16('x00283006', n))).toEqual([0x1234, 0xffff]);
  });

  it('keeps signed values', async () => {
    const bytes = await writeDicom(film({ '00280120': element('SS', -2000) }), new Uint8Array(4));
    expect(parseDicom(bytes).int16('x00280120')).toBe(-2000);
  });

  it('writes the pixels unchanged and pads them to an even length', async () => {
    const bytes = await writeDicom(film({ '00280100': element('US', 8) }), Uint8Array.of(9, 8, 7));
    const pixels = parseDicom(bytes).elements['x7fe00010'];
    expect([pixels?.vr, pixels?.length]).toEqual(['OB', 4]);
    expect([...bytes.subarray(pixels?.dataOffset)]).toEqual([9, 8, 7, 0]);
  });

  it('rejects a data set without SOP Instance UID', async () => {
    const without = new Map(film());
    without.delete('00080018');
    await expect(writeDicom(without, new Uint8Array(4))).rejects.toThrow(RangeError);
  });
});
