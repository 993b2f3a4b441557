import type { Issue } from '../../issues.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { SessionTable } from '../dataset-index.ts';
import type { MergedSession, MergedSubject } from './merge-roots.ts';
import type { SessionImage } from './session-images.ts';

/** Sessions with images but no labels row, and the reverse. "No label" is never counted as "normal". */
export function labelIssues(
  draft: MergedSession,
  images: number,
  labelled: boolean,
  walked: boolean,
  report: (issue: Issue) => void,
): void {
  if (!walked) return;
  const ids = { subject: draft.subject, session: draft.id };
  if (labelled && !draft.labels && images > 0) report({ code: 'LABEL_NONE', ...ids });
  if (draft.labels && images === 0) report({ code: 'LABEL_NO_IMAGE', ...ids, path: draft.labels.path });
}

/** What reading an image's sidecar or header brought up. */
export function presenceIssues(
  draft: MergedSession,
  images: readonly SessionImage[],
  report: (issue: Issue) => void,
): void {
  const ids = { subject: draft.subject, session: draft.id };
  let datesModified = false;
  for (const { path, draft: image } of images) {
    for (const issue of image?.reading?.issues ?? []) {
      // Dates are altered for a whole session; once is enough.
      if (issue.code === 'DATES_MODIFIED' && datesModified) continue;
      datesModified ||= issue.code === 'DATES_MODIFIED';
      report({ path, ...ids, ...issue });
    }
    if (image?.reading?.viewConflict) report({ code: 'VIEW_MISMATCH', path, ...ids });
  }
}

/** Labels that the vocabulary does not have, each once with the number of sessions that use it. */
export function unknownLabels(
  sessions: SessionTable,
  terms: readonly string[],
  vocabulary: Vocabulary,
  report: (issue: Issue) => void,
): void {
  const uses = new Uint32Array(terms.length);
  for (const { values } of [sessions.findings, sessions.locations])
    for (const term of values) uses[term] = (uses[term] ?? 0) + 1;
  terms.forEach((label, term) => {
    if (!vocabulary.terms.has(label))
      report({ code: 'LABEL_UNKNOWN', facts: { label, sessions: uses[term] ?? 0 } });
  });
}

/** People in the tests table of whom nothing else is here. */
export function testsWithoutImages(subjects: readonly MergedSubject[], report: (issue: Issue) => void): void {
  for (const { id, tests, sessions, participant } of subjects)
    if (tests.length > 0 && sessions.length === 0 && !participant)
      report({ code: 'TEST_NO_SUBJECT', subject: id, facts: { tests: tests.length } });
}
