import type { DicomDataset, DicomElement, DicomValue } from '../../../src/domain/imaging/dicom-dataset.ts';
import { TAG } from '../../../src/domain/imaging/dicom-dataset.ts';
import { dicomJson } from '../../../src/phantom/image/dicom-json.ts';
import { uidOf } from '../../../src/phantom/image/uid.ts';
import { createRandom, type Random } from '../../../src/phantom/random.ts';
import { FILM_WINDOW } from './film.ts';
import type { BenchImage, BenchSession } from './plan.ts';

type Entry = readonly [tag: string, element: DicomElement];

const is = (tag: string, vr: string, ...values: readonly DicomValue[]): Entry => [tag, { vr, values }];

const MAKERS = [
  ['GMM', 'ACCORD DR'],
  ['"GE Healthcare"', 'Optima XR220'],
  ['Agfa', 'DXD30_Wireless'],
  ['FUJIFILM Corporation', '0001'],
  ['Philips Medical Systems', 'DigitalDiagnost'],
] as const;

/** Rows, columns and pixel spacing of the prototypes, as their sidecars state them. */
const SHAPE = {
  portable: [1_500, 1_200, 0.2],
  film: [2_500, 3_000, 0.139],
  'film-dicom': [2_500, 3_000, 0.139],
  slab: [512, 512, 0.7],
  volume: [512, 512, 0.7],
  series: [512, 512, 0.7],
} as const;

/** The sidecar of an image, about 5 kB; larger where it holds a lookup table. */
export function sidecarOf(session: BenchSession, image: BenchImage): string {
  const random = createRandom('bench', image.stem);
  const isFilm = session.modality !== 'CT';
  return dicomJson(
    new Map<string, DicomElement>([
      ...patientEntries(session),
      ...deviceEntries(session, image, random),
      ...pixelEntries(image, isFilm),
      ...(isFilm ? greyEntries(image, random) : windowEntries([-600, 40], [1_500, 400])),
      ...privateEntries(random),
    ]),
  );
}

function patientEntries({ subject, session, modality }: BenchSession): Entry[] {
  const random = createRandom('bench', subject);
  return [
    is(TAG.SpecificCharacterSet, 'CS', 'ISO_IR 100'),
    is(TAG.Modality, 'CS', modality),
    is(TAG.StudyDate, 'DA', `202003${random.integer(10, 31)}`),
    is(TAG.PatientSex, 'CS', random.pick(['M', 'F'])),
    is(TAG.PatientAge, 'AS', `0${random.integer(20, 95)}Y`),
    is(TAG.PatientBirthDate, 'DA', `19${random.integer(25, 99)}0101`),
    is(TAG.PatientComments, 'LT', `Project:covid19_posi Subject:${subject} Session:${session}`),
    is(TAG.StudyInstanceUID, 'UI', uidOf(session)),
    is(TAG.LongitudinalTemporalInformationModified, 'CS', 'MODIFIED'),
  ];
}

function deviceEntries({ modality }: BenchSession, { stem }: BenchImage, random: Random): Entry[] {
  const [maker, model] = random.pick(MAKERS);
  const procedure: DicomDataset = new Map([is(TAG.CodeMeaning, 'LO', 'Radiografía de tórax')]);
  return [
    is(TAG.SOPInstanceUID, 'UI', uidOf(stem)),
    is(TAG.SeriesInstanceUID, 'UI', uidOf(stem, 'series')),
    is(TAG.ImageType, 'CS', 'ORIGINAL', 'PRIMARY', ...(modality === 'CT' ? ['AXIAL'] : [])),
    is(TAG.Manufacturer, 'LO', maker),
    is(TAG.ManufacturerModelName, 'LO', model),
    is(TAG.SeriesDescription, 'LO', random.pick(['W034 Tórax Lat.', 'Tórax PA', 'portátil AP', 'TÃ²RAX AP'])),
    is(TAG.ProcedureCodeSequence, 'SQ', procedure),
    is(TAG.BodyPartExamined, 'CS', random.pick(['CHEST', 'T?RAX', 'TAP'])),
    is(TAG.ViewPosition, 'CS', ...random.pick([[], ['PA'], ['AP']])),
    is(TAG.SeriesNumber, 'IS', 1),
    is(TAG.InstanceNumber, 'IS', 1),
  ];
}

function pixelEntries({ kind }: BenchImage, isFilm: boolean): Entry[] {
  const [rows, columns, spacing] = SHAPE[kind];
  return [
    is(TAG.SamplesPerPixel, 'US', 1),
    is(TAG.Rows, 'US', rows),
    is(TAG.Columns, 'US', columns),
    is(TAG.BitsAllocated, 'US', 16),
    is(TAG.BitsStored, 'US', isFilm ? 14 : 16),
    is(TAG.HighBit, 'US', isFilm ? 13 : 15),
    is(TAG.PixelRepresentation, 'US', isFilm ? 0 : 1),
    is(isFilm ? TAG.ImagerPixelSpacing : TAG.PixelSpacing, 'DS', spacing, spacing),
    ...(isFilm ? [] : [is(TAG.RescaleIntercept, 'DS', 0), is(TAG.RescaleSlope, 'DS', 1)]),
  ];
}

const windowEntries = (centers: readonly number[], widths: readonly number[]): Entry[] => [
  is(TAG.WindowCenter, 'DS', ...centers),
  is(TAG.WindowWidth, 'DS', ...widths),
];

/** A quarter is MONOCHROME1, one in eleven has no window, one in thirteen a lookup table. */
function greyEntries({ kind }: BenchImage, random: Random): Entry[] {
  const { center, width } = FILM_WINDOW;
  const plain = [is(TAG.PhotometricInterpretation, 'CS', 'MONOCHROME2'), ...windowEntries([center], [width])];
  // The films that are opened must not differ in what their display costs.
  if (kind === 'film') return plain;
  if (random.chance(1 / 4))
    return [is(TAG.PhotometricInterpretation, 'CS', 'MONOCHROME1'), ...plain.slice(1)];
  if (random.chance(1 / 11)) return plain.slice(0, 1);
  return random.chance(1 / 13) ? [...plain, lookupTable()] : plain;
}

function lookupTable(): Entry {
  const entries = Uint16Array.from({ length: 1_024 }, (_, value) => 4 * value);
  const item: DicomDataset = new Map<string, DicomElement>([
    is(TAG.LUTDescriptor, 'US', entries.length, 0, 12),
    [TAG.LUTData, { vr: 'OW', values: [], bytes: new Uint8Array(entries.buffer) }],
  ]);
  return is(TAG.VOILUTSequence, 'SQ', item);
}

/** What makers add for themselves: most of a published sidecar. */
const privateEntries = (random: Random): Entry[] =>
  Array.from({ length: 60 }, (_, at) =>
    is(`0029${(0x1000 + at).toString(16).toUpperCase()}`, 'LO', random.next().toString(36)),
  );
