import { evaluate, plainValue, type Value } from '../../domain/measure/evaluate.ts';
import { toPatient, type Mark } from '../../domain/measure/measurement.ts';
import { lengthUnit, stepsOf, type Scale } from '../../domain/measure/scale.ts';

/** A mark with the scale of its picture. */
export interface ScaledMark {
  readonly mark: Mark;
  readonly scale: Scale;
}

/**
 * What leaves midscope of one mark: ids, the path of the image, points, values with their units; no pixels, no report.
 * What a tool does not measure is null.
 */
export interface MarkRecord {
  readonly subject: string;
  readonly session: string;
  readonly image: string;
  /** From 0; null for a plane that was cut. */
  readonly frame: number | null;
  readonly plane: string | null;
  readonly layer: number | null;
  readonly slab: string | null;
  readonly slab_mm: number | null;
  readonly tool: string;
  readonly name: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly short_axis: number | null;
  readonly cardiac_width: number | null;
  readonly thoracic_width: number | null;
  readonly ratio_basis: string | null;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly pixels: number | null;
  readonly values_in: string | null;
  readonly length_unit: string;
  readonly row_mm: number | null;
  readonly column_mm: number | null;
  /** Image pixel space: (0, 0) is the corner of the first pixel. */
  readonly points: readonly (readonly number[])[];
  /** The same in LPS mm, where the file says where the image lies; else empty. */
  readonly points_lps: readonly (readonly number[])[];
  readonly columns: number;
  readonly rows: number;
  readonly created: string;
  readonly changed: string;
  readonly id: string;
}

const finite = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;

function parts(value: Value) {
  const statistics = value.kind === 'region' || value.kind === 'probe' ? value.statistics : undefined;
  const ratio = value.kind === 'ctr' ? value : undefined;
  return {
    short_axis: value.kind === 'axes' ? value.short : null,
    cardiac_width: finite(ratio?.cardiac),
    thoracic_width: finite(ratio?.thoracic),
    ratio_basis: ratio?.basis ?? null,
    mean: finite(statistics?.mean),
    sd: finite(statistics?.sd),
    min: finite(statistics?.min),
    max: finite(statistics?.max),
    pixels: finite(statistics?.count),
    values_in: statistics?.unit ?? null,
  };
}

/** One mark as it is exported. */
export function markRecord({ mark, scale }: ScaledMark): MarkRecord {
  const { picture, points } = mark;
  const { place, patient } = picture;
  const value = evaluate(mark, scale);
  const plain = plainValue(value, scale);
  const [column_mm, row_mm] = scale.kind === 'none' ? [null, null] : stepsOf(scale);
  const plane = place.kind === 'plane' ? place : undefined;
  return {
    subject: mark.subject,
    session: mark.session,
    image: place.path,
    frame: place.kind === 'image' ? place.frame : null,
    plane: plane?.plane ?? null,
    layer: plane?.layer ?? null,
    slab: plane?.slab.mode ?? null,
    slab_mm: plane && plane.slab.mode !== 'slice' ? plane.slab.thickness : null,
    tool: mark.tool,
    name: mark.text,
    value: finite(plain?.value),
    unit: plain?.unit ?? null,
    ...parts(value),
    length_unit: lengthUnit(scale),
    row_mm,
    column_mm,
    points,
    points_lps: patient ? points.map((point) => toPatient(patient, point)) : [],
    columns: picture.columns,
    rows: picture.rows,
    created: new Date(mark.createdAt).toISOString(),
    changed: new Date(mark.changedAt).toISOString(),
    id: mark.id,
  };
}
