import { element, fileHead, item, joined, words } from '../formats/dicom/test-dicom.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const SEGMENTATION = '1.2.840.10008.5.1.4.1.1.66.4';
const STRUCTURE_SET = '1.2.840.10008.5.1.4.1.1.481.3';

const short = (...values: readonly number[]): Bytes => words(2, values);

/** For tests: a sequence of items, each of its elements. */
const sequence = (tag: string, ...items: readonly (readonly Bytes[])[]): Bytes =>
  element(tag, 'SQ', joined(...items.map((elements) => item(joined(...elements)))));

/** For tests: one frame of a segmentation and what it says of itself. */
export interface TestFrame {
  readonly segment: number;
  readonly uid?: string;
  /** Images besides that it says it comes of. */
  readonly uids?: readonly string[];
  readonly frame?: number;
  /** Image Position (Patient). */
  readonly at?: string;
  /** Samples row by row. */
  readonly samples: readonly number[];
}

/** For tests: what a segmentation is made of. */
export interface TestSeg {
  readonly columns: number;
  readonly rows: number;
  readonly frames: readonly TestFrame[];
  readonly names?: readonly string[];
  /** Recommended Display CIELab Values. */
  readonly colours?: readonly (readonly [number, number, number])[];
  /** Samples of 8 bits with this most; bits without. */
  readonly fraction?: number;
  readonly orientation?: string;
  readonly spacing?: string;
  readonly frameOfReference?: string;
}

/** For tests: bits one after the other over all frames, the lowest first (PS3.5 section 8.1.1). */
function packed(bits: readonly number[]): Bytes {
  const bytes = new Uint8Array(2 * Math.ceil(bits.length / 16));
  bits.forEach((bit, at) => {
    if (bit > 0) bytes[at >> 3]! |= 1 << (at & 7);
  });
  return bytes;
}

/** For tests: a DICOM Segmentation (PS3.3 A.51), written after the standard. */
export function testSeg(seg: TestSeg): Bytes {
  const { columns, rows, frames, names = ['lesion'], colours = [], fraction } = seg;
  const samples = frames.flatMap((frame) => frame.samples);
  const bits = fraction === undefined ? 1 : 8;
  const pixels = fraction === undefined ? packed(samples) : Uint8Array.from(samples);
  return joined(
    fileHead(),
    element('00080016', 'UI', SEGMENTATION),
    element('00080018', 'UI', '2.25.700'),
    element('00080060', 'CS', 'SEG'),
    ...(seg.frameOfReference === undefined ? [] : [element('00200052', 'UI', seg.frameOfReference)]),
    element('00280002', 'US', short(1)),
    element('00280004', 'CS', 'MONOCHROME2'),
    element('00280008', 'IS', String(frames.length)),
    element('00280010', 'US', short(rows)),
    element('00280011', 'US', short(columns)),
    element('00280100', 'US', short(bits)),
    element('00280101', 'US', short(bits)),
    element('00280102', 'US', short(bits - 1)),
    element('00280103', 'US', short(0)),
    element('00620001', 'CS', fraction === undefined ? 'BINARY' : 'FRACTIONAL'),
    sequence(
      '00620002',
      ...names.map((name, at) => [
        element('00620004', 'US', short(at + 1)),
        element('00620005', 'LO', name),
        ...(colours[at] ? [element('0062000D', 'US', short(...colours[at]))] : []),
      ]),
    ),
    ...(fraction === undefined ? [] : [element('0062000E', 'US', short(fraction))]),
    sequence('52009229', [
      ...(seg.orientation === undefined
        ? []
        : [sequence('00209116', [element('00200037', 'DS', seg.orientation)])]),
      ...(seg.spacing === undefined ? [] : [sequence('00289110', [element('00280030', 'DS', seg.spacing)])]),
    ]),
    sequence('52009230', ...frames.map(frameGroups)),
    element('7FE00010', bits === 1 ? 'OW' : 'OB', pixels),
  );
}

function frameGroups({ segment, uid, uids = [], frame, at }: TestFrame): readonly Bytes[] {
  const source = uid === undefined ? [] : [element('00081155', 'UI', uid)];
  if (frame !== undefined) source.push(element('00081160', 'IS', String(frame)));
  const sources = [
    ...(source.length > 0 ? [source] : []),
    ...uids.map((one) => [element('00081155', 'UI', one)]),
  ];
  return [
    ...(sources.length === 0 ? [] : [sequence('00089124', [sequence('00082112', ...sources)])]),
    ...(at === undefined ? [] : [sequence('00209113', [element('00200032', 'DS', at)])]),
    sequence('0062000A', [element('0062000B', 'US', short(segment))]),
  ];
}

/** For tests: a region of a structure set. */
export interface TestRoi {
  readonly name: string;
  readonly colour?: string;
  readonly contours: readonly {
    readonly type?: string;
    readonly uid?: string;
    /** x, y and z in turn, mm. */
    readonly data: readonly number[];
  }[];
}

/** For tests: an RT Structure Set (PS3.3 A.19), written after the standard. */
export function testStructureSet(rois: readonly TestRoi[], frameOfReference?: string): Bytes {
  return joined(
    fileHead(),
    element('00080016', 'UI', STRUCTURE_SET),
    element('00080018', 'UI', '2.25.800'),
    element('00080060', 'CS', 'RTSTRUCT'),
    ...(frameOfReference === undefined
      ? []
      : [sequence('30060010', [element('00200052', 'UI', frameOfReference)])]),
    sequence(
      '30060020',
      ...rois.map(({ name }, at) => [
        element('30060022', 'IS', String(at + 11)),
        element('30060026', 'LO', name),
      ]),
    ),
    sequence(
      '30060039',
      ...rois.map(({ colour, contours }, at) => [
        ...(colour === undefined ? [] : [element('3006002A', 'IS', colour)]),
        sequence(
          '30060040',
          ...contours.map(({ type = 'CLOSED_PLANAR', uid, data }) => [
            ...(uid === undefined ? [] : [sequence('30060016', [element('00081155', 'UI', uid)])]),
            element('30060042', 'CS', type),
            element('30060046', 'IS', String(data.length / 3)),
            element('30060050', 'DS', data.join('\\')),
          ]),
        ),
        element('30060084', 'IS', String(at + 11)),
      ]),
    ),
  );
}

/** For tests: a shape of an AIM file. */
export interface TestShape {
  readonly type: 'Polyline' | 'MultiPoint' | 'Point' | 'Circle' | 'Ellipse';
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly uid?: string;
  readonly frame?: number;
  readonly include?: boolean;
  readonly colour?: string;
}

/** For tests: an AIM v4 file, one annotation per name, in the order of its schema. */
export function testAim(annotations: readonly (readonly [name: string, ...shapes: TestShape[]])[]): string {
  const shapeText = ({ type, points, uid = '2.25.1', frame, include = true, colour }: TestShape): string => `
        <MarkupEntity xsi:type="TwoDimension${type}">
          <uniqueIdentifier root="2.25.90"/>
          <shapeIdentifier value="0"/>
          <includeFlag value="${include}"/>
          ${colour === undefined ? '' : `<lineColor value="${colour}"/>`}
          <imageReferenceUid root="${uid}"/>
          ${frame === undefined ? '' : `<referencedFrameNumber value="${frame}"/>`}
          <twoDimensionSpatialCoordinateCollection>${points
            .map(
              ([x, y], at) => `
            <TwoDimensionSpatialCoordinate>
              <coordinateIndex value="${at}"/><x value="${x}"/><y value="${y}"/>
            </TwoDimensionSpatialCoordinate>`,
            )
            .join('')}
          </twoDimensionSpatialCoordinateCollection>
        </MarkupEntity>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<ImageAnnotationCollection xmlns="gme://caCORE.caCORE/4.4/edu.northwestern.radiology.AIM"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" aimVersion="AIMv4_0">
  <uniqueIdentifier root="2.25.91"/>
  <imageAnnotations>${annotations
    .map(
      ([name, ...shapes]) => `
    <ImageAnnotation>
      <uniqueIdentifier root="2.25.92"/>
      <typeCode code="ROI" codeSystem="99TEST"><iso:displayName xmlns:iso="uri:iso.org:21090" value="ROI only"/></typeCode>
      <dateTime value="20200316120000"/>
      <name value="${name}"/>
      <markupEntityCollection>${shapes.map(shapeText).join('')}
      </markupEntityCollection>
    </ImageAnnotation>`,
    )
    .join('')}
  </imageAnnotations>
</ImageAnnotationCollection>`;
}
