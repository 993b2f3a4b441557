import type { Code } from './content.ts';

/** Where the standard has no concept, midscope's own scheme; its designator begins with 99 (PS3.16 section 8). */
export const OWN_SCHEME = '99MIDSCOPE';
const own = (value: string, meaning: string): Code => [value, OWN_SCHEME, meaning];

/** Concepts of PS3.16 and SNOMED CT, as in its context groups. */
export const CODES = {
  report: ['126000', 'DCM', 'Imaging Measurement Report'],
  language: ['121049', 'DCM', 'Language of Content Item and Descendants'],
  english: ['en', 'RFC5646', 'English'],
  observerType: ['121005', 'DCM', 'Observer Type'],
  device: ['121007', 'DCM', 'Device'],
  deviceUid: ['121012', 'DCM', 'Device Observer UID'],
  deviceName: ['121013', 'DCM', 'Device Observer Name'],
  procedure: ['121058', 'DCM', 'Procedure reported'],
  radiography: ['363680008', 'SCT', 'Radiographic imaging'],
  tomography: ['77477000', 'SCT', 'Computed tomography'],
  imageLibrary: ['111028', 'DCM', 'Image Library'],
  imageLibraryGroup: ['126200', 'DCM', 'Image Library Group'],
  measurements: ['126010', 'DCM', 'Imaging Measurements'],
  group: ['125007', 'DCM', 'Measurement Group'],
  trackingIdentifier: ['112039', 'DCM', 'Tracking Identifier'],
  trackingUid: ['112040', 'DCM', 'Tracking Unique Identifier'],
  imageRegion: ['111030', 'DCM', 'Image Region'],
  comment: ['121106', 'DCM', 'Comment'],
  derivation: ['121401', 'DCM', 'Derivation'],
  method: ['370129005', 'SCT', 'Measurement Method'],
  length: ['410668003', 'SCT', 'Length'],
  longAxis: ['103339001', 'SCT', 'Long Axis'],
  shortAxis: ['103340004', 'SCT', 'Short Axis'],
  angle: ['1483009', 'SCT', 'Angle'],
  cobb: ['285285000', 'SCT', 'Cobb angle'],
  area: ['42798000', 'SCT', 'Area'],
  attenuation: ['112031', 'DCM', 'Attenuation Coefficient'],
  mean: ['373098007', 'SCT', 'Mean'],
  standardDeviation: ['386136009', 'SCT', 'Standard Deviation'],
  minimum: ['255605001', 'SCT', 'Minimum'],
  maximum: ['56851009', 'SCT', 'Maximum'],
  storedValue: own('STORED-VALUE', 'Stored pixel value'),
  rescaledValue: own('RESCALED-VALUE', 'Rescaled pixel value'),
  statedLength: own('STATED-LENGTH', 'Length as stated by the user'),
  cardiothoracic: own('CTR', 'Cardiothoracic ratio'),
  cardiacWidth: own('CARDIAC-WIDTH', 'Greatest cardiac width across the midline'),
  thoracicWidth: own('THORACIC-WIDTH', 'Greatest inner thoracic width across midline'),
  midline: own('MIDLINE', 'Midline'),
} as const satisfies Readonly<Record<string, Code>>;

/** What lengths mean that are not plainly in the patient. */
export const METHODS = {
  projection: own('PROJECTION', 'In projection, right at one depth alone'),
  detector: own('DETECTOR', 'At the detector, magnified by an unknown factor'),
  calibrated: own('CALIBRATED', 'Calibrated by the maker'),
  user: own('USER-CALIBRATED', 'Calibrated by a length that the user stated'),
  magnified: own('MAGNIFIED', 'Detector, divided by estimated magnification'),
} as const satisfies Readonly<Record<string, Code>>;

/** Units of UCUM; pixels have none there and are annotated. */
export const UNITS = {
  mm: ['mm', 'UCUM', 'millimeter'],
  mm2: ['mm2', 'UCUM', 'square millimeter'],
  px: ['{pixels}', 'UCUM', 'pixels'],
  degree: ['deg', 'UCUM', 'degree'],
  hu: ["[hnsf'U]", 'UCUM', 'Hounsfield unit'],
  one: ['1', 'UCUM', 'no units'],
  ratio: ['{ratio}', 'UCUM', 'ratio'],
} as const satisfies Readonly<Record<string, Code>>;
