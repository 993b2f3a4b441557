/** How what two roots hold of one person or session stands to each other. */
export type Relation = 'same' | 'different' | 'unrelated';

interface Part {
  readonly root: string;
}

export interface PartGroup<Member extends Part> {
  /** At least one. */
  readonly members: readonly Member[];
  /** It fits several of the other groups, and so none for certain. */
  readonly isDoubtful: boolean;
}

/** Number of folders that two roots have in common, from the top. */
function sharedFolders(one: string, other: string): number {
  const [folders, others] = [one.split('/'), other.split('/')];
  let shared = 0;
  while (shared < folders.length && folders[shared] === others[shared]) shared++;
  return shared;
}

/** The only group that shares most folders with a root; none when two share as many. */
export function nearest<Group extends { readonly members: readonly Part[] }>(
  root: string,
  groups: readonly Group[],
): Group | undefined {
  if (groups.length < 2) return groups[0];
  const ranked = groups
    .map((group) => ({
      group,
      shared: Math.max(...group.members.map((member) => sharedFolders(root, member.root))),
    }))
    .toSorted((a, b) => b.shared - a.shared);
  const [first, second] = ranked;
  return first && first.shared > (second?.shared ?? 0) ? first.group : undefined;
}

/**
 * Puts together what several roots hold of the same. Those whose files differ are kept apart. Those that have no file
 * in common with any of these, tables for instance, go to the one they lie nearest to; what could belong to several is
 * a group of its own.
 * @param parts in the order in which they count.
 */
export function groupParts<Member extends Part>(
  parts: readonly Member[],
  relate: (one: Member, other: Member) => Relation,
): readonly PartGroup<Member>[] {
  if (parts.length === 1) return [{ members: parts, isDoubtful: false }];
  const relations = parts.map((one) => parts.map((other) => (one === other ? 'same' : relate(one, other))));
  const relates = (one: number, to: readonly number[], relation: Relation): boolean =>
    to.some((other) => relations[one]?.[other] === relation);
  const all = [...parts.keys()];
  const groups: number[][] = [];
  for (const part of all) {
    if (!relates(part, all, 'different')) continue;
    const own = groups.find(
      (members) => relates(part, members, 'same') && !relates(part, members, 'different'),
    );
    if (own) own.push(part);
    else groups.push([part]);
  }
  const inOrder = (members: readonly number[]): readonly Member[] =>
    parts.filter((_, at) => members.includes(at));
  if (groups.length === 0) return [{ members: parts, isDoubtful: false }];
  const doubtful: number[] = [];
  const apart = groups.map((group) => ({ group, members: inOrder(group) }));
  for (const part of all) {
    if (relates(part, all, 'different')) continue;
    const group =
      groups.find((members) => relates(part, members, 'same')) ??
      nearest(parts[part]?.root ?? '', apart)?.group ??
      doubtful;
    group.push(part);
  }
  const certain = groups.map((group) => ({ members: inOrder(group), isDoubtful: false }));
  return doubtful.length > 0 ? [...certain, { members: inOrder(doubtful), isDoubtful: true }] : certain;
}

/** What tells each group after the first from it, in ids that go into addresses: `@` and a root. */
export function groupMarks(groups: readonly PartGroup<Part>[]): readonly string[] {
  const marks = [''];
  for (const { members } of groups.slice(1)) {
    let mark = `@${members[0]?.root.replaceAll(/[\s/\\]+/g, '~') || '.'}`;
    while (marks.includes(mark)) mark += '~';
    marks.push(mark);
  }
  return marks;
}
