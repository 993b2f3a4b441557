import type { ImageAttributes, LookupTable, VoiLutFunction, Window } from './image-attributes.ts';
import { TAG, type DicomDataset, type Tag } from './dicom-dataset.ts';
import { itemsOf, numbersOf, textsOf } from './dicom-values.ts';
import { frameDataset } from './functional-groups.ts';
import { valueIssue, type ImageIssue } from './image-issue.ts';
import { readLookupTable } from './read-lookup-table.ts';
import { readPalette } from './read-palette.ts';

/** Cosines of an image plane may be off by rounding; PS3.3 C.7.6.2.1.1 asks for unit, orthogonal vectors. */
const COSINE_TOLERANCE = 0.01;
const VOI_LUT_FUNCTIONS: readonly VoiLutFunction[] = ['LINEAR', 'LINEAR_EXACT', 'SIGMOID'];
const DATE_TAGS = [TAG.StudyDate, TAG.SeriesDate, TAG.AcquisitionDate, TAG.ContentDate];

interface Reader {
  readonly dataset: DicomDataset;
  readonly report: (issue: ImageIssue) => void;
}

/** Says that a filed value cannot be; nothing is said of one that is empty. */
function reject(reader: Reader, tag: Tag): undefined {
  const filed = textsOf(reader.dataset, tag).join('\\');
  if (filed.replaceAll('\\', '') !== '') reader.report(valueIssue(tag, filed.slice(0, 64)));
  return undefined;
}

const text = (reader: Reader, tag: Tag): string | undefined =>
  textsOf(reader.dataset, tag)[0]?.trim() || undefined;

const code = (reader: Reader, tag: Tag): string | undefined => text(reader, tag)?.toUpperCase();

/** A code string (PS3.5 section 6.2): what a free text says instead must not pass for a value. */
function modality(reader: Reader): string | undefined {
  const filed = code(reader, TAG.Modality);
  return filed === undefined || /^[A-Z0-9_ ]{1,16}$/.test(filed) ? filed : reject(reader, TAG.Modality);
}

function number(reader: Reader, tag: Tag, fits: (value: number) => boolean): number | undefined {
  const value = numbersOf(reader.dataset, tag)[0];
  if (value === undefined) return undefined;
  return Number.isFinite(value) && fits(value) ? value : reject(reader, tag);
}

const integer = (reader: Reader, tag: Tag, least: number, most: number): number | undefined =>
  number(reader, tag, (value) => Number.isInteger(value) && value >= least && value <= most);

function numbers(reader: Reader, tag: Tag, count: number): readonly number[] | undefined {
  const values = numbersOf(reader.dataset, tag);
  if (values.length === 0) return undefined;
  return values.length === count && values.every(Number.isFinite) ? values : reject(reader, tag);
}

function spacing(reader: Reader, tag: Tag): readonly [number, number] | undefined {
  const [row, column] = numbers(reader, tag, 2) ?? [];
  if (row === undefined || column === undefined) return undefined;
  return row > 0 && column > 0 ? [row, column] : reject(reader, tag);
}

function position(reader: Reader): readonly [number, number, number] | undefined {
  const [x, y, z] = numbers(reader, TAG.ImagePositionPatient, 3) ?? [];
  return x === undefined || y === undefined || z === undefined ? undefined : [x, y, z];
}

function orientation(reader: Reader): ImageAttributes['ImageOrientationPatient'] {
  const tag = TAG.ImageOrientationPatient;
  const cosines = numbers(reader, tag, 6);
  if (!cosines) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = cosines;
  const skew = [Math.hypot(a, b, c) - 1, Math.hypot(d, e, f) - 1, a * d + b * e + c * f];
  return skew.every((off) => Math.abs(off) <= COSINE_TOLERANCE) ? [a, b, c, d, e, f] : reject(reader, tag);
}

function patientOrientation(reader: Reader): readonly [string, string] | undefined {
  const [row, column] = textsOf(reader.dataset, TAG.PatientOrientation);
  return row && column ? [row.toUpperCase(), column.toUpperCase()] : undefined;
}

function voiLutFunction(reader: Reader): VoiLutFunction | undefined {
  const filed = code(reader, TAG.VOILUTFunction);
  if (filed === undefined) return undefined;
  return VOI_LUT_FUNCTIONS.find((known) => known === filed) ?? reject(reader, TAG.VOILUTFunction);
}

/** Dates that were shifted, or put in the place of removed ones (PS3.3 C.12.1, Longitudinal Temporal Information Modified). */
const areDatesModified = (reader: Reader): true | undefined =>
  ['MODIFIED', 'REMOVED'].includes(code(reader, TAG.LongitudinalTemporalInformationModified) ?? '') ||
  undefined;

/** Pairs of centre and width (PS3.3 C.11.2.1.2); a width that is not positive makes no window. */
function windows(reader: Reader): readonly Window[] {
  const { dataset } = reader;
  const centers = numbersOf(dataset, TAG.WindowCenter);
  const widths = numbersOf(dataset, TAG.WindowWidth);
  const explanations = textsOf(dataset, TAG.WindowCenterWidthExplanation);
  const filed = centers.map((center, index) => ({
    center,
    width: widths[index] ?? NaN,
    explanation: explanations[index] ?? '',
  }));
  const usable = filed.filter(({ center, width }) => Number.isFinite(center) && width > 0);
  if (usable.length < Math.max(centers.length, widths.length))
    reject(reader, widths.length > 0 ? TAG.WindowWidth : TAG.WindowCenter);
  return usable;
}

/** A value of "US or SS", of which 16 bits were filed whatever the VR said, in the sign of the pixels. */
function storedValue(reader: Reader, tag: Tag, signed: boolean): number | undefined {
  const value = number(reader, tag, Number.isInteger);
  if (value === undefined) return undefined;
  if (signed) return value > 0x7fff && value <= 0xffff ? value - 2 ** 16 : value;
  return value < 0 && value >= -0x8000 ? value + 2 ** 16 : value;
}

/** Padding of integer pixels, else of floating-point ones (PS3.3 C.7.6.24, C.7.6.25). */
function padding(reader: Reader, signed: boolean) {
  const real = (single: Tag, double: Tag) =>
    number(reader, single, () => true) ?? number(reader, double, () => true);
  return {
    PixelPaddingValue:
      storedValue(reader, TAG.PixelPaddingValue, signed) ??
      real(TAG.FloatPixelPaddingValue, TAG.DoubleFloatPixelPaddingValue),
    PixelPaddingRangeLimit:
      storedValue(reader, TAG.PixelPaddingRangeLimit, signed) ??
      real(TAG.FloatPixelPaddingRangeLimit, TAG.DoubleFloatPixelPaddingRangeLimit),
  };
}

function lookupTables(reader: Reader, sequence: Tag, signed: boolean): readonly LookupTable[] {
  return itemsOf(reader.dataset, sequence).flatMap(
    (item) => readLookupTable(item, signed, reader.report) ?? [],
  );
}

function bits(reader: Reader) {
  const BitsAllocated = integer(reader, TAG.BitsAllocated, 1, 64);
  const BitsStored = integer(reader, TAG.BitsStored, 1, BitsAllocated ?? 64);
  const HighBit = integer(reader, TAG.HighBit, (BitsStored ?? 1) - 1, (BitsAllocated ?? 64) - 1);
  return { BitsAllocated, BitsStored, HighBit };
}

/** Dates are yyyymmdd, with dots or dashes in older or converted files. */
function date(reader: Reader): number | undefined {
  for (const tag of DATE_TAGS) {
    const [filed = ''] = textsOf(reader.dataset, tag);
    const match = /^(\d{4})[.-]?(\d\d)[.-]?(\d\d)$/.exec(filed);
    const [year, month, day] = (match ?? []).slice(1).map(Number);
    if (year && month && day && month <= 12 && day <= 31) return year * 10_000 + month * 100 + day;
    if (filed !== '') reject(reader, tag);
  }
  return undefined;
}

const flag = (value: string | undefined): boolean | undefined =>
  value === 'YES' ? true : value === 'NO' ? false : undefined;

function procedure(reader: Reader): string | undefined {
  const [item] = itemsOf(reader.dataset, TAG.ProcedureCodeSequence);
  const meaning = item && text({ ...reader, dataset: item }, TAG.CodeMeaning);
  return meaning ?? text(reader, TAG.StudyDescription);
}

/** How stored values become modality values and these become grey. */
function transformations(reader: Reader) {
  const PixelRepresentation = integer(reader, TAG.PixelRepresentation, 0, 1);
  const signed = PixelRepresentation === 1;
  const RescaleSlope = number(reader, TAG.RescaleSlope, (slope) => slope !== 0);
  const RescaleIntercept = number(reader, TAG.RescaleIntercept, () => true);
  const [modalityLut] = lookupTables(reader, TAG.ModalityLUTSequence, signed);
  const signedOutput = !modalityLut && (signed || (RescaleIntercept ?? 0) < 0);
  return {
    PixelRepresentation,
    ...padding(reader, signed),
    RescaleSlope,
    RescaleIntercept,
    RescaleType: text(reader, TAG.RescaleType),
    modalityLut,
    windows: windows(reader),
    VOILUTFunction: voiLutFunction(reader),
    voiLuts: lookupTables(reader, TAG.VOILUTSequence, signedOutput),
    PresentationLUTShape: code(reader, TAG.PresentationLUTShape),
    palette: readPalette(reader.dataset, signed, reader.report),
  };
}

function layout(reader: Reader) {
  const imageType = textsOf(reader.dataset, TAG.ImageType);
  return {
    Modality: modality(reader),
    ImageType: imageType.length > 0 ? imageType : undefined,
    Rows: integer(reader, TAG.Rows, 1, 0xffff),
    Columns: integer(reader, TAG.Columns, 1, 0xffff),
    NumberOfFrames: integer(reader, TAG.NumberOfFrames, 1, 2 ** 31 - 1),
    SamplesPerPixel: integer(reader, TAG.SamplesPerPixel, 1, 0xffff),
    PhotometricInterpretation: code(reader, TAG.PhotometricInterpretation),
    PlanarConfiguration: integer(reader, TAG.PlanarConfiguration, 0, 1),
    ...bits(reader),
  };
}

function geometry(reader: Reader) {
  return {
    PixelSpacing: spacing(reader, TAG.PixelSpacing),
    ImagerPixelSpacing: spacing(reader, TAG.ImagerPixelSpacing),
    PixelAspectRatio: spacing(reader, TAG.PixelAspectRatio),
    PixelSpacingCalibrationType: code(reader, TAG.PixelSpacingCalibrationType),
    EstimatedRadiographicMagnificationFactor: number(
      reader,
      TAG.EstimatedRadiographicMagnificationFactor,
      (factor) => factor > 0,
    ),
    PatientOrientation: patientOrientation(reader),
    ImageOrientationPatient: orientation(reader),
    ImagePositionPatient: position(reader),
    SliceThickness: number(reader, TAG.SliceThickness, (thickness) => thickness >= 0),
    FrameOfReferenceUID: text(reader, TAG.FrameOfReferenceUID),
  };
}

function identity(reader: Reader) {
  return {
    SOPInstanceUID: text(reader, TAG.SOPInstanceUID),
    SeriesInstanceUID: text(reader, TAG.SeriesInstanceUID),
    InstanceNumber: number(reader, TAG.InstanceNumber, Number.isInteger),
    SeriesDescription: text(reader, TAG.SeriesDescription),
    procedure: procedure(reader),
    ViewPosition: text(reader, TAG.ViewPosition),
    PatientPosition: text(reader, TAG.PatientPosition),
    BurnedInAnnotation: flag(code(reader, TAG.BurnedInAnnotation)),
    datesModified: areDatesModified(reader),
    date: date(reader),
  };
}

/**
 * The attributes that decide how an image is shown, out of a file or a sidecar.
 *
 * Value representations are not trusted: numbers are read out of texts, several values out of one text joined
 * by `\`. A value that cannot be (no rows, a spacing of zero, more bits stored than allocated) is left out with
 * a SIDECAR_VALUE issue that names tag and value; an empty one is left out in silence.
 *
 * @param frame of an enhanced multi-frame image, counted from 0: what its functional groups say comes first.
 */
export function readImageAttributes(
  dataset: DicomDataset,
  frame = 0,
): {
  attributes: ImageAttributes;
  issues: readonly ImageIssue[];
} {
  const issues: ImageIssue[] = [];
  const reader: Reader = { dataset: frameDataset(dataset, frame), report: (issue) => issues.push(issue) };
  const found = {
    ...layout(reader),
    ...transformations(reader),
    ...geometry(reader),
    ...identity(reader),
  };
  return { attributes: withoutAbsent(found), issues };
}

type Optional<Type> = { [Key in keyof Type]: Type[Key] | undefined };
type Present<Type> = { [Key in keyof Type as undefined extends Type[Key] ? never : Key]: Type[Key] } & {
  [Key in keyof Type as undefined extends Type[Key] ? Key : never]?: Exclude<Type[Key], undefined>;
};

/** Drops the keys without value, since an absent attribute is an absent key. */
const withoutAbsent = <Type extends Optional<object>>(found: Type): Present<Type> =>
  Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Present<Type>;
