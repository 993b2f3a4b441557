import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Millimetres } from '../../../domain/brand.ts';
import type { MarkTool } from '../../../domain/measure/mark-tool.ts';
import type { Mark, Picture } from '../../../domain/measure/measurement.ts';
import type { Scale } from '../../../domain/measure/scale.ts';
import { pts } from '../../../domain/measure/test-points.ts';
import { namedUid, uuidUid } from '../named-uid.ts';
import { decimalString } from './content.ts';
import type { ReportedMark } from './mark-groups.ts';
import { writeMeasurementReport } from './measurement-report.ts';

/** Debian's python3-pydicom and dcmtk: independent readers. A machine without them leaves these tests out. */
const PYTHON = '/usr/bin/python3';
const DSRDUMP = '/usr/bin/dsrdump';
const HAS_READERS = existsSync(DSRDUMP) && existsSync('/usr/lib/python3/dist-packages/pydicom');

interface Item {
  readonly type: string;
  readonly name?: readonly string[];
  readonly value?: number;
  readonly exact?: number;
  readonly unit?: readonly string[];
  readonly code?: readonly string[];
  readonly text?: string;
  readonly uid?: string;
  readonly graphic?: string;
  readonly data?: readonly number[];
  readonly frame?: string;
  readonly instance?: string;
  readonly template?: string;
  readonly relationship?: string;
  readonly items: readonly Item[];
}

interface Read {
  readonly class: string;
  readonly modality: string;
  readonly patient: readonly string[];
  readonly study: string;
  readonly evidence: readonly string[];
  readonly content: Item;
  readonly unknown: readonly string[];
}

const DETECTOR: Scale = { kind: 'detector', rowMm: 0.5 as Millimetres, columnMm: 0.25 as Millimetres };
const FILM: Picture = {
  place: { kind: 'image', path: 'a.png', frame: 0 },
  columns: 512,
  rows: 512,
  spacing: { kind: 'none' },
  basis: 'pa',
};
const CORONAL: Picture = {
  ...FILM,
  place: {
    kind: 'plane',
    path: 'b.nii.gz',
    plane: 'coronal',
    layer: 7,
    slab: { mode: 'slice' },
    orientation: 'LPH',
  },
  patient: { corner: [-100, 20, 50], right: [2, 0, 0], down: [0, 0, -5] },
};
const IMAGE = {
  study: '1.2.3',
  series: '1.2.3.4',
  sopClass: '1.2.840.10008.5.1.4.1.1.1.1',
  sopInstance: '1.2.3.4.5',
};

function mark(
  tool: MarkTool,
  points: string,
  more: Partial<Mark> = {},
  scale: Scale = DETECTOR,
): ReportedMark {
  const one: Mark = {
    id: `6f1c2a34-0000-4000-8000-${String(tool.length).padStart(12, '0')}`,
    tool,
    subject: 'sub-S1',
    session: 'ses-E1',
    picture: FILM,
    points: pts(points),
    text: '',
    createdAt: 0,
    changedAt: 0,
    ...more,
  };
  return { mark: one, scale, name: tool, uid: uuidUid(one.id), on: { image: IMAGE } };
}

const HU = { count: 7, mean: -412.25, sd: 12.5, min: -450, max: -400, unit: 'HU' } as const;
const MARKS: readonly ReportedMark[] = [
  mark('length', '10,10 22,18'),
  mark('bidirectional', '0,0 40,0 20,-4 20,12', {}, { ...DETECTOR, kind: 'user' }),
  mark('angle', '4,0 0,0 4,2'),
  mark('cobb', '0,0 10,0 0,20 10,20'),
  mark('rectangle', '10,20 30,60', { statistics: HU }),
  mark('ellipse', '0,0 40,20'),
  mark('freehand', '0,0 10,0 10,10', { statistics: { ...HU, unit: 'stored' } }, { kind: 'none' }),
  mark('probe', '3.5,4.5', { statistics: HU }),
  mark('arrow', '1,2 30,40', { text: 'Nódulo ≥ 1 cm' }),
  mark('calibration', '0,0 30,40', { statedMm: 100 }),
  mark('ctr', '100,0 100,200 70,120 150,140 10,150 190,160'),
  {
    ...mark('length', '0,0 3,4', { picture: CORONAL }, { kind: 'patient', rowMm: 5, columnMm: 2 } as Scale),
    on: { frameOfReference: '1.2.3.9' },
    name: 'plane',
  },
];

let folder = '';
let read: Read;
let dump = '';

const group = (name: string): Item => {
  const groups = read.content.items.at(-1)?.items ?? [];
  const found = groups.find(({ items }) => items.some(({ text }) => text === name));
  if (!found) throw new Error(`no group ${name}`);
  return found;
};

const numbers = (name: string): readonly (readonly [meaning: string, value: number, unit: string])[] =>
  group(name)
    .items.filter(({ type }) => type === 'NUM')
    .map(({ name: concept, value = NaN, unit }) => [concept?.[2] ?? '', value, unit?.[0] ?? '']);

const methods = (name: string) =>
  group(name).items.flatMap(({ items }) => items.filter(({ code }) => code).map(({ code }) => code?.[0]));

describe.runIf(HAS_READERS)('a measurement report', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'midscope-sr-'));
    const file = join(folder, 'report.dcm');
    const bytes = await writeMeasurementReport({
      patientId: 'sub-S1',
      patientSex: 'F',
      study: '1.2.3',
      studyDate: '20200318',
      series: '2.25.7',
      instance: '2.25.8',
      device: '2.25.9',
      version: '1.0.0',
      at: new Date(2026, 0, 2, 3, 4, 5),
      isTomography: false,
      marks: MARKS,
    });
    writeFileSync(file, bytes);
    read = JSON.parse(
      execFileSync(PYTHON, [join(import.meta.dirname, 'read-report.py'), file], { encoding: 'utf8' }),
    ) as Read;
    dump = execFileSync(DSRDUMP, ['+Pc', file], { encoding: 'utf8' });
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is a Comprehensive 3D SR of TID 1500 to pydicom, with no birth date', () => {
    expect(read.class).toBe('Comprehensive 3D SR Storage');
    expect(read.modality).toBe('SR');
    expect(read.patient).toEqual(['sub-S1', '', 'F']);
    expect(read.study).toBe('1.2.3');
    expect(read.evidence).toEqual(['1.2.3.4.5']);
    expect(read.content.template).toBe('1500');
    expect(read.content.name).toEqual(['126000', 'DCM', 'Imaging Measurement Report']);
    expect(read.content.items.at(-1)?.name).toEqual(['126010', 'DCM', 'Imaging Measurements']);
    expect(read.content.items.at(-1)?.items).toHaveLength(MARKS.length);
  });

  it('has only concepts that PS3.16 has, but those of its own scheme', () => {
    // Two are of SNOMED CT itself, in no context group that pydicom has: Cobb angle, radiographic imaging.
    expect(read.unknown).toEqual(['285285000 SCT', '363680008 SCT']);
  });

  it('has the numbers of closed forms, with units of UCUM', () => {
    expect(numbers('length')).toEqual([['Length', 5, 'mm']]);
    expect(numbers('bidirectional')).toEqual([
      ['Long Axis', 10, 'mm'],
      ['Short Axis', 8, 'mm'],
    ]);
    expect(numbers('angle')).toEqual([['Angle', expect.closeTo(45, 9), 'deg']]);
    expect(numbers('cobb')).toEqual([['Cobb angle', 0, 'deg']]);
    expect(numbers('rectangle')).toEqual([
      ['Area', 100, 'mm2'],
      ['Attenuation Coefficient', -412.25, "[hnsf'U]"],
      ['Attenuation Coefficient', 12.5, "[hnsf'U]"],
      ['Attenuation Coefficient', -450, "[hnsf'U]"],
      ['Attenuation Coefficient', -400, "[hnsf'U]"],
    ]);
    expect(numbers('ellipse')).toEqual([['Area', expect.closeTo(Math.PI * 5 * 5, 9), 'mm2']]);
    expect(numbers('freehand')[0]).toEqual(['Area', 50, '{pixels}']);
    expect(numbers('probe')).toEqual([['Attenuation Coefficient', -412.25, "[hnsf'U]"]]);
    expect(numbers('calibration')).toEqual([['Length as stated by the user', 100, 'mm']]);
    expect(numbers('ctr')).toEqual([
      ['Cardiothoracic ratio', expect.closeTo(80 / 180, 12), '{ratio}'],
      ['Greatest cardiac width across the midline', 20, 'mm'],
      ['Greatest inner thoracic width across midline', 45, 'mm'],
    ]);
    expect(numbers('plane')).toEqual(
      [['Length', Math.hypot(6, 20), 'mm']].map((each) => [
        each[0],
        expect.closeTo(Number(each[1]), 9),
        each[2],
      ]),
    );
  });

  it('says what lengths mean that are not in the patient, and what each mean and extreme is', () => {
    expect(methods('length')).toEqual(['DETECTOR']);
    expect(methods('bidirectional')).toEqual(['USER-CALIBRATED', 'USER-CALIBRATED']);
    expect(methods('plane')).toEqual([]);
    expect(methods('rectangle')).toEqual(['DETECTOR', '373098007', '386136009', '255605001', '56851009']);
  });

  it('places shapes on their image, or in the patient', () => {
    const shapes = (item: Item): readonly Item[] => [
      ...(item.graphic === undefined ? [] : [item]),
      ...item.items.flatMap(shapes),
    ];
    const [length] = shapes(group('length'));
    expect(length).toMatchObject({ type: 'SCOORD', graphic: 'POLYLINE', data: [10, 10, 22, 18] });
    expect(length?.items[0]).toMatchObject({
      type: 'IMAGE',
      instance: '1.2.3.4.5',
      relationship: 'SELECTED FROM',
    });
    expect(shapes(group('rectangle'))[0]).toMatchObject({
      graphic: 'POLYLINE',
      data: [10, 20, 30, 20, 30, 60, 10, 60, 10, 20],
    });
    // The ends of the longer axis come first.
    expect(shapes(group('ellipse'))[0]).toMatchObject({
      graphic: 'ELLIPSE',
      data: [0, 10, 40, 10, 20, 0, 20, 20],
    });
    expect(shapes(group('cobb')).map(({ data }) => data)).toEqual([
      [0, 0, 10, 0],
      [0, 20, 10, 20],
    ]);
    expect(shapes(group('plane'))[0]).toMatchObject({
      type: 'SCOORD3D',
      frame: '1.2.3.9',
      data: [-100, 20, 50, -94, 20, 30],
    });
    expect(
      group('arrow').items.find(({ type, name }) => type === 'TEXT' && name?.[0] === '121106')?.text,
    ).toBe('Nódulo ≥ 1 cm');
  });

  it('is what DCMTK reads, too', () => {
    expect(dump).toContain('Comprehensive 3D SR Document');
    expect(dump).toContain('Imaging Measurement Report');
    expect(dump).toContain('NUM:(410668003,SCT,"Length")="5" (mm,UCUM,"millimeter")');
    expect(dump).toContain('Nódulo');
    expect(dump).not.toMatch(/invalid|error/i);
  });
});

describe('a decimal string', () => {
  it('has at most 16 characters and says the number to six digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        const text = decimalString(value);
        expect(text.length).toBeLessThanOrEqual(16);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-6);
      }),
    );
  });
});

describe('a UID', () => {
  test('of a UUID is its number, PS3.5 annex B.2', () => {
    expect(uuidUid('f81d4fae-7dec-11d0-a765-00a0c91e6bf6')).toBe(
      '2.25.329800735698586629295641978511506172918',
    );
  });

  test('of a name is the same each time, another for another name, and at most 64 characters', () => {
    const seen = new Set<string>();
    for (let at = 0; at < 2_000; at++) {
      const uid = namedUid(`a/${at}.png`);
      expect(uid).toMatch(/^2\.25\.[1-9]\d{0,38}$/);
      seen.add(uid);
    }
    expect(seen.size).toBe(2_000);
    expect(namedUid('a/1.png')).toBe(namedUid('a/1.png'));
  });
});
