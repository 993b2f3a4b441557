import type { DicomDataset, DicomElement, DicomValue } from '../../../domain/imaging/dicom-dataset.ts';

/** A coded concept: value, scheme, meaning (PS3.3 section 8). */
export type Code = readonly [value: string, scheme: string, meaning: string];

export type Relationship =
  'CONTAINS' | 'HAS OBS CONTEXT' | 'HAS CONCEPT MOD' | 'INFERRED FROM' | 'SELECTED FROM' | 'HAS PROPERTIES';

/** An instance that a report speaks of. */
export interface ReferencedImage {
  readonly study: string;
  readonly series: string;
  readonly sopClass: string;
  readonly sopInstance: string;
  /** From 1; of an image with one frame, none. */
  readonly frame?: number;
}

export const element = (vr: string, ...values: readonly DicomValue[]): DicomElement => ({ vr, values });
export const dataset = (elements: Readonly<Record<string, DicomElement>>): DicomDataset =>
  new Map(Object.entries(elements));

const codeItem = ([value, scheme, meaning]: Code): DicomDataset =>
  dataset({
    '00080100': element('SH', value),
    '00080102': element('SH', scheme),
    '00080104': element('LO', meaning),
  });

/** A content item (PS3.3 C.17.3): its relationship to the one it stands in, its name, its value, what stands in it. */
function item(
  relationship: Relationship,
  type: string,
  name: Code | undefined,
  value: Readonly<Record<string, DicomElement>>,
  children: readonly DicomDataset[] = [],
): DicomDataset {
  return dataset({
    '0040A010': element('CS', relationship),
    '0040A040': element('CS', type),
    ...(name && { '0040A043': element('SQ', codeItem(name)) }),
    ...value,
    ...(children.length > 0 && { '0040A730': element('SQ', ...children) }),
  });
}

/** The items inside which others stand; a template is named by its number in PS3.16. */
export const container = (
  relationship: Relationship,
  name: Code,
  children: readonly DicomDataset[],
  template?: string,
): DicomDataset =>
  item(
    relationship,
    'CONTAINER',
    name,
    { '0040A050': element('CS', 'SEPARATE'), ...templateOf(template) },
    children,
  );

export const templateOf = (template: string | undefined): Readonly<Record<string, DicomElement>> =>
  template === undefined
    ? {}
    : {
        '0040A504': element(
          'SQ',
          dataset({ '00080105': element('CS', 'DCMR'), '0040DB00': element('CS', template) }),
        ),
      };

export const code = (
  relationship: Relationship,
  name: Code,
  value: Code,
  children: readonly DicomDataset[] = [],
): DicomDataset => item(relationship, 'CODE', name, { '0040A168': element('SQ', codeItem(value)) }, children);

export const text = (
  relationship: Relationship,
  name: Code,
  value: string,
  children: readonly DicomDataset[] = [],
): DicomDataset => item(relationship, 'TEXT', name, { '0040A160': element('UT', value) }, children);

export const uidReference = (relationship: Relationship, name: Code, uid: string): DicomDataset =>
  item(relationship, 'UIDREF', name, { '0040A124': element('UI', uid) });

/** At most 16 characters, as DS allows (PS3.5 section 6.2); the whole number is beside it. */
export function decimalString(value: number): string {
  for (let digits = 16; digits > 1; digits--) {
    const written = String(Number(value.toPrecision(digits)));
    if (written.length <= 16) return written;
  }
  return value.toExponential(8);
}

export const number = (
  relationship: Relationship,
  name: Code,
  value: number,
  unit: Code,
  children: readonly DicomDataset[] = [],
): DicomDataset =>
  item(
    relationship,
    'NUM',
    name,
    {
      '0040A300': element(
        'SQ',
        dataset({
          '004008EA': element('SQ', codeItem(unit)),
          '0040A161': element('FD', value),
          '0040A30A': element('DS', decimalString(value)),
        }),
      ),
    },
    children,
  );

/** What an item points at: an instance, by class and UID. */
const sopReference = ({ sopClass, sopInstance, frame }: ReferencedImage): DicomDataset =>
  dataset({
    '00081150': element('UI', sopClass),
    '00081155': element('UI', sopInstance),
    ...(frame !== undefined && { '00081160': element('IS', frame) }),
  });

export const image = (relationship: Relationship, reference: ReferencedImage, name?: Code): DicomDataset =>
  item(relationship, 'IMAGE', name, { '00081199': element('SQ', sopReference(reference)) });

export type GraphicType = 'POINT' | 'POLYLINE' | 'POLYGON' | 'ELLIPSE';

/** Coordinates on an image: columns and rows with fractions, from the corner of its first pixel (PS3.3 C.18.6.1.1). */
export const coordinates = (
  relationship: Relationship,
  type: Exclude<GraphicType, 'POLYGON'>,
  points: readonly (readonly number[])[],
  on: ReferencedImage,
  name?: Code,
): DicomDataset =>
  item(
    relationship,
    'SCOORD',
    name,
    { '00700022': element('FL', ...points.flat()), '00700023': element('CS', type) },
    [image('SELECTED FROM', on)],
  );

/** Coordinates in the patient, LPS mm of a frame of reference (PS3.3 C.18.9). */
export const coordinates3d = (
  relationship: Relationship,
  type: GraphicType,
  points: readonly (readonly number[])[],
  frameOfReference: string,
  name?: Code,
): DicomDataset =>
  item(relationship, 'SCOORD3D', name, {
    '00700022': element('FL', ...points.flat()),
    '00700023': element('CS', type),
    '30060024': element('UI', frameOfReference),
  });
