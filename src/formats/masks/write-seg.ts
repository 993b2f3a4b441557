import {
  TAG,
  type DicomDataset,
  type DicomElement,
  type DicomValue,
  type Tag,
} from '../../domain/imaging/dicom-dataset.ts';
import { textsOf } from '../../domain/imaging/dicom-values.ts';
import { dicomLabOfRgb } from '../../domain/segmentation/colour.ts';
import type { ExportSegment } from '../../domain/segmentation/export-labels.ts';
import { fillOutline } from '../../domain/segmentation/fill-outline.ts';
import type { MaskTarget } from '../../domain/segmentation/mask-target.ts';
import { writeDicom } from '../dicom/write-dicom.ts';
import { STAMP } from './write-label-map.ts';

/** The DICOM image that a slice is, or was made of. */
export interface SegSource {
  readonly sopClass: string;
  readonly sopInstance: string;
}

/** What a segmentation is made of. */
export interface SegRequest {
  readonly segments: readonly ExportSegment[];
  readonly target: MaskTarget;
  /** Of each slice; undefined where the image is not known in DICOM. */
  readonly sources: readonly (SegSource | undefined)[];
  /** Header of one image, or its sidecar; empty without. */
  readonly image: DicomDataset;
  /** By which the patient goes in the dataset. */
  readonly subject: string;
  readonly now: Date;
  /** A new UID at each call. */
  readonly uid: () => string;
}

const SEGMENTATION_STORAGE = '1.2.840.10008.5.1.4.1.1.66.4';

const element = (vr: string, ...values: readonly DicomValue[]): DicomElement => ({ vr, values });
const text = (vr: string, value: string): DicomElement => element(vr, ...(value === '' ? [] : [value]));
const sequence = (...items: readonly DicomDataset[]): DicomElement => ({ vr: 'SQ', values: items });
const item = (...elements: readonly (readonly [Tag, DicomElement])[]): DicomDataset => new Map(elements);

const code = (value: string, scheme: string, meaning: string): DicomDataset =>
  item(
    ['00080100', element('SH', value)],
    ['00080102', element('SH', scheme)],
    ['00080104', element('LO', meaning)],
  );

/** At most so many characters, none of which divides values. */
const short = (value: string, most: number): string => value.replaceAll('\\', '/').slice(0, most);

/** A Decimal String: at most 16 characters (PS3.5 section 6.2). */
function decimal(value: number): string {
  for (let digits = 10; digits > 0; digits--) {
    const written = String(Number(value.toPrecision(digits)));
    if (written.length <= 16) return written;
  }
  return value.toExponential(6);
}

interface Frame {
  readonly segment: number;
  readonly slice: number;
  readonly outline: string;
}

/**
 * A binary DICOM Segmentation (PS3.3 A.51): a frame for each slice of each segment, none of them empty, so that segments
 * may overlap. Frames name the DICOM images they belong to as far as these are known, and lie in the patient as far as
 * the image says where it does. Of the patient it holds the id of the dataset and nothing else.
 */
export async function writeSeg(request: SegRequest): Promise<Uint8Array<ArrayBuffer>> {
  const { segments, target } = request;
  const frames = segments.flatMap(({ outlines }, at) =>
    outlines.flatMap((outline, slice): readonly Frame[] =>
      outline ? [{ segment: at + 1, slice, outline }] : [],
    ),
  );
  if (frames.length === 0) throw new RangeError('nothing to write');
  const { columns, rows } = target;
  const bits = new Uint8Array(Math.ceil((frames.length * columns * rows) / 8));
  const map = { columns, rows, data: new Uint8Array(columns * rows) };
  frames.forEach(({ outline }, at) => {
    map.data.fill(0);
    fillOutline(map, outline, 1);
    // Frames follow each other bit by bit, the lowest bit first (PS3.5 section 8.1.1).
    for (let pixel = 0, bit = at * map.data.length; pixel < map.data.length; pixel++, bit++)
      if (map.data[pixel] === 1) bits[bit >> 3]! |= 1 << (bit & 7);
  });
  return writeDicom(datasetOf(request, frames), bits);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A date as DA and a time as TM, of this machine's clock. */
function clock(now: Date): { readonly date: string; readonly time: string } {
  return {
    date: `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`,
    time: `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`,
  };
}

function datasetOf(request: SegRequest, frames: readonly Frame[]): DicomDataset {
  const { segments, target, image, subject, now, uid } = request;
  const { date, time } = clock(now);
  const lies = target.slices[frames[0]?.slice ?? 0]?.plane !== undefined;
  const ofImage = (tag: Tag, fallback = ''): string => textsOf(image, tag)[0] ?? fallback;
  const frameOfReference = target.frameOfReference ?? uid();
  return item(
    ['00080008', element('CS', 'DERIVED', 'PRIMARY')],
    [TAG.SOPClassUID, element('UI', SEGMENTATION_STORAGE)],
    [TAG.SOPInstanceUID, element('UI', uid())],
    [TAG.StudyDate, text('DA', ofImage(TAG.StudyDate))],
    [TAG.ContentDate, element('DA', date)],
    ['00080030', text('TM', ofImage('00080030'))],
    ['00080033', element('TM', time)],
    ['00080050', text('SH', '')],
    [TAG.Modality, element('CS', 'SEG')],
    [TAG.Manufacturer, element('LO', 'midscope')],
    ['00080090', text('PN', '')],
    [TAG.SeriesDescription, element('LO', short(STAMP, 64))],
    [TAG.ManufacturerModelName, element('LO', 'midscope')],
    ...referencedSeries(request),
    [TAG.PatientName, element('PN', short(subject, 64))],
    ['00100020', element('LO', short(subject, 64))],
    [TAG.PatientBirthDate, text('DA', '')],
    [TAG.PatientSex, text('CS', '')],
    ['00181000', element('LO', '1')],
    ['00181020', element('LO', '1')],
    [TAG.StudyInstanceUID, element('UI', ofImage(TAG.StudyInstanceUID) || uid())],
    [TAG.SeriesInstanceUID, element('UI', uid())],
    ['00200010', text('SH', ofImage('00200010'))],
    [TAG.SeriesNumber, element('IS', 900)],
    [TAG.InstanceNumber, element('IS', 1)],
    ...(lies
      ? [
          [TAG.FrameOfReferenceUID, element('UI', frameOfReference)] as const,
          ['00201040', text('LO', '')] as const,
        ]
      : [[TAG.PatientOrientation, text('CS', '')] as const]),
    ...dimensions(uid(), lies),
    [TAG.SamplesPerPixel, element('US', 1)],
    [TAG.PhotometricInterpretation, element('CS', 'MONOCHROME2')],
    [TAG.NumberOfFrames, element('IS', frames.length)],
    [TAG.Rows, element('US', target.rows)],
    [TAG.Columns, element('US', target.columns)],
    [TAG.BitsAllocated, element('US', 1)],
    [TAG.BitsStored, element('US', 1)],
    [TAG.HighBit, element('US', 0)],
    [TAG.PixelRepresentation, element('US', 0)],
    ['00282110', element('CS', '00')],
    [TAG.SegmentationType, element('CS', 'BINARY')],
    [TAG.SegmentSequence, sequence(...segments.map(segmentItem))],
    ['00620013', element('CS', 'UNDEFINED')],
    ['00700080', element('CS', 'SEGMENTATION')],
    ['00700081', element('LO', short(STAMP, 64))],
    ['00700084', text('PN', '')],
    [TAG.SharedFunctionalGroupsSequence, sequence(sharedGroups(target, frames))],
    [
      TAG.PerFrameFunctionalGroupsSequence,
      sequence(...frames.map((frame) => frameGroups(request, frame, lies))),
    ],
  );
}

/** The images that it was drawn on (PS3.3 C.12.2), where they are known. */
function referencedSeries({ image, sources }: SegRequest): readonly (readonly [Tag, DicomElement])[] {
  const [series] = textsOf(image, TAG.SeriesInstanceUID);
  const known = new Map(sources.flatMap((source) => (source ? [[source.sopInstance, source] as const] : [])));
  if (known.size === 0 || series === undefined) return [];
  const instances = Array.from(known.values(), (source) => item(...reference(source)));
  return [
    [
      TAG.ReferencedSeriesSequence,
      sequence(
        item(
          [TAG.ReferencedInstanceSequence, sequence(...instances)],
          [TAG.SeriesInstanceUID, element('UI', series)],
        ),
      ),
    ],
  ];
}

const reference = ({ sopClass, sopInstance }: SegSource): readonly (readonly [Tag, DicomElement])[] => [
  [TAG.ReferencedSOPClassUID, element('UI', sopClass)],
  [TAG.ReferencedSOPInstanceUID, element('UI', sopInstance)],
];

/** Frames are ordered by segment, then by place where they have one (PS3.3 C.7.6.17). */
function dimensions(organization: string, lies: boolean): readonly (readonly [Tag, DicomElement])[] {
  const index = (pointer: Tag, group: Tag, label: string): DicomDataset =>
    item(
      ['00209164', element('UI', organization)],
      ['00209165', element('AT', pointer)],
      ['00209167', element('AT', group)],
      ['00209421', element('LO', label)],
    );
  return [
    ['00209221', sequence(item(['00209164', element('UI', organization)]))],
    [
      '00209222',
      sequence(
        index(TAG.ReferencedSegmentNumber, TAG.SegmentIdentificationSequence, 'Segment Number'),
        ...(lies ? [index(TAG.ImagePositionPatient, TAG.PlanePositionSequence, 'Image Position')] : []),
      ),
    ],
  ];
}

function segmentItem({ name, cui, colour }: ExportSegment, at: number): DicomDataset {
  const type = cui === '' ? code('85756007', 'SCT', 'Tissue') : code(cui, 'UMLS', short(name, 64));
  return item(
    [
      TAG.SegmentedPropertyCategoryCodeSequence,
      sequence(code('49755003', 'SCT', 'Morphologically Altered Structure')),
    ],
    [TAG.SegmentNumber, element('US', at + 1)],
    [TAG.SegmentLabel, element('LO', short(name, 64))],
    // How it was drawn is not known; the value that says nothing of an algorithm is this one.
    [TAG.SegmentAlgorithmType, element('CS', 'MANUAL')],
    [TAG.RecommendedDisplayCIELabValue, element('US', ...dicomLabOfRgb(colour))],
    [TAG.SegmentedPropertyTypeCodeSequence, sequence(type)],
  );
}

function sharedGroups({ slices }: MaskTarget, [first]: readonly Frame[]): DicomDataset {
  const plane = slices[first?.slice ?? 0]?.plane;
  if (!plane) return item();
  const others = slices.flatMap(({ plane: other }) => other ?? []);
  const thickness =
    others.length > 1 ? distanceOf(others[0]!.ImagePositionPatient, others[1]!.ImagePositionPatient) : 1;
  return item(
    [
      TAG.PixelMeasuresSequence,
      sequence(
        item(
          [TAG.SliceThickness, element('DS', decimal(thickness))],
          [TAG.PixelSpacing, element('DS', ...plane.PixelSpacing.map(decimal))],
        ),
      ),
    ],
    [
      TAG.PlaneOrientationSequence,
      sequence(
        item([TAG.ImageOrientationPatient, element('DS', ...plane.ImageOrientationPatient.map(decimal))]),
      ),
    ],
  );
}

const distanceOf = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, axis) => value - (b[axis] ?? 0))) || 1;

function frameGroups(
  { target, sources }: SegRequest,
  { segment, slice }: Frame,
  lies: boolean,
): DicomDataset {
  const source = sources[slice];
  const plane = target.slices[slice]?.plane;
  const places = lies ? [segment, slice + 1] : [segment];
  return item(
    [TAG.DerivationImageSequence, sequence(...(source ? [derivation(source, target, slice)] : []))],
    ['00209111', sequence(item(['00209157', element('UL', ...places)]))],
    ...(plane
      ? [
          [
            TAG.PlanePositionSequence,
            sequence(
              item([TAG.ImagePositionPatient, element('DS', ...plane.ImagePositionPatient.map(decimal))]),
            ),
          ] as const,
        ]
      : []),
    [
      TAG.SegmentIdentificationSequence,
      sequence(item([TAG.ReferencedSegmentNumber, element('US', segment)])),
    ],
  );
}

/** Of which image a frame was made. */
const derivation = (source: SegSource, target: MaskTarget, slice: number): DicomDataset =>
  item(
    [
      TAG.SourceImageSequence,
      sequence(
        item(
          ...reference(source),
          ...frameNumber(target, slice),
          ['0040A170', sequence(code('121322', 'DCM', 'Source image for image processing operation'))],
          ['0028135A', element('CS', 'YES')],
        ),
      ),
    ],
    ['00089215', sequence(code('113076', 'DCM', 'Segmentation'))],
  );

function frameNumber({ slices }: MaskTarget, slice: number): readonly (readonly [Tag, DicomElement])[] {
  const frame = slices[slice]?.frame;
  return frame === undefined ? [] : [[TAG.ReferencedFrameNumber, element('IS', frame)]];
}
