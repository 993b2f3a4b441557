import { cellOf } from './columns.ts';
import type { DatasetIndex } from './dataset-index.ts';

/** What became different between two readings of one folder. */
export interface IndexChanges {
  readonly imagesAdded: number;
  readonly imagesRemoved: number;
  /** Sessions in both whose date, labels or report differ. */
  readonly sessionsChanged: number;
}

export const isUnchanged = ({ imagesAdded, imagesRemoved, sessionsChanged }: IndexChanges): boolean =>
  imagesAdded + imagesRemoved + sessionsChanged === 0;

const foundPaths = ({ images }: DatasetIndex): ReadonlySet<string> =>
  new Set(images.paths.filter((_, row) => images.presence[row] === 0));

/** Everything a session's tables say, in one string. */
function sessionFacts(index: DatasetIndex): ReadonlyMap<string, string> {
  const { sessions, subjects, terms } = index;
  return new Map(
    sessions.ids.map((id, row) => {
      const labels = [...cellOf(sessions.findings, row), ...cellOf(sessions.locations, row)];
      const facts = [
        sessions.date[row],
        sessions.labelState[row],
        ...labels.map((term) => terms[term]),
        sessions.normalisedReport[row],
        ...(sessions.reports[row] ?? []),
      ];
      return [`${subjects.ids[sessions.subject[row] ?? 0]} ${id}`, facts.join('\n')];
    }),
  );
}

/** Compares a kept index with a fresh one. */
export function compareIndexes(before: DatasetIndex, after: DatasetIndex): IndexChanges {
  const [old, fresh] = [foundPaths(before), foundPaths(after)];
  const [oldFacts, freshFacts] = [sessionFacts(before), sessionFacts(after)];
  let sessionsChanged = 0;
  for (const [session, facts] of oldFacts) {
    const now = freshFacts.get(session);
    if (now !== undefined && now !== facts) sessionsChanged += 1;
  }
  return {
    imagesAdded: [...fresh].filter((path) => !old.has(path)).length,
    imagesRemoved: [...old].filter((path) => !fresh.has(path)).length,
    sessionsChanged,
  };
}
