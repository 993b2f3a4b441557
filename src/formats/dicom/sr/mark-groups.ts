import type { DicomDataset } from '../../../domain/imaging/dicom-dataset.ts';
import { evaluate, type Value } from '../../../domain/measure/evaluate.ts';
import type { ImagePoint } from '../../../domain/measure/image-point.ts';
import { toPatient, type Mark } from '../../../domain/measure/measurement.ts';
import { boxOf } from '../../../domain/measure/region.ts';
import type { RegionStatistics } from '../../../domain/measure/region-statistics.ts';
import type { Scale } from '../../../domain/measure/scale.ts';
import { handlesOf } from '../../../domain/measure/shapes.ts';
import { CODES, METHODS, UNITS } from './codes.ts';
import {
  code,
  container,
  coordinates,
  coordinates3d,
  number,
  text,
  uidReference,
  type Code,
  type GraphicType,
  type ReferencedImage,
  type Relationship,
} from './content.ts';

/** A mark with what a report needs to place it. */
export interface ReportedMark {
  readonly mark: Mark;
  readonly scale: Scale;
  /** What it is called, unique in the report. */
  readonly name: string;
  /** UID that follows the mark from report to report. */
  readonly uid: string;
  /** The instance it was drawn on; a plane that was cut out of a series is placed in the patient instead. */
  readonly on: { readonly image: ReferencedImage } | { readonly frameOfReference: string };
}

type Points = readonly ImagePoint[];

/** The shape of a mark on its image, or in the patient. */
function shape(
  { mark, on }: ReportedMark,
  relationship: Relationship,
  type: Exclude<GraphicType, 'POLYGON'>,
  points: Points,
  name?: Code,
): readonly DicomDataset[] {
  if ('image' in on) return [coordinates(relationship, type, points, on.image, name)];
  const { patient } = mark.picture;
  if (!patient) return [];
  const isClosed = type === 'POLYLINE' && points.length > 3 && String(points[0]) === String(points.at(-1));
  const places = points.map((point) => toPatient(patient, point));
  return [coordinates3d(relationship, isClosed ? 'POLYGON' : type, places, on.frameOfReference, name)];
}

const lengthUnit = ({ scale }: ReportedMark): Code => (scale.kind === 'none' ? UNITS.px : UNITS.mm);

/** What a length means, where that is not plainly millimetres in the patient. */
function methodOf({ scale }: ReportedMark): readonly DicomDataset[] {
  if (scale.kind === 'patient' || scale.kind === 'none') return [];
  return [code('HAS CONCEPT MOD', CODES.method, METHODS[scale.kind])];
}

const line = (of: ReportedMark, name: Code, value: number, points: Points): DicomDataset =>
  number('CONTAINS', name, value, lengthUnit(of), [
    ...methodOf(of),
    ...shape(of, 'INFERRED FROM', 'POLYLINE', points),
  ]);

/** Values of a region or a probe, TID 1419. */
function statistics(found: RegionStatistics, isProbe: boolean): readonly DicomDataset[] {
  const [name, unit] = (
    {
      HU: [CODES.attenuation, UNITS.hu],
      stored: [CODES.storedValue, UNITS.one],
      rescaled: [CODES.rescaledValue, UNITS.one],
    } as const
  )[found.unit];
  if (isProbe) return [number('CONTAINS', name, found.mean, unit)];
  const derived = [
    [CODES.mean, found.mean],
    [CODES.standardDeviation, found.sd],
    [CODES.minimum, found.min],
    [CODES.maximum, found.max],
  ] as const;
  return derived.map(([how, value]) =>
    number('CONTAINS', name, value, unit, [code('HAS CONCEPT MOD', CODES.derivation, how)]),
  );
}

/** The outline of a region: closed lines end where they begin; an ellipse is its two axes, the longer one first. */
function regionShape(of: ReportedMark): readonly DicomDataset[] {
  const { tool, points } = of.mark;
  if (tool === 'ellipse') {
    const [top = [0, 0], right = top, bottom = top, left = top] = handlesOf(tool, points);
    const isWide = Math.abs(right[0] - left[0]) >= Math.abs(bottom[1] - top[1]);
    const axes = isWide ? [left, right, top, bottom] : [top, bottom, left, right];
    return shape(of, 'CONTAINS', 'ELLIPSE', axes, CODES.imageRegion);
  }
  const outline = tool === 'rectangle' ? boxOf(points) : points;
  return shape(of, 'CONTAINS', 'POLYLINE', [...outline, ...outline.slice(0, 1)], CODES.imageRegion);
}

function ratio(of: ReportedMark, value: Value & { kind: 'ctr' }): readonly DicomDataset[] {
  const { points } = of.mark;
  const unit = lengthUnit(of);
  if (Number.isNaN(value.ratio)) return [];
  return [
    number('CONTAINS', CODES.cardiothoracic, value.ratio, UNITS.ratio, [
      ...shape(of, 'INFERRED FROM', 'POLYLINE', points.slice(0, 2)),
    ]),
    number('CONTAINS', CODES.cardiacWidth, value.cardiac, unit, [
      ...methodOf(of),
      ...shape(of, 'INFERRED FROM', 'POLYLINE', points.slice(2, 4)),
    ]),
    number('CONTAINS', CODES.thoracicWidth, value.thoracic, unit, [
      ...methodOf(of),
      ...shape(of, 'INFERRED FROM', 'POLYLINE', points.slice(4, 6)),
    ]),
  ];
}

/** The measurements of a group, TID 300 in TID 1501, or TID 1419 in TID 1410 for regions. */
function contents(of: ReportedMark): readonly DicomDataset[] {
  const { mark, scale } = of;
  const { points, tool } = mark;
  const value = evaluate(mark, scale);
  switch (value.kind) {
    case 'length':
      return [line(of, CODES.length, value.length, points)];
    case 'axes': {
      const isFirst = value.long >= value.short;
      const [one, other] = [points.slice(0, 2), points.slice(2)];
      return [
        line(of, CODES.longAxis, value.long, isFirst ? one : other),
        line(of, CODES.shortAxis, value.short, isFirst ? other : one),
      ];
    }
    case 'angle': {
      const lines = tool === 'cobb' ? [points.slice(0, 2), points.slice(2)] : [points];
      const shapes = lines.flatMap((each) => shape(of, 'INFERRED FROM', 'POLYLINE', each));
      return [
        number('CONTAINS', tool === 'cobb' ? CODES.cobb : CODES.angle, value.degrees, UNITS.degree, shapes),
      ];
    }
    case 'region': {
      const unit = scale.kind === 'none' ? UNITS.px : UNITS.mm2;
      return [
        ...regionShape(of),
        number('CONTAINS', CODES.area, value.area, unit, methodOf(of)),
        ...(value.statistics ? statistics(value.statistics, false) : []),
      ];
    }
    case 'probe':
      return [
        ...shape(of, 'CONTAINS', 'POINT', points, CODES.imageRegion),
        ...(value.statistics ? statistics(value.statistics, true) : []),
      ];
    case 'calibration':
      return value.statedMm === undefined
        ? []
        : [
            number('CONTAINS', CODES.statedLength, value.statedMm, UNITS.mm, [
              ...shape(of, 'INFERRED FROM', 'POLYLINE', points),
            ]),
          ];
    case 'ctr':
      return ratio(of, value);
    case 'none':
      return [
        text('CONTAINS', CODES.comment, mark.text === '' ? tool : mark.text, [
          ...(points.length > 0 ? shape(of, 'INFERRED FROM', 'POLYLINE', points) : []),
        ]),
      ];
  }
}

/** One Measurement Group (TID 1501; for regions TID 1410). */
export function markGroup(of: ReportedMark): DicomDataset {
  const isRegion = ['rectangle', 'ellipse', 'freehand', 'probe'].includes(of.mark.tool);
  return container(
    'CONTAINS',
    CODES.group,
    [
      text('HAS OBS CONTEXT', CODES.trackingIdentifier, of.name),
      uidReference('HAS OBS CONTEXT', CODES.trackingUid, of.uid),
      ...contents(of),
    ],
    isRegion ? '1410' : '1501',
  );
}
