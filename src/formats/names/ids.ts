import type { SessionId, SubjectId } from '../../domain/brand.ts';

const isSubjectId = (text: string): text is SubjectId => /^sub-[^\s/\\]+$/.test(text);
const isSessionId = (text: string): text is SessionId => /^ses-[^\s/\\]+$/.test(text);

/** The label with its key in lower case; a bare BIMCV label gets its key. */
function withKey(text: string, key: 'sub-' | 'ses-', bareLabel: RegExp): string {
  const filed = text.trim();
  if (filed.slice(0, key.length).toLowerCase() === key) return key + filed.slice(key.length);
  return bareLabel.test(filed) ? key + filed : '';
}

/**
 * Reads a subject label: `sub-S03999` of any length and alphabet, or a bare BIMCV label (`S03999`), which gets its key.
 * The key comes back in lower case, so that labels from names and from tables compare equal; the label itself stays as filed.
 * @returns nothing for anything else, such as the folder name `derivatives`.
 */
export function subjectId(text: string): SubjectId | undefined {
  const id = withKey(text, 'sub-', /^S\d+$/i);
  return isSubjectId(id) ? id : undefined;
}

/** Reads a session label: `ses-E07001` or a bare BIMCV label (`E07001`); as {@link subjectId}. */
export function sessionId(text: string): SessionId | undefined {
  const id = withKey(text, 'ses-', /^E\d+$/i);
  return isSessionId(id) ? id : undefined;
}
