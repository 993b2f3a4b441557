import type { DatasetPath, SessionId, SubjectId } from '../../brand.ts';
import type { ConflictSubject, Issue } from '../../issues.ts';
import type { LabTest } from '../../labs/lab-test.ts';
import { baseName, directoryName, joinPath } from '../file-source.ts';
import type {
  CohortLinkRow,
  LabelRow,
  ListingRow,
  ParticipantRow,
  ParsedTable,
  PartitionRow,
  ScanRow,
  SessionRow,
} from '../rows.ts';
import { matchSidecars, type SidecarMatch } from './match-sidecars.ts';
import type { ImageDraft, ImageReading, MaskDraft, SessionDraft, SubjectDraft } from './drafts.ts';

/** What a name and a place tell of one image file. */
export type ImageFile = Omit<ImageDraft, 'reading' | 'duplicateOf'> & {
  readonly subject: SubjectId;
  readonly session: SessionId;
};

export type MaskFile = MaskDraft & { readonly subject: SubjectId; readonly session: SessionId };

/** Whose a file is. */
export interface Owner {
  readonly subject: SubjectId;
  readonly session: SessionId;
}

/** Tells by its path whose an image is; nothing for what is no image. */
export type Place = (path: DatasetPath) => Owner | undefined;

/** Two files that claim the same place below a subject, in two roots. */
export interface DuplicatePair {
  readonly first: ImageDraft;
  readonly second: ImageDraft;
}

/**
 * Collects rows and files in whatever order they are met; {@link buildDatasetIndex} makes an index of them
 * at any time. Rows of several roots meet in one session: the first one filed is shown, another that differs
 * is an issue.
 */
export class DatasetBuilder {
  readonly subjects = new Map<SubjectId, SubjectDraft>();
  readonly roots = new Set<string>();
  readonly issues: Issue[] = [];
  readonly sidecarsByFolder = new Map<string, DatasetPath[]>();
  readonly maskNames = new Set<DatasetPath>();
  readonly duplicates: DuplicatePair[] = [];
  /** The same person's id in the other cohort. */
  readonly otherCohort = new Map<SubjectId, SubjectId>();
  hasLabelTable = false;

  subject(id: SubjectId): SubjectDraft {
    let draft = this.subjects.get(id);
    if (!draft) {
      draft = { id, sessions: new Map(), tests: [] };
      this.subjects.set(id, draft);
    }
    return draft;
  }

  session(subject: SubjectId, id: SessionId): SessionDraft {
    const { sessions } = this.subject(subject);
    let draft = sessions.get(id);
    if (!draft) {
      draft = { subject, id, images: new Map(), masks: [], promised: new Map() };
      sessions.set(id, draft);
    }
    return draft;
  }

  addParticipants(path: DatasetPath, root: string, table: ParsedTable<ParticipantRow>): void {
    this.#take(path, table);
    for (const row of table.rows) {
      const draft = this.subject(row.subject);
      const known = draft.participant;
      if (!known) draft.participant = { path, root, row };
      else if (known.row.raw.age !== row.raw.age || known.row.sex !== row.sex)
        this.#conflict(path, known.path, row.subject, undefined, 'age-or-sex');
    }
  }

  addLabels(path: DatasetPath, root: string, table: ParsedTable<LabelRow>): void {
    this.hasLabelTable = true;
    this.#take(path, table);
    for (const row of table.rows) {
      const draft = this.session(row.subject, row.session);
      const known = draft.labels;
      if (!known) draft.labels = { path, root, row };
      else if (!sameLabels(known.row, row))
        this.#conflict(path, known.path, row.subject, row.session, 'labels');
    }
  }

  addSessions(path: DatasetPath, root: string, subject: SubjectId, table: ParsedTable<SessionRow>): void {
    this.#take(path, table, subject);
    for (const row of table.rows) {
      const draft = this.session(subject, row.session);
      const known = draft.table;
      if (!known) draft.table = { path, root, row };
      else if (known.row.raw.date !== row.raw.date || known.row.raw.report !== row.raw.report)
        this.#conflict(path, known.path, subject, row.session, 'date-or-report');
    }
  }

  addTests(path: DatasetPath, table: ParsedTable<LabTest>): void {
    this.#take(path, table);
    for (const test of table.rows) this.subject(test.subject).tests.push(test);
  }

  addCohortLinks(path: DatasetPath, table: ParsedTable<CohortLinkRow>): void {
    this.#take(path, table);
    for (const { negative, positive } of table.rows) {
      this.otherCohort.set(negative, positive);
      this.otherCohort.set(positive, negative);
    }
  }

  addPartitions(path: DatasetPath, table: ParsedTable<PartitionRow>): void {
    this.#take(path, table);
    for (const row of table.rows) this.#promise(row.subject, row.session, row.path, -1, path);
  }

  /** Files of an archive listing. */
  addListing(path: DatasetPath, table: ParsedTable<ListingRow>, place: Place): void {
    this.#take(path, table);
    for (const row of table.rows) {
      const owner = place(row.path);
      if (owner) this.#promise(owner.subject, owner.session, row.path, row.size, path);
    }
  }

  /**
   * Rows of a session's scans table: names of files that ought to be there. The folder is believed, even where a
   * name states another session: published tables hold names that were copied from other subjects.
   */
  addScans(path: DatasetPath, { subject, session }: Owner, table: ParsedTable<ScanRow>): void {
    this.#take(path, table, subject, session);
    const folder = directoryName(path);
    for (const row of table.rows)
      for (const name of row.filenames) this.#promise(subject, session, joinPath(folder, name), -1, path);
  }

  addImage(file: ImageFile): ImageDraft {
    this.roots.add(file.root);
    const { subject, session, ...draft } = file;
    const { images } = this.session(subject, session);
    const twin = images.get(draft.relative);
    const image: ImageDraft = draft;
    if (twin) {
      image.duplicateOf = twin;
      this.duplicates.push({ first: twin, second: image });
      images.set(`${draft.relative}\n${draft.root}`, image);
    } else images.set(draft.relative, image);
    return image;
  }

  addMask({ subject, session, ...draft }: MaskFile): void {
    this.roots.add(draft.root);
    this.session(subject, session).masks.push(draft);
  }

  addSidecar(path: DatasetPath, folder: string): void {
    const known = this.sidecarsByFolder.get(folder);
    if (known) known.push(path);
    else this.sidecarsByFolder.set(folder, [path]);
  }

  read(image: ImageDraft, reading: ImageReading): void {
    image.reading = reading;
  }

  /** Tells each image's sidecar. Made once all files were met. */
  sidecarMatcher(): (image: ImageDraft) => SidecarMatch | undefined {
    const byFolder = new Map<string, ImageDraft[]>();
    for (const { sessions } of this.subjects.values())
      for (const { images } of sessions.values())
        for (const image of images.values()) {
          const siblings = byFolder.get(image.folder);
          if (siblings) siblings.push(image);
          else byFolder.set(image.folder, [image]);
        }
    const matches = new Map<string, ReadonlyMap<ImageDraft, SidecarMatch>>();
    return (image) => {
      let folder = matches.get(image.folder);
      if (!folder) {
        folder = matchSidecars(
          byFolder.get(image.folder) ?? [],
          this.sidecarsByFolder.get(image.folder) ?? [],
        );
        matches.set(image.folder, folder);
      }
      return folder.get(image);
    };
  }

  /**
   * Two roots hold different files under the same name: what the second root has of that session
   * becomes a session of its own, so that two people's images never share a case.
   */
  separate({ first, second }: DuplicatePair, subject: SubjectId, session: SessionId): void {
    const shared = this.session(subject, session);
    const own = this.session(subject, `${session}@${second.root === '' ? '.' : second.root}` as SessionId);
    for (const [key, image] of shared.images) {
      if (image.root !== second.root) continue;
      delete image.duplicateOf;
      own.images.set(image.relative, image);
      shared.images.delete(key);
    }
    this.#conflict(second.path, first.path, subject, session, 'images');
  }

  #promise(subject: SubjectId, session: SessionId, path: DatasetPath, size: number, by: DatasetPath): void {
    const { promised } = this.session(subject, session);
    const name = baseName(path);
    const known = promised.get(name);
    if (!known || (known.size < 0 && size >= 0)) promised.set(name, { path, size, by });
  }

  #take(path: DatasetPath, table: ParsedTable<unknown>, subject?: SubjectId, session?: SessionId): void {
    for (const issue of table.issues)
      this.issues.push({ ...(subject && { subject }), ...(session && { session }), ...issue, path });
  }

  #conflict(
    path: DatasetPath,
    other: DatasetPath,
    subject: SubjectId,
    session: SessionId | undefined,
    what: ConflictSubject,
  ): void {
    this.issues.push({
      code: 'SESSION_CONFLICT',
      path,
      subject,
      ...(session && { session }),
      facts: { what, other },
    });
  }
}

const sameLabels = (a: LabelRow, b: LabelRow): boolean =>
  a.report === b.report &&
  a.labels.raw === b.labels.raw &&
  a.locations.raw === b.locations.raw &&
  a.bySentence.raw === b.bySentence.raw;
