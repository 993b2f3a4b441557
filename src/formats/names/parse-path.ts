import type { DatasetPath, SessionId, SubjectId } from '../../domain/brand.ts';
import type { NameEntities } from '../../domain/dataset/entities.ts';
import { DATASET_ROOT, joinPath } from '../../domain/dataset/file-source.ts';
import { sessionId, subjectId } from './ids.ts';
import { isModalityFolder, modalityOf } from './modality.ts';
import { parseName } from './parse-name.ts';

/** raw: a file of a subject; derivatives: below a folder of that name; other: tables, readmes and the like. */
export type PathArea = 'raw' | 'derivatives' | 'other';

/** What a path says of its file, without opening it. */
export interface PathFacts {
  /** The folder of the release: above the first `sub-…` or `derivatives`, or that of a file which has neither. */
  readonly root: DatasetPath;
  readonly area: PathArea;
  /** From the folders, else from the file name. */
  readonly subject?: SubjectId;
  /** From the folders, else from the file name. */
  readonly session?: SessionId;
  /** Whether folders and file name state different subjects or sessions; the name's are in `entities`. */
  readonly conflict: boolean;
  /** The folders between session (or subject) and file, as filed: `mod-rx`, `mim-light/cr`, `mr/anat`; may be empty. */
  readonly folder: string;
  /** DICOM Modality (0008,0060), upper case, where suffix or folders decide it. */
  readonly modality?: string;
  readonly entities: NameEntities;
}

const isSubjectFolder = (name: string): boolean => /^sub-./i.test(name);
const isSessionFolder = (name: string): boolean => /^ses-./i.test(name);
const isDerivatives = (name: string): boolean => name.toLowerCase() === 'derivatives';

/** How many folders lie above the release's content. */
function rootDepth(folders: readonly string[], namesSubject: boolean): number {
  const first = folders.findIndex((name) => isSubjectFolder(name) || isDerivatives(name));
  if (first >= 0) return first;
  const session = folders.findIndex(isSessionFolder);
  if (session >= 0) return session;
  // Someone opened a session's own folder: its modality folders are not a release each.
  const above = folders.findLastIndex((name) => !isModalityFolder(name)) + 1;
  return namesSubject ? above : folders.length;
}

const differs = <Id>(ofFolder: Id | undefined, ofName: Id | undefined): boolean =>
  ofFolder !== undefined && ofName !== undefined && ofFolder !== ofName;

/**
 * Reads what a path says of its file: release, subject, session, modality. Parent folders, several releases side by
 * side and archives extracted into folders of their own are part of the release's root. Never fails.
 */
export function parsePath(path: DatasetPath): PathFacts {
  const folders = path.split('/');
  const entities = parseName(folders.pop() ?? '');
  const depth = rootDepth(folders, entities.subject !== undefined);
  const inner = folders.slice(depth);
  const subjectAt = inner.findIndex(isSubjectFolder);
  const sessionAt = inner.findIndex((name, at) => at > subjectAt && isSessionFolder(name));
  const ofFolder = {
    subject: subjectId(inner[subjectAt] ?? ''),
    session: sessionId(inner[sessionAt] ?? ''),
  };
  const subject = ofFolder.subject ?? entities.subject;
  const session = ofFolder.session ?? entities.session;
  const derived = inner.some(isDerivatives);
  const last = Math.max(subjectAt, sessionAt);
  const folder = subject === undefined || (last < 0 && derived) ? '' : inner.slice(last + 1).join('/');
  const modality = modalityOf(entities.stem, folder);
  return {
    root: folders.slice(0, depth).reduce<DatasetPath>(joinPath, DATASET_ROOT),
    area: derived ? 'derivatives' : subject === undefined ? 'other' : 'raw',
    ...(subject !== undefined && { subject }),
    ...(session !== undefined && { session }),
    conflict: differs(ofFolder.subject, entities.subject) || differs(ofFolder.session, entities.session),
    folder,
    ...(modality !== undefined && { modality }),
    entities,
  };
}
