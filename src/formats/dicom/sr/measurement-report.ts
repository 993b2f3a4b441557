import type { DicomDataset, DicomElement } from '../../../domain/imaging/dicom-dataset.ts';
import { writeDicom } from '../write-dicom.ts';
import { CODES, OWN_SCHEME } from './codes.ts';
import {
  code,
  container,
  dataset,
  element,
  image,
  templateOf,
  text,
  uidReference,
  type ReferencedImage,
} from './content.ts';
import { markGroup, type ReportedMark } from './mark-groups.ts';

/** What a report of measurements is made of. Nothing in it tells more of the patient than the dataset's ids do. */
export interface MeasurementReport {
  readonly patientId: string;
  /** `M`, `F`, `O`, or empty. */
  readonly patientSex: string;
  readonly study: string;
  /** yyyymmdd, or empty. */
  readonly studyDate: string;
  readonly series: string;
  readonly instance: string;
  /** Of this copy of midscope, as an observer. */
  readonly device: string;
  readonly version: string;
  readonly at: Date;
  readonly isTomography: boolean;
  readonly marks: readonly ReportedMark[];
}

/** Comprehensive 3D SR Storage: coordinates on images and in the patient. */
const COMPREHENSIVE_3D_SR = '1.2.840.10008.5.1.4.1.1.88.34';
const NAME = 'midscope';
/** Said in every report. */
const PURPOSE = 'Measurements, research use only, not for diagnosis';

const two = (value: number): string => String(value).padStart(2, '0');
const dateOf = (at: Date): string => `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
const timeOf = (at: Date): string => `${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;

/** Every instance that is spoken of, once. */
function imagesOf(marks: readonly ReportedMark[]): readonly ReferencedImage[] {
  const found = new Map<string, ReferencedImage>();
  for (const { on } of marks)
    if ('image' in on) found.set(`${on.image.sopInstance} ${on.image.frame}`, on.image);
  return [...found.values()];
}

/** Things with the same key together, in the order of their first. */
function grouped<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): readonly (readonly [string, readonly Thing[]])[] {
  const found = new Map<string, Thing[]>();
  for (const thing of things) {
    const group = found.get(keyOf(thing));
    if (group) group.push(thing);
    else found.set(keyOf(thing), [thing]);
  }
  return [...found];
}

/** Studies, series and instances that the content points at (PS3.3 C.17.2.3). */
const evidence = (images: readonly ReferencedImage[]): DicomElement =>
  element(
    'SQ',
    ...grouped(images, ({ study }) => study).map(([study, ofStudy]) => studyItem(study, ofStudy)),
  );

const studyItem = (study: string, images: readonly ReferencedImage[]): DicomDataset =>
  dataset({
    '00081115': element(
      'SQ',
      ...grouped(images, ({ series }) => series).map(([series, ofSeries]) =>
        dataset({ '00081199': element('SQ', ...instancesOf(ofSeries)), '0020000E': element('UI', series) }),
      ),
    ),
    '0020000D': element('UI', study),
  });

const instancesOf = (images: readonly ReferencedImage[]): readonly DicomDataset[] =>
  [...new Map(images.map((one) => [one.sopInstance, one])).values()].map(({ sopClass, sopInstance }) =>
    dataset({ '00081150': element('UI', sopClass), '00081155': element('UI', sopInstance) }),
  );

/** The content of TID 1500. */
function content({ marks, isTomography, device }: MeasurementReport): readonly DicomDataset[] {
  const images = imagesOf(marks);
  const library = images.map((one) => image('CONTAINS', one));
  return [
    code('HAS CONCEPT MOD', CODES.language, CODES.english),
    code('HAS OBS CONTEXT', CODES.observerType, CODES.device),
    uidReference('HAS OBS CONTEXT', CODES.deviceUid, device),
    text('HAS OBS CONTEXT', CODES.deviceName, NAME),
    code('HAS CONCEPT MOD', CODES.procedure, isTomography ? CODES.tomography : CODES.radiography),
    ...(library.length > 0
      ? [
          container(
            'CONTAINS',
            CODES.imageLibrary,
            [container('CONTAINS', CODES.imageLibraryGroup, library)],
            '1600',
          ),
        ]
      : []),
    container('CONTAINS', CODES.measurements, marks.map(markGroup)),
  ];
}

/** Attributes of patient, study, series and equipment (PS3.3 A.35.13). */
function head(report: MeasurementReport): Readonly<Record<string, DicomElement>> {
  return {
    '00080016': element('UI', COMPREHENSIVE_3D_SR),
    '00080018': element('UI', report.instance),
    '00080020': element('DA', ...(report.studyDate === '' ? [] : [report.studyDate])),
    '00080023': element('DA', dateOf(report.at)),
    '00080030': element('TM'),
    '00080033': element('TM', timeOf(report.at)),
    '00080050': element('SH'),
    '00080060': element('CS', 'SR'),
    '00080070': element('LO', NAME),
    '00080090': element('PN'),
    '00080110': element(
      'SQ',
      dataset({ '00080102': element('SH', OWN_SCHEME), '00080115': element('ST', NAME) }),
    ),
    '0008103E': element('LO', PURPOSE),
    '00081090': element('LO', NAME),
    '00081111': element('SQ'),
    '00100010': element('PN'),
    '00100020': element('LO', report.patientId),
    '00100030': element('DA'),
    '00100040': element('CS', ...(report.patientSex === '' ? [] : [report.patientSex])),
    '00181000': element('LO', '0'),
    '00181020': element('LO', report.version),
    '0020000D': element('UI', report.study),
    '0020000E': element('UI', report.series),
    '00200010': element('SH'),
    '00200011': element('IS', 1),
    '00200013': element('IS', 1),
  };
}

/** Measurements as a DICOM Structured Report of TID 1500, Measurement Report (PS3.16), in a file. */
export function writeMeasurementReport(report: MeasurementReport): Promise<Uint8Array<ArrayBuffer>> {
  const images = imagesOf(report.marks);
  return writeDicom(
    dataset({
      ...head(report),
      '0040A040': element('CS', 'CONTAINER'),
      '0040A043': element('SQ', rootName()),
      '0040A050': element('CS', 'SEPARATE'),
      '0040A372': element('SQ'),
      ...(images.length > 0 && { '0040A375': evidence(images) }),
      '0040A491': element('CS', 'COMPLETE'),
      '0040A493': element('CS', 'UNVERIFIED'),
      ...templateOf('1500'),
      '0040A730': element('SQ', ...content(report)),
    }),
  );
}

function rootName(): DicomDataset {
  const [value, scheme, meaning] = CODES.report;
  return dataset({
    '00080100': element('SH', value),
    '00080102': element('SH', scheme),
    '00080104': element('LO', meaning),
  });
}
