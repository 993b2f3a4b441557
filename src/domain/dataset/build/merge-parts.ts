import type { DatasetPath, SessionId, SubjectId } from '../../brand.ts';
import type { ConflictSubject, Issue } from '../../issues.ts';
import type { LabTest } from '../../labs/lab-test.ts';
import { byPlace } from './copies.ts';
import type { DatasetBuilder } from './dataset-builder.ts';
import type { Filed, ImageDraft, MaskDraft, Promised, SessionDraft } from './drafts.ts';
import type { SidecarFinder } from './match-sidecars.ts';
import { differ } from './relate-parts.ts';
import type { Difference } from './same-rows.ts';

export interface Merging {
  readonly builder: DatasetBuilder;
  readonly sidecarOf: SidecarFinder;
  readonly report: (issue: Issue) => void;
}

/** Whose something is, for the issues that it brings up. */
export interface Owner {
  readonly subject: SubjectId;
  readonly session?: SessionId;
}

export const reportConflict = (
  { report }: Merging,
  owner: Owner,
  what: ConflictSubject,
  path: DatasetPath,
  other: DatasetPath,
): void => report({ code: 'SESSION_CONFLICT', path, ...owner, facts: { what, other } });

/** The row that counts, which is the first; each that differs from it is an issue. */
export function firstOf<Row>(
  merging: Merging,
  owner: Owner,
  rows: readonly Filed<Row>[],
  difference: Difference<Row>,
): Filed<Row> | undefined {
  const [first, ...others] = rows;
  if (!first) return undefined;
  for (const other of others) {
    const what = difference(first.row, other.row);
    if (what) reportConflict(merging, owner, what, other.path, first.path);
  }
  return first;
}

/** One image of each place: the first with a sidecar, else the first. */
export function mergeImages(
  merging: Merging,
  owner: Owner,
  parts: readonly SessionDraft[],
): readonly ImageDraft[] {
  const { builder, sidecarOf } = merging;
  const all = parts.flatMap(({ images }) => [...images.values()]);
  if (parts.length === 1) return all;
  return byPlace(all).flatMap((copies) => {
    for (const copy of copies) {
      const known = builder.sidecarConflicts.get(copy);
      if (known) reportConflict(merging, owner, 'sidecars', known.path, known.other);
    }
    return (copies.length > 1 ? copies.find((copy) => sidecarOf(copy)) : undefined) ?? copies[0] ?? [];
  });
}

/** Roots whose images stand behind others of the same place without having been compared with them. */
function unproven(parts: readonly SessionDraft[], shown: readonly ImageDraft[]): ReadonlySet<string> {
  if (parts.length === 1) return new Set();
  const images = new Set(shown);
  const hidden = parts.flatMap((part) => [...part.images.values()].filter((image) => !images.has(image)));
  return new Set(hidden.filter(({ version }) => version === undefined).map(({ root }) => root));
}

/**
 * One mask of each place, the first, in the order of their paths. Masks of a root whose images may be another person's
 * wait until that is known.
 * @param shown the images of the session.
 */
export function mergeMasks(
  merging: Merging,
  owner: Owner,
  parts: readonly SessionDraft[],
  shown: readonly ImageDraft[],
): readonly MaskDraft[] {
  const waiting = unproven(parts, shown);
  const masks = parts.flatMap((part) => (waiting.has(part.root) ? [] : part.masks));
  const merged = byPlace(masks).flatMap(([first, ...others]) => {
    if (!first) return [];
    for (const other of others)
      if (differ(first, other)) reportConflict(merging, owner, 'masks', other.path, first.path);
    return first;
  });
  return merged.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Promised files by name; a promise that states a size counts more. */
export function mergePromised(parts: readonly SessionDraft[]): ReadonlyMap<string, Promised> {
  const [first, ...others] = parts;
  if (first && others.length === 0) return first.promised;
  const merged = new Map(first?.promised);
  for (const { promised } of others)
    for (const [name, promise] of promised) {
      const known = merged.get(name);
      if (!known || (known.size < 0 && promise.size >= 0)) merged.set(name, promise);
    }
  return merged;
}

/** What makes two rows one test: as understood, or as filed where it was not. */
const testKey = ({ kind, result, date, raw }: LabTest): string =>
  [kind, result === 'unknown' ? raw.result : result, date || raw.date].join('\n');

/**
 * The tests of a person out of several tables: a test that each of them has counts once, while a table may have
 * several that look alike, since two tests on one day happen.
 */
export function mergeTests(tests: readonly Filed<LabTest>[]): readonly LabTest[] {
  const [first] = tests;
  if (tests.every(({ path }) => path === first?.path)) return tests.map(({ row }) => row);
  const kept = new Map<string, number>();
  const seen = new Map<string, number>();
  const merged: LabTest[] = [];
  for (const { path, row } of tests) {
    const key = testKey(row);
    const ordinal = (seen.get(`${path}\n${key}`) ?? 0) + 1;
    seen.set(`${path}\n${key}`, ordinal);
    if (ordinal <= (kept.get(key) ?? 0)) continue;
    kept.set(key, ordinal);
    merged.push(row);
  }
  return merged;
}
