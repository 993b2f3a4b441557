import type { NameEntities } from '../../domain/dataset/entities.ts';
import { fileEnding } from './file-ending.ts';
import { sessionId, subjectId } from './ids.ts';

type Field = 'subject' | 'session' | 'acq' | 'run' | 'bodyPart' | 'laterality' | 'view' | 'chunk';

/** What is read of a name so far. */
type Draft = { -readonly [Key in keyof NameEntities]: NameEntities[Key] } & { readonly misformed: string[] };

/** Keeps the first value of an entity; says whether this was it. */
function keep<F extends Field>(draft: Draft, field: F, value: Draft[F] | undefined): boolean {
  if (value === undefined || draft[field] !== undefined) return false;
  draft[field] = value;
  return true;
}

interface Entity {
  /** Takes a value in; says whether it was the first one and one of this entity. */
  readonly keep: (draft: Draft, value: string) => boolean;
  /** Values that are understood after a key written with `_` for `-`. */
  readonly detached?: RegExp;
}

/** Projections as MIDS names state them. */
const PROJECTION = /^(?:ap|pa|ll|lat|lateral|obl|oblique)$/i;
const NUMBER = /^\d+$/;

const ENTITIES: ReadonlyMap<string, Entity> = new Map<string, Entity>([
  ['sub', { keep: (draft, value) => keep(draft, 'subject', subjectId(`sub-${value}`)) }],
  ['ses', { keep: (draft, value) => keep(draft, 'session', sessionId(`ses-${value}`)) }],
  ['acq', { keep: (draft, value) => keep(draft, 'acq', value), detached: NUMBER }],
  ['run', { keep: (draft, value) => keep(draft, 'run', value), detached: NUMBER }],
  ['bp', { keep: (draft, value) => keep(draft, 'bodyPart', value.toLowerCase()) }],
  ['lat', { keep: (draft, value) => keep(draft, 'laterality', value.toLowerCase()), detached: /^[lr]$/i }],
  ['vp', { keep: (draft, value) => keep(draft, 'view', value.toLowerCase()), detached: PROJECTION }],
  ['chunk', { keep: (draft, value) => keep(draft, 'chunk', value), detached: NUMBER }],
]);

/** Entities of BIDS that midscope has no use for and that are no fault of a name. */
const OTHER_BIDS_KEYS: ReadonlySet<string> = new Set(
  (
    'task tracksys ce trc stain rec dir mod echo flip inv mt part proc hemi space split recording sample ' +
    'seg res den label desc nuc voi from to mode'
  ).split(' '),
);

/** Suffixes of images; before another suffix (`…_dx_dseg.png`) they name the image that a derivative belongs to. */
const IMAGE_SUFFIX = /^(?:cr|dx|ct|mr)$/i;

function readPair(draft: Draft, part: string, dash: number): void {
  const key = part.slice(0, dash).toLowerCase();
  const value = part.slice(dash + 1);
  if (value !== '' && OTHER_BIDS_KEYS.has(key)) return;
  const entity = ENTITIES.get(key);
  const isView = key === 'bp' && PROJECTION.test(value);
  if (isView) keep(draft, 'view', value.toLowerCase());
  else if (value !== '' && entity?.keep(draft, value) === true) return;
  draft.misformed.push(part);
}

/** Reads a part without a hyphen; returns how many parts that used up. */
function readWord(draft: Draft, part: string, next: string | undefined): 1 | 2 {
  const entity = ENTITIES.get(part.toLowerCase());
  if (next !== undefined && entity?.detached?.test(next) === true) {
    entity.keep(draft, next);
    draft.misformed.push(part, next);
    return 2;
  }
  if (PROJECTION.test(part)) {
    keep(draft, 'view', part.toLowerCase());
    draft.misformed.push(part);
  } else if (part === '') draft.misformed.push('__');
  else if (next === undefined) draft.suffix = part.toLowerCase();
  else if (!IMAGE_SUFFIX.test(part) || next.includes('-')) draft.misformed.push(part);
  return 1;
}

/**
 * Reads what a MIDS or BIDS file name says of its file: `sub-S03999_ses-E07001_run-1_bp-chest_vp-ap_dx.png`.
 * Keys and suffix are case-insensitive; body part, laterality and view come back in lower case, other values as filed.
 * Never fails: what is not understood is in `misformed`; a slip that is (`vp_ap`, `bp-ap`, `x.nii.json`) is repaired
 * and is listed there too. `stem + extension` is always the file name.
 */
export function parseName(fileName: string): NameEntities {
  const { kind, extension, misplaced } = fileEnding(fileName);
  const stem = fileName.slice(0, fileName.length - extension.length);
  const draft: Draft = { kind, extension, stem, misformed: misplaced === undefined ? [] : [misplaced] };
  const parts = stem.split('_');
  for (let at = 0; at < parts.length;) {
    const part = parts[at] ?? '';
    const dash = part.indexOf('-');
    if (dash >= 0) readPair(draft, part, dash);
    at += dash >= 0 ? 1 : readWord(draft, part, parts[at + 1]);
  }
  return draft;
}
