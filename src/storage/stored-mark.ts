import type { CtrBasis } from '../domain/measure/cardiothoracic.ts';
import type { ImagePoint } from '../domain/measure/image-point.ts';
import { MARK_TOOLS, pointCount, type MarkTool } from '../domain/measure/mark-tool.ts';
import type { Mark, PatientPlace, Picture, Place } from '../domain/measure/measurement.ts';
import type { RegionStatistics } from '../domain/measure/region-statistics.ts';
import type { Spacing } from '../domain/imaging/spacing.ts';
import type { Slab } from '../domain/imaging/slab.ts';

/** A mark as it is kept: with the dataset it is of, and the version of its shape. */
export interface StoredMark extends Mark {
  readonly dataset: string;
  readonly version: number;
}

/** A mark that is to be kept, or by its id one that is to go. */
export interface MarkChange {
  readonly id: string;
  readonly mark: Mark | undefined;
}

/** Version of the shape of marks; each earlier one has a step in {@link UPGRADES}. */
const VERSION = 1;

type Fields = Readonly<Record<string, unknown>>;

/** From each version to the next one; a step that was released never changes. */
const UPGRADES: Readonly<Record<number, (kept: Fields) => Fields>> = {};

export const storedMark = (dataset: string, mark: Mark): StoredMark => ({
  ...mark,
  dataset,
  version: VERSION,
});

/**
 * The mark that was kept, whatever version wrote it. `newer` is one that a later midscope wrote, which is left alone;
 * undefined is none at all.
 */
export function readStoredMark(kept: unknown): Mark | 'newer' | undefined {
  let fields = fieldsOf(kept);
  let version = numberOf(fields?.['version']);
  if (!fields || version === undefined) return undefined;
  if (version > VERSION) return 'newer';
  for (; version < VERSION; version++) {
    const upgrade = UPGRADES[version];
    if (!upgrade) return undefined;
    fields = upgrade(fields);
  }
  return readMark(fields);
}

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null ? (value as Fields) : undefined;
const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const oneOf = <Value extends string>(value: unknown, of: readonly Value[]): Value | undefined =>
  of.find((one) => one === value);

function readMark(kept: Fields): Mark | undefined {
  const [id, subject, session] = [textOf(kept['id']), textOf(kept['subject']), textOf(kept['session'])];
  const tool = oneOf(kept['tool'], MARK_TOOLS);
  const picture = readPicture(fieldsOf(kept['picture']));
  const points = tool && readPoints(kept['points'], tool);
  const [createdAt, changedAt] = [numberOf(kept['createdAt']), numberOf(kept['changedAt'])];
  if (id === undefined || subject === undefined || session === undefined || !tool || !picture || !points)
    return undefined;
  if (createdAt === undefined || changedAt === undefined) return undefined;
  const statedMm = numberOf(kept['statedMm']);
  const statistics = readStatistics(fieldsOf(kept['statistics']));
  return {
    id,
    tool,
    subject,
    session,
    picture,
    points,
    text: textOf(kept['text']) ?? '',
    ...(statedMm !== undefined && { statedMm }),
    ...(statistics && { statistics }),
    createdAt,
    changedAt,
  };
}

/** An outline of a thousand corners is more than a hand draws. */
const MOST_POINTS = 10_000;

function readPoints(kept: unknown, tool: MarkTool): readonly ImagePoint[] | undefined {
  if (!Array.isArray(kept) || kept.length > MOST_POINTS) return undefined;
  const points = kept.flatMap((point: unknown): ImagePoint[] => {
    const [x, y] = Array.isArray(point) ? [numberOf(point[0]), numberOf(point[1])] : [];
    return x === undefined || y === undefined ? [] : [[x, y]];
  });
  const wanted = pointCount(tool) ?? Math.max(3, kept.length);
  return points.length === kept.length && points.length === wanted ? points : undefined;
}

const BASES: readonly CtrBasis[] = [
  'pa',
  'ap',
  'supine',
  'portable',
  'lateral',
  'conflict',
  'unknown',
  'cross-section',
];

function readPicture(kept: Fields | undefined): Picture | undefined {
  const place = readPlace(fieldsOf(kept?.['place']));
  const spacing = readSpacing(fieldsOf(kept?.['spacing']));
  const [columns, rows, bytes] = [kept?.['columns'], kept?.['rows'], kept?.['bytes']].map(numberOf);
  if (!place || !spacing || columns === undefined || rows === undefined) return undefined;
  const modality = textOf(kept?.['modality']);
  const patient = readPatient(fieldsOf(kept?.['patient']));
  return {
    place,
    columns,
    rows,
    spacing,
    ...(patient && { patient }),
    basis: oneOf(kept?.['basis'], BASES) ?? 'unknown',
    ...(bytes !== undefined && { bytes }),
    ...(modality !== undefined && { modality }),
  };
}

const readVector = (kept: unknown): PatientPlace['corner'] | undefined => {
  const [x, y, z] = Array.isArray(kept) ? kept.map(numberOf) : [];
  return x === undefined || y === undefined || z === undefined ? undefined : [x, y, z];
};

function readPatient(kept: Fields | undefined): PatientPlace | undefined {
  const [corner, right, down] = [kept?.['corner'], kept?.['right'], kept?.['down']].map(readVector);
  const frameOfReference = textOf(kept?.['frameOfReference']);
  if (!corner || !right || !down) return undefined;
  return { corner, right, down, ...(frameOfReference !== undefined && { frameOfReference }) };
}

function readPlace(kept: Fields | undefined): Place | undefined {
  const path = textOf(kept?.['path']);
  if (!kept || path === undefined) return undefined;
  if (kept['kind'] === 'image') {
    const frame = numberOf(kept['frame']);
    return frame === undefined ? undefined : { kind: 'image', path, frame };
  }
  const plane = oneOf(kept['plane'], ['axial', 'coronal', 'sagittal'] as const);
  const layer = numberOf(kept['layer']);
  const slab = readSlab(fieldsOf(kept['slab']));
  const orientation = textOf(kept['orientation']);
  return !plane || layer === undefined || !slab || orientation === undefined
    ? undefined
    : { kind: 'plane', path, plane, layer, slab, orientation };
}

function readSlab(kept: Fields | undefined): Slab | undefined {
  const mode = oneOf(kept?.['mode'], ['slice', 'mean', 'max', 'min'] as const);
  const thickness = numberOf(kept?.['thickness']);
  if (mode === 'slice') return { mode };
  return mode && thickness !== undefined ? { mode, thickness } : undefined;
}

function readSpacing(kept: Fields | undefined): Spacing | undefined {
  const kind = oneOf(kept?.['kind'], [
    'patient',
    'projection',
    'detector',
    'calibrated',
    'magnified',
    'none',
  ] as const);
  if (kind === 'none') return { kind };
  const [rowMm, columnMm, factor] = [kept?.['rowMm'], kept?.['columnMm'], kept?.['factor']].map(numberOf);
  const type = textOf(kept?.['calibrationType']);
  if (!kind || !(Number(rowMm) > 0) || !(Number(columnMm) > 0)) return undefined;
  if (kind === 'magnified' && factor === undefined) return undefined;
  // The numbers were looked at one by one.
  return {
    kind,
    rowMm,
    columnMm,
    ...(factor !== undefined && { factor }),
    ...(type !== undefined && { calibrationType: type }),
  } as Spacing;
}

function readStatistics(kept: Fields | undefined): RegionStatistics | undefined {
  const unit = oneOf(kept?.['unit'], ['HU', 'stored', 'rescaled'] as const);
  const names = ['count', 'mean', 'sd', 'min', 'max'] as const;
  const [count, mean, sd, min, max] = names.map((name) => numberOf(kept?.[name]));
  if (!unit || count === undefined || mean === undefined || sd === undefined) return undefined;
  return min === undefined || max === undefined ? undefined : { count, mean, sd, min, max, unit };
}
