/**
 * DICOM attributes as plain data, whatever they were read from: a DICOM file, a DICOM JSON sidecar
 * (PS3.18 annex F), an XNAT or a flat sidecar. Pixel data is never in here.
 */

/** Attribute tag as eight upper-case hexadecimal digits, group then element: `00280010`. */
export type Tag = string;

export type DicomValue = string | number | DicomDataset;

export interface DicomElement {
  /** Value representation, PS3.5 section 6.2; `UN` when unknown. */
  readonly vr: string;
  /**
   * Values in order. Numeric VRs hold numbers (DS and IS too), SQ holds datasets, PN its alphabetic
   * representation, everything else strings without padding. Empty for an element without value.
   */
  readonly values: readonly DicomValue[];
  /** Raw bytes of OB, OW, UN and of LUT Data, little endian. */
  readonly bytes?: Uint8Array;
}

export type DicomDataset = ReadonlyMap<Tag, DicomElement>;

/** The tags midscope reads by name; keywords as in PS3.6. */
export const TAG = {
  TransferSyntaxUID: '00020010',
  SpecificCharacterSet: '00080005',
  ImageType: '00080008',
  SOPClassUID: '00080016',
  SOPInstanceUID: '00080018',
  StudyDate: '00080020',
  SeriesDate: '00080021',
  AcquisitionDate: '00080022',
  ContentDate: '00080023',
  Modality: '00080060',
  Manufacturer: '00080070',
  CodeMeaning: '00080104',
  StudyDescription: '00081030',
  ProcedureCodeSequence: '00081032',
  SeriesDescription: '0008103E',
  ManufacturerModelName: '00081090',
  PatientName: '00100010',
  PatientBirthDate: '00100030',
  PatientSex: '00100040',
  PatientAge: '00101010',
  PatientComments: '00104000',
  BodyPartExamined: '00180015',
  SliceThickness: '00180050',
  EstimatedRadiographicMagnificationFactor: '00181114',
  FieldOfViewRotation: '00187032',
  ImagerPixelSpacing: '00181164',
  ViewPosition: '00185101',
  StudyInstanceUID: '0020000D',
  SeriesInstanceUID: '0020000E',
  SeriesNumber: '00200011',
  InstanceNumber: '00200013',
  PatientOrientation: '00200020',
  ImagePositionPatient: '00200032',
  ImageOrientationPatient: '00200037',
  FrameOfReferenceUID: '00200052',
  ImageLaterality: '00200062',
  SamplesPerPixel: '00280002',
  PhotometricInterpretation: '00280004',
  PlanarConfiguration: '00280006',
  NumberOfFrames: '00280008',
  Rows: '00280010',
  Columns: '00280011',
  PixelSpacing: '00280030',
  PixelAspectRatio: '00280034',
  BitsAllocated: '00280100',
  BitsStored: '00280101',
  HighBit: '00280102',
  PixelRepresentation: '00280103',
  PixelPaddingValue: '00280120',
  PixelPaddingRangeLimit: '00280121',
  BurnedInAnnotation: '00280301',
  LongitudinalTemporalInformationModified: '00280303',
  PixelSpacingCalibrationType: '00280A02',
  WindowCenter: '00281050',
  WindowWidth: '00281051',
  RescaleIntercept: '00281052',
  RescaleSlope: '00281053',
  RescaleType: '00281054',
  WindowCenterWidthExplanation: '00281055',
  VOILUTFunction: '00281056',
  ModalityLUTSequence: '00283000',
  LUTDescriptor: '00283002',
  LUTExplanation: '00283003',
  ModalityLUTType: '00283004',
  LUTData: '00283006',
  VOILUTSequence: '00283010',
  PresentationLUTShape: '20500020',
  ExtendedOffsetTable: '7FE00001',
  ExtendedOffsetTableLengths: '7FE00002',
  PixelData: '7FE00010',
} as const satisfies Record<string, Tag>;
