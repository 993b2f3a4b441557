import type { DatasetPath, SessionId, SubjectId } from '../../brand.ts';
import type { Issue } from '../../issues.ts';
import type { LabTest } from '../../labs/lab-test.ts';
import type { TextRuleBits } from '../../report/rules/rule-ids.ts';
import type { LabelRow, ParticipantRow, SessionRow } from '../rows.ts';
import type { DatasetBuilder } from './dataset-builder.ts';
import type {
  CohortLink,
  Filed,
  ImageDraft,
  MaskDraft,
  Promised,
  SessionDraft,
  SubjectDraft,
} from './drafts.ts';
import { groupMarks, groupParts, nearest, type PartGroup } from './group-parts.ts';
import type { SidecarFinder } from './match-sidecars.ts';
import {
  firstOf,
  mergeImages,
  mergeMasks,
  mergePromised,
  mergeTests,
  reportConflict,
  type Merging,
  type Owner,
} from './merge-parts.ts';
import { differingImages, relateSessions, relateSubjects } from './relate-parts.ts';
import { labelDifference, participantDifference, sessionDifference } from './same-rows.ts';

/** One session, out of all roots that say something of it. */
export interface MergedSession {
  readonly subject: SubjectId;
  readonly id: SessionId;
  readonly labels: Filed<LabelRow> | undefined;
  readonly table: Filed<SessionRow> | undefined;
  /** One of each that lies in several roots. */
  readonly images: readonly ImageDraft[];
  readonly masks: readonly MaskDraft[];
  readonly promised: ReadonlyMap<string, Promised>;
  /** The rules about texts that found something; none while they were not asked. */
  readonly textRules: TextRuleBits;
}

/** One person, out of all roots that say something of one. */
export interface MergedSubject {
  readonly id: SubjectId;
  readonly participant: Filed<ParticipantRow> | undefined;
  readonly sessions: readonly MergedSession[];
  readonly tests: readonly LabTest[];
  /** The same person's id in the other cohort, or an empty string. */
  readonly otherCohort: string;
}

function mergeSession(
  merging: Merging,
  subject: SubjectId,
  id: SessionId,
  parts: readonly SessionDraft[],
): MergedSession {
  const owner = { subject, session: id };
  // Tables that lie with the images belong to them more surely than those of another root.
  const ranked = parts.toSorted((a, b) => Number(b.images.size > 0) - Number(a.images.size > 0));
  const [labels, table] = [ranked.flatMap((part) => part.labels), ranked.flatMap((part) => part.table)];
  const images = mergeImages(merging, owner, parts);
  const label = firstOf(merging, owner, labels, labelDifference);
  return {
    subject,
    id,
    labels: label,
    table: firstOf(merging, owner, table, sessionDifference),
    images,
    masks: mergeMasks(merging, owner, parts, images),
    promised: mergePromised(parts),
    textRules: (label && merging.builder.textRules.get(label)) ?? 0,
  };
}

/** Any file that a draft is known from. */
const anyPath = ({ labels, table, masks, promised, images }: SessionDraft): DatasetPath | undefined =>
  (labels[0] ?? table[0] ?? masks[0] ?? [...images.values()][0])?.path ?? [...promised.values()][0]?.by;

/** Says why a session is kept apart from earlier ones: images differ, or whose it is cannot be told. */
function reportApart(
  merging: Merging,
  owner: Owner,
  { members, isDoubtful }: PartGroup<SessionDraft>,
  earlier: readonly SessionDraft[],
): void {
  for (const part of members)
    for (const other of earlier) {
      const [first, second] = differingImages(other, part) ?? [];
      if (first && second) return reportConflict(merging, owner, 'images', second.path, first.path);
    }
  const own = members.map(anyPath).find((path) => path !== undefined);
  const other = earlier.map(anyPath).find((path) => path !== undefined);
  if (isDoubtful && own && other) reportConflict(merging, owner, 'owner', own, other);
}

const draftsOf = (subjects: readonly SubjectDraft[], id: SessionId): readonly SessionDraft[] =>
  subjects.flatMap(({ sessions }) => sessions.get(id) ?? []);

/**
 * The sessions of one person. Where roots hold different images of one, each has a session of its own.
 * @param strangers what other roots say of another person of this id.
 */
function mergeSessions(
  merging: Merging,
  subject: SubjectId,
  { members, isDoubtful }: PartGroup<SubjectDraft>,
  strangers: readonly SubjectDraft[],
): readonly MergedSession[] {
  const ids = new Set(members.flatMap(({ sessions }) => [...sessions.keys()]));
  return [...ids].flatMap((id) => {
    const drafts = draftsOf(members, id);
    const all = { members: drafts, isDoubtful };
    reportApart(merging, { subject, session: id }, all, draftsOf(strangers, id));
    const groups = groupParts(drafts, relateSessions);
    const marks = groupMarks(groups);
    return groups.map((group, at) => {
      const own = `${id}${marks[at]}` as SessionId;
      const earlier = groups.slice(0, at).flatMap((one) => one.members);
      reportApart(merging, { subject, session: own }, group, earlier);
      return mergeSession(merging, subject, own, group.members);
    });
  });
}

type People = ReadonlyMap<SubjectId, readonly PartGroup<SubjectDraft>[]>;

/** The id of the person that a link leads to; empty when it is about another of this id, or cannot be told. */
function linkedId(
  link: CohortLink | undefined,
  person: PartGroup<SubjectDraft>,
  groups: readonly PartGroup<SubjectDraft>[],
  people: People,
): string {
  if (!link || nearest(link.root, groups) !== person) return '';
  const others = people.get(link.other) ?? [];
  const other = nearest(link.root, others);
  if (other) return `${link.other}${groupMarks(others)[others.indexOf(other)]}`;
  return others.length === 0 ? link.other : '';
}

/**
 * Puts together what all roots say, in the order of their names, whatever order they were met in. Where two roots hold
 * different images under one name, they speak of two people, or of two versions: what each has of the subject is kept
 * apart whole, with tables, masks and tests; or of the session, where other images show that the person is one. What
 * rows say differently of one session is an issue, and the first counts.
 */
export function mergeRoots(
  builder: DatasetBuilder,
  sidecarOf: SidecarFinder,
  report: (issue: Issue) => void,
): readonly MergedSubject[] {
  const merging: Merging = { builder, sidecarOf, report };
  const people = new Map(
    Array.from(builder.subjectParts(), ([id, parts]) => [id, groupParts(parts, relateSubjects)] as const),
  );
  return [...people].flatMap(([id, groups]) => {
    const marks = groupMarks(groups);
    return groups.map((group, at): MergedSubject => {
      const own = `${id}${marks[at]}` as SubjectId;
      const earlier = groups.slice(0, at).flatMap(({ members }) => members);
      const rows = group.members.flatMap(({ participants }) => participants);
      return {
        id: own,
        participant: firstOf(merging, { subject: own }, rows, participantDifference),
        sessions: mergeSessions(merging, own, group, earlier),
        tests: mergeTests(group.members.flatMap(({ tests }) => tests)),
        otherCohort: linkedId(builder.cohortLinks.get(id), group, groups, people),
      };
    });
  });
}
