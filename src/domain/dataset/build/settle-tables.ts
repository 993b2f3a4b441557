import type { SessionId, SubjectId } from '../../brand.ts';
import type { DatasetBuilder } from './dataset-builder.ts';
import { ONLY_SESSION, type SubjectDraft } from './drafts.ts';

/** The only subject of a root, or of the whole dataset where the root has none. */
function onlySubject({ roots }: DatasetBuilder, root: string): SubjectId | undefined {
  const own = [...(roots.get(root)?.subjects.keys() ?? [])];
  const all = own.length > 0 ? own : [...roots.values()].flatMap(({ subjects }) => [...subjects.keys()]);
  const [first, ...others] = new Set(all);
  return others.length === 0 ? first : undefined;
}

/** The session of a subject that a file belongs to: the one its path names, else the only one, with images if any has. */
function sessionOf({ sessions }: SubjectDraft, named: SessionId | undefined): SessionId | undefined {
  if (named && (sessions.size === 0 || sessions.has(named))) return named;
  const holders = [...sessions].filter(([, { images }]) => images.size > 0);
  const [first, ...others] = holders.length > 0 ? holders : sessions;
  if (!first) return ONLY_SESSION;
  return others.length === 0 ? first[0] : undefined;
}

/**
 * Gives each table whose path names no subject or session to the only one that it can belong to, once all files are
 * known; what is left over is an issue, with the number of its rows.
 */
export function settleTables(builder: DatasetBuilder): void {
  for (const table of builder.takeUnplaced()) {
    const { path, root } = table;
    const subject = (table.kind === 'scans' ? table.subject : undefined) ?? onlySubject(builder, root);
    let left = 0;
    if (table.kind === 'sessions') {
      if (subject) builder.addSessions(path, root, subject, table.table);
      else left = table.table.rows.length;
    } else
      for (const file of table.files) {
        const owner = table.place(file);
        const whose = owner?.subject ?? subject;
        const session = whose && sessionOf(builder.subject(root, whose), owner?.session);
        if (whose && session) builder.promise({ root, subject: whose, session }, file, -1, path);
        else left += 1;
      }
    if (left > 0)
      builder.issues.push({
        code: 'TABLE_UNPLACED',
        path,
        ...(subject && { subject }),
        facts: { rows: left },
      });
  }
}
