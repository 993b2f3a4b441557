import { TAG } from '../../domain/imaging/dicom-dataset.ts';
import type { DicomDataset, DicomElement, DicomValue } from '../../domain/imaging/dicom-dataset.ts';
import type { CtGeometry } from '../ct/scanner.ts';
import type { FilmGeometry } from '../film/projection.ts';
import type { DemoSession } from '../plan/demo-plan.ts';
import type { FilmPlan } from '../plan/plan.ts';
import { createRandom } from '../random.ts';
import { DETECTORS } from './detectors.ts';
import type { Detector } from './detectors.ts';
import { voiLutOf, windowsOf } from './stored-film.ts';
import { uidOf } from './uid.ts';

type Entry = readonly [tag: string, element: DicomElement];

const is = (tag: string, vr: string, ...values: readonly DicomValue[]): Entry => [tag, { vr, values }];

/** Storage SOP classes, PS3.4 annex B.5. */
const SOP_CLASS = {
  CR: '1.2.840.10008.5.1.4.1.1.1',
  DX: '1.2.840.10008.5.1.4.1.1.1.1',
  CT: '1.2.840.10008.5.1.4.1.1.2',
} as const;

/** The attributes of a film: what its sidecar says, or the header of its DICOM file. */
export function filmAttributes(
  session: DemoSession,
  plan: FilmPlan,
  run: number,
  geometry: FilmGeometry,
): DicomDataset {
  const detector: Detector = DETECTORS[plan.detector];
  const { columns, rows, pixel } = geometry;
  return new Map<string, DicomElement>([
    ...patientEntries(session),
    ...seriesEntries(session, detector.modality, run),
    is(TAG.SOPInstanceUID, 'UI', uidOf(session.seed, session.subject, session.session, run)),
    is(TAG.ImageType, 'CS', 'ORIGINAL', 'PRIMARY'),
    is(TAG.Manufacturer, 'LO', detector.manufacturer),
    is(TAG.ManufacturerModelName, 'LO', detector.model),
    is(TAG.SeriesDescription, 'LO', descriptionOf(plan, detector)),
    is(TAG.ProcedureCodeSequence, 'SQ', procedureOf('RX-7101', 'RX de tórax')),
    is('00180060', 'DS', plan.view === 'AP' ? 95 : 125),
    is('00181110', 'DS', geometry.distance),
    is('00181150', 'IS', plan.view === 'AP' ? 8 : 5),
    ...viewEntries(plan),
    is('00187004', 'CS'),
    is(TAG.ImagerPixelSpacing, 'DS', pixel, pixel),
    ...(detector.pixelSpacing ? [is(TAG.PixelSpacing, 'DS', pixel, pixel)] : []),
    ...greyEntries(columns, rows, detector),
    ...voiEntries(detector),
    ...(detector.shape ? [is(TAG.PresentationLUTShape, 'CS', detector.shape)] : []),
    is('00190010', 'LO', 'MIDSCOPE PHANTOM 1.0'),
    is('00191001', 'LO', 'synthetic'),
    is('00400254', 'LO'),
  ]);
}

/** Attributes of a CT as a whole; `signed` for stored values with padding below air. */
export function ctAttributes(
  session: DemoSession,
  run: number,
  geometry: CtGeometry,
  localizer: boolean,
): DicomDataset {
  return new Map<string, DicomElement>([
    ...patientEntries(session),
    ...seriesEntries(session, 'CT', run),
    is(TAG.SOPInstanceUID, 'UI', uidOf(session.seed, session.subject, session.session, run)),
    is(
      TAG.ImageType,
      'CS',
      ...(localizer ? ['ORIGINAL', 'PRIMARY', 'LOCALIZER'] : ['ORIGINAL', 'PRIMARY', 'AXIAL']),
    ),
    is(TAG.Manufacturer, 'LO', 'SIEMENS'),
    is(TAG.ManufacturerModelName, 'LO', 'Emotion 16'),
    is(TAG.SeriesDescription, 'LO', localizer ? 'Topograma' : 'Tórax sin contraste'),
    is(TAG.ProcedureCodeSequence, 'SQ', procedureOf('TC-7201', 'TC tórax sin contraste')),
    is(TAG.BodyPartExamined, 'CS', 'CHEST'),
    is(TAG.SliceThickness, 'DS', geometry.spacing[2]),
    is('00180060', 'DS', 130),
    is('00181210', 'SH', 'B60s'),
    is('00185100', 'CS', 'HFS'),
    is(TAG.PixelSpacing, 'DS', geometry.spacing[1], geometry.spacing[0]),
    is(TAG.ImageOrientationPatient, 'DS', 1, 0, 0, 0, 1, 0),
    is(TAG.FrameOfReferenceUID, 'UI', uidOf(session.seed, session.subject, session.session, 'frame')),
    is(TAG.SamplesPerPixel, 'US', 1),
    is(TAG.PhotometricInterpretation, 'CS', 'MONOCHROME2'),
    is(TAG.Rows, 'US', geometry.rows),
    is(TAG.Columns, 'US', geometry.columns),
    is(TAG.BitsAllocated, 'US', 16),
    is(TAG.BitsStored, 'US', 16),
    is(TAG.HighBit, 'US', 15),
    is(TAG.PixelRepresentation, 'US', 1),
    is(TAG.RescaleIntercept, 'DS', CT_INTERCEPT),
    is(TAG.RescaleSlope, 'DS', 1),
    is(TAG.RescaleType, 'LO', 'HU'),
    is(TAG.WindowCenter, 'DS', -600, 50),
    is(TAG.WindowWidth, 'DS', 1500, 350),
    is(TAG.WindowCenterWidthExplanation, 'LO', 'LUNG', 'MEDIASTINUM'),
  ]);
}

/** Stored value + intercept = Hounsfield units. */
export const CT_INTERCEPT = -1024;
/** Stored value outside the reconstructed circle of a DICOM slice. */
export const CT_PADDING = -2000;

/** What one DICOM slice adds to the attributes of its series. */
export function sliceAttributes(
  series: DicomDataset,
  session: DemoSession,
  slice: { readonly run: number; readonly index: number; readonly instance: number },
  position: readonly [number, number, number],
): DicomDataset {
  return new Map<string, DicomElement>([
    ...series,
    is(
      TAG.SOPInstanceUID,
      'UI',
      uidOf(session.seed, session.subject, session.session, slice.run, slice.index),
    ),
    is(TAG.InstanceNumber, 'IS', slice.instance),
    is(TAG.ImagePositionPatient, 'DS', ...position),
    is('00201041', 'DS', position[2]),
    is(TAG.PixelPaddingValue, 'SS', CT_PADDING),
  ]);
}

const sixDigits = (id: string): string => id.replace(/\D/g, '').padStart(6, '0');

function patientEntries({ seed, person, plan, subject, session }: DemoSession): Entry[] {
  const random = createRandom(seed, person.id, 'birth');
  const year = Math.floor((plan.date || 20200401) / 10000) - person.age;
  const birth = `${year}${String(random.integer(1, 12)).padStart(2, '0')}${String(random.integer(1, 28)).padStart(2, '0')}`;
  return [
    is(TAG.PatientName, 'PN', `SINTETICO^${person.id}`),
    is('00100020', 'LO', person.id),
    is(TAG.PatientBirthDate, 'DA', birth),
    is(TAG.PatientSex, 'CS', person.sex),
    is(TAG.PatientAge, 'AS', `${String(person.age).padStart(3, '0')}Y`),
    is(
      TAG.PatientComments,
      'LT',
      `Project:covid19_posi Subject:${sixDigits(subject)} Session:${sixDigits(session)} Synthetic`,
    ),
    is('00120062', 'CS', 'YES'),
    is(TAG.LongitudinalTemporalInformationModified, 'CS', 'MODIFIED'),
  ];
}

function seriesEntries(
  { seed, subject, session, plan }: DemoSession,
  modality: 'CR' | 'DX' | 'CT',
  run: number,
): Entry[] {
  const date = plan.date === 0 ? [] : [String(plan.date)];
  return [
    is(TAG.SpecificCharacterSet, 'CS', 'ISO_IR 100'),
    is(TAG.SOPClassUID, 'UI', SOP_CLASS[modality]),
    is(TAG.StudyDate, 'DA', ...date),
    is(TAG.SeriesDate, 'DA', ...date),
    is('00080030', 'TM', ...(date.length > 0 ? [`${9 + (run % 8)}1500`.padStart(6, '0')] : [])),
    is('00080050', 'SH'),
    is(TAG.Modality, 'CS', modality),
    is('00080068', 'CS', 'FOR PRESENTATION'),
    is('00080080', 'LO'),
    is('00080090', 'PN'),
    is(TAG.StudyInstanceUID, 'UI', uidOf(seed, subject, session, 'study')),
    is(TAG.SeriesInstanceUID, 'UI', uidOf(seed, subject, session, 'series', run)),
    is('00200010', 'SH'),
    is(TAG.SeriesNumber, 'IS', run),
    is(TAG.InstanceNumber, 'IS', 1),
  ];
}

const procedureOf = (code: string, meaning: string): DicomDataset =>
  new Map<string, DicomElement>([
    is('00080100', 'SH', code),
    is('00080102', 'SH', '99SYN'),
    is(TAG.CodeMeaning, 'LO', meaning),
  ]);

function descriptionOf(plan: FilmPlan, detector: Detector): string {
  if (plan.view === 'AP') return detector.portable;
  return plan.view === 'PA' ? detector.frontal : detector.lateral;
}

/** Most makers leave the view empty; where it is filed it is that of the film, not of its name. */
function viewEntries(plan: FilmPlan): Entry[] {
  const silent = plan.detector === 'agfaPlain' || plan.detector === 'agfaCr' || plan.acq !== undefined;
  const view = plan.view === 'lateral' ? 'LL' : plan.view;
  const orientation = plan.view === 'lateral' ? ['P', 'F'] : ['L', 'F'];
  return [
    is(TAG.BodyPartExamined, 'CS', 'CHEST'),
    is(TAG.ViewPosition, 'CS', ...(silent ? [] : [view])),
    ...(silent ? [] : [is(TAG.PatientOrientation, 'CS', ...orientation)]),
  ];
}

function greyEntries(columns: number, rows: number, detector: Detector): Entry[] {
  const allocated = detector.bitsStored === 8 ? 8 : 16;
  return [
    is(TAG.SamplesPerPixel, 'US', 1),
    is(TAG.PhotometricInterpretation, 'CS', detector.photometric),
    is(TAG.Rows, 'US', rows),
    is(TAG.Columns, 'US', columns),
    is(TAG.BitsAllocated, 'US', allocated),
    is(TAG.BitsStored, 'US', detector.bitsStored),
    is(TAG.HighBit, 'US', detector.bitsStored - 1),
    is(TAG.PixelRepresentation, 'US', 0),
    is('00282110', 'CS', '00'),
  ];
}

function voiEntries(detector: Detector): Entry[] {
  const windows = windowsOf(detector);
  const entries: Entry[] = [];
  if (detector.windows.length > 0) {
    entries.push(
      is(TAG.WindowCenter, 'DS', ...windows.map(({ center }) => center)),
      is(TAG.WindowWidth, 'DS', ...windows.map(({ width }) => width)),
    );
    const explanations = windows.map(({ explanation }) => explanation);
    if (explanations.some(Boolean)) entries.push(is(TAG.WindowCenterWidthExplanation, 'LO', ...explanations));
  }
  if (detector.voiLut) {
    const lut = voiLutOf(detector);
    const item: DicomDataset = new Map<string, DicomElement>([
      is(TAG.LUTDescriptor, 'US', lut.length, 0, detector.bitsStored),
      is(TAG.LUTExplanation, 'LO', 'NORMAL'),
      [TAG.LUTData, { vr: 'OW', values: [], bytes: new Uint8Array(lut.buffer) }],
    ]);
    entries.push(is(TAG.VOILUTSequence, 'SQ', item));
  }
  return entries;
}
