import { TAG, type Tag } from './dicom-dataset.ts';

type Keyword = keyof typeof TAG;

/**
 * Value representation of every tag in {@link TAG}, PS3.6 section 6; the first one where the standard allows two
 * (`US` for "US or SS"). Implicit VR files and flat sidecars do not name theirs.
 */
const VALUE_REPRESENTATION: Readonly<Record<Keyword, string>> = {
  TransferSyntaxUID: 'UI',
  SpecificCharacterSet: 'CS',
  ImageType: 'CS',
  SOPClassUID: 'UI',
  SOPInstanceUID: 'UI',
  StudyDate: 'DA',
  SeriesDate: 'DA',
  AcquisitionDate: 'DA',
  ContentDate: 'DA',
  Modality: 'CS',
  Manufacturer: 'LO',
  CodeMeaning: 'LO',
  StudyDescription: 'LO',
  ProcedureCodeSequence: 'SQ',
  SeriesDescription: 'LO',
  ManufacturerModelName: 'LO',
  PatientName: 'PN',
  PatientBirthDate: 'DA',
  PatientSex: 'CS',
  PatientAge: 'AS',
  PatientComments: 'LT',
  BodyPartExamined: 'CS',
  SliceThickness: 'DS',
  EstimatedRadiographicMagnificationFactor: 'DS',
  FieldOfViewRotation: 'DS',
  ImagerPixelSpacing: 'DS',
  ViewPosition: 'CS',
  StudyInstanceUID: 'UI',
  SeriesInstanceUID: 'UI',
  SeriesNumber: 'IS',
  InstanceNumber: 'IS',
  PatientOrientation: 'CS',
  ImagePositionPatient: 'DS',
  ImageOrientationPatient: 'DS',
  FrameOfReferenceUID: 'UI',
  ImageLaterality: 'CS',
  SamplesPerPixel: 'US',
  PhotometricInterpretation: 'CS',
  PlanarConfiguration: 'US',
  NumberOfFrames: 'IS',
  Rows: 'US',
  Columns: 'US',
  PixelSpacing: 'DS',
  PixelAspectRatio: 'IS',
  BitsAllocated: 'US',
  BitsStored: 'US',
  HighBit: 'US',
  PixelRepresentation: 'US',
  PixelPaddingValue: 'US',
  PixelPaddingRangeLimit: 'US',
  BurnedInAnnotation: 'CS',
  LongitudinalTemporalInformationModified: 'CS',
  PixelSpacingCalibrationType: 'CS',
  WindowCenter: 'DS',
  WindowWidth: 'DS',
  RescaleIntercept: 'DS',
  RescaleSlope: 'DS',
  RescaleType: 'LO',
  WindowCenterWidthExplanation: 'LO',
  VOILUTFunction: 'CS',
  ModalityLUTSequence: 'SQ',
  LUTDescriptor: 'US',
  LUTExplanation: 'LO',
  ModalityLUTType: 'LO',
  LUTData: 'OW',
  VOILUTSequence: 'SQ',
  PresentationLUTShape: 'CS',
  ExtendedOffsetTable: 'OV',
  ExtendedOffsetTableLengths: 'OV',
  PixelData: 'OW',
};

const isKeyword = (name: string): name is Keyword => Object.hasOwn(TAG, name);

const KEYWORDS = Object.keys(TAG).filter(isKeyword);

/** `Patient's Name`, `PatientName` and `patientname` are the same attribute. */
const foldName = (name: string): string => name.toLowerCase().replaceAll(/'s|[^a-z0-9]/g, '');

const VR_BY_TAG: ReadonlyMap<Tag, string> = new Map(
  KEYWORDS.map((keyword) => [TAG[keyword], VALUE_REPRESENTATION[keyword]]),
);

const TAG_BY_NAME: ReadonlyMap<string, Tag> = new Map(
  KEYWORDS.map((keyword) => [foldName(keyword), TAG[keyword]]),
);

/** Value representation of a tag midscope reads by name; none for any other. */
export const vrOfTag = (tag: Tag): string | undefined => VR_BY_TAG.get(tag);

/** Tag of a DICOM keyword (`WindowCenter`) or attribute name (`Window Center`), capitals and spaces aside. */
export const tagOfName = (name: string): Tag | undefined => TAG_BY_NAME.get(foldName(name));

/** VRs whose values are numbers, PS3.5 table 6.2-1; IS and DS are numbers written as text. */
export const NUMERIC_VRS: ReadonlySet<string> = new Set([
  'DS',
  'IS',
  'US',
  'SS',
  'UL',
  'SL',
  'UV',
  'SV',
  'FL',
  'FD',
]);
