import type { DatasetPath, SessionId, SubjectId } from '../../brand.ts';
import type { Issue } from '../../issues.ts';
import type { LabTest } from '../../labs/lab-test.ts';
import type { FiledTree, TreeRow } from '../../vocabulary/dataset-tree.ts';
import type { TextRuleBits } from '../../report/rules/rule-ids.ts';
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
import {
  ONLY_SESSION,
  type AttachedMask,
  type CohortLink,
  type Filed,
  type ImageDraft,
  type ImageReading,
  type MaskDraft,
  type MaskFacts,
  type Owner,
  type Place,
  type RootDraft,
  type SessionDraft,
  type SubjectDraft,
  type UnplacedTable,
} from './drafts.ts';
import { isBimcvName } from './release.ts';
import { labelDifference, participantDifference, sessionDifference, type Difference } from './same-rows.ts';

/** What a name and a place tell of one image file. */
export type ImageFile = Omit<ImageDraft, 'reading' | 'version'> & {
  readonly subject: SubjectId;
  readonly session: SessionId;
};

export type MaskFile = Omit<MaskDraft, 'version'> & {
  readonly subject: SubjectId;
  readonly session: SessionId;
};

/** Two copies of an image whose sidecars say different things. */
export interface SidecarConflict {
  readonly path: DatasetPath;
  readonly other: DatasetPath;
}

/** Keeps a row unless it says what the first one or the last one says. */
function keep<Row>(rows: Filed<Row>[], filed: Filed<Row>, difference: Difference<Row>): void {
  const isNew = [rows[0], rows.at(-1)].every((known) => !known || difference(known.row, filed.row));
  if (isNew) rows.push(filed);
}

/**
 * Collects rows and files, by the root that they lie in; {@link buildDatasetIndex} makes an index of them at any time.
 * Files may be met in any order; of rows about the same in one root, the first filed counts, so tables have to come in
 * the order of their paths.
 */
export class DatasetBuilder {
  readonly roots = new Map<string, RootDraft>();
  /** Roots that hold images or masks. */
  readonly folders = new Set<string>();
  readonly issues: Issue[] = [];
  readonly sidecarsByFolder = new Map<string, DatasetPath[]>();
  readonly maskNames = new Set<DatasetPath>();
  /** Masks in files that belong to no single subject. */
  readonly attachedMasks = new Map<ImageDraft, AttachedMask[]>();
  /** By the copy in the later root. */
  readonly sidecarConflicts = new Map<ImageDraft, SidecarConflict>();
  readonly cohortLinks = new Map<SubjectId, CohortLink>();
  /** The rules about texts that found something, by the labels that they were asked of. */
  readonly textRules = new Map<Filed<LabelRow>, TextRuleBits>();
  /** Masks that belong to no subject and name their images. */
  readonly looseMasks: {
    readonly path: DatasetPath;
    readonly facts: MaskFacts;
  }[] = [];
  /** Files with the tree of terms, in the order of their paths. */
  readonly trees: FiledTree[] = [];
  /** Every report was compared with its labels. */
  textsChecked = false;
  /** A folder, a listing or a header says that this is a BIMCV release, whatever else is said. */
  isBimcv = false;
  readonly #unplaced: UnplacedTable[] = [];

  root(name: string): RootDraft {
    let draft = this.roots.get(name);
    if (!draft) {
      this.noteName(name);
      draft = {
        subjects: new Map(),
        labelTables: [],
        hasTests: false,
        isSynthetic: false,
      };
      this.roots.set(name, draft);
    }
    return draft;
  }

  subject(root: string, id: SubjectId): SubjectDraft {
    const { subjects } = this.root(root);
    let draft = subjects.get(id);
    if (!draft) {
      draft = { root, participants: [], sessions: new Map(), tests: [] };
      subjects.set(id, draft);
    }
    return draft;
  }

  session(root: string, subject: SubjectId, id: SessionId): SessionDraft {
    const { sessions } = this.subject(root, subject);
    let draft = sessions.get(id);
    if (!draft) {
      draft = {
        root,
        labels: [],
        table: [],
        images: new Map(),
        masks: [],
        promised: new Map(),
      };
      sessions.set(id, draft);
    }
    return draft;
  }

  /** What each root says of every subject, roots in the order of their names. */
  subjectParts(): ReadonlyMap<SubjectId, readonly SubjectDraft[]> {
    const parts = new Map<SubjectId, SubjectDraft[]>();
    for (const name of [...this.roots.keys()].toSorted())
      for (const [id, draft] of this.root(name).subjects) {
        const known = parts.get(id);
        if (known) known.push(draft);
        else parts.set(id, [draft]);
      }
    return parts;
  }

  get hasLabelTable(): boolean {
    return [...this.roots.values()].some(({ labelTables }) => labelTables.length > 0);
  }

  /** Looks whether the name of a folder or a listing is one of the BIMCV releases. */
  noteName(name: string): void {
    this.isBimcv ||= isBimcvName(name);
  }

  addParticipants(path: DatasetPath, root: string, table: ParsedTable<ParticipantRow>): void {
    this.#take(path, table);
    for (const row of table.rows)
      keep(this.subject(root, row.subject).participants, { path, root, row }, participantDifference);
  }

  addLabels(path: DatasetPath, root: string, table: ParsedTable<LabelRow>): void {
    this.root(root).labelTables.push(path);
    this.#take(path, table);
    for (const row of table.rows)
      keep(this.session(root, row.subject, row.session).labels, { path, root, row }, labelDifference);
  }

  /** @param subject undefined where the path names none: it is told when all files are known. */
  addSessions(
    path: DatasetPath,
    root: string,
    subject: SubjectId | undefined,
    table: ParsedTable<SessionRow>,
  ): void {
    if (!subject) return void this.#unplaced.push({ kind: 'sessions', path, root, table });
    this.#take(path, table, subject);
    for (const row of table.rows)
      keep(this.session(root, subject, row.session).table, { path, root, row }, sessionDifference);
  }

  addTests(path: DatasetPath, root: string, table: ParsedTable<LabTest>): void {
    this.root(root).hasTests = true;
    this.#take(path, table);
    for (const row of table.rows) this.subject(root, row.subject).tests.push({ path, root, row });
  }

  addCohortLinks(path: DatasetPath, root: string, table: ParsedTable<CohortLinkRow>): void {
    this.#take(path, table);
    for (const { negative, positive } of table.rows) {
      this.cohortLinks.set(negative, {
        root,
        subject: negative,
        other: positive,
      });
      this.cohortLinks.set(positive, {
        root,
        subject: positive,
        other: negative,
      });
    }
  }

  addTree(path: DatasetPath, table: ParsedTable<TreeRow>): void {
    this.#take(path, table);
    this.trees.push({ path, rows: table.rows });
  }

  addPartitions(path: DatasetPath, root: string, table: ParsedTable<PartitionRow>): void {
    this.#take(path, table);
    for (const row of table.rows) this.promise({ root, ...row }, row.path, -1, path);
  }

  /** Files of an archive listing; the archive is taken to be extracted where the listing lies. */
  addListing(path: DatasetPath, table: ParsedTable<ListingRow>, place: Place): void {
    this.#take(path, table);
    const folder = directoryName(path);
    for (const row of table.rows) {
      const owner = place(row.path);
      if (!owner) continue;
      const root = owner.root === '' ? folder : joinPath(folder, owner.root);
      this.promise({ ...owner, root, session: owner.session ?? ONLY_SESSION }, row.path, row.size, path);
    }
  }

  /**
   * Rows of a scans table: names of files that ought to be there. The folder is believed, even where a name states
   * another session: published tables hold names that were copied from other subjects.
   * @param session undefined where the path names none: it is told when all files are known.
   */
  addScans(
    path: DatasetPath,
    root: string,
    owner: {
      readonly subject?: SubjectId | undefined;
      readonly session?: SessionId | undefined;
    },
    table: ParsedTable<ScanRow>,
    place: Place,
  ): void {
    const { subject, session } = owner;
    this.#take(path, table, subject, session);
    const files = table.rows.flatMap(({ filenames }) =>
      filenames.map((name) => joinPath(directoryName(path), name)),
    );
    if (subject && session)
      for (const file of files) this.promise({ root, subject, session }, file, -1, path);
    else this.#unplaced.push({ kind: 'scans', path, root, subject, files, place });
  }

  /** Hands out the tables whose path does not say whose they are, each once. */
  takeUnplaced(): readonly UnplacedTable[] {
    return this.#unplaced.splice(0);
  }

  promise({ root, subject, session }: Owner, path: DatasetPath, size: number, by: DatasetPath): void {
    const { promised } = this.session(root, subject, session);
    const name = baseName(path);
    const known = promised.get(name);
    if (!known || (known.size < 0 && size >= 0)) promised.set(name, { path, size, by });
  }

  addImage(file: ImageFile): ImageDraft {
    this.folders.add(file.root);
    const { subject, session, ...image } = file;
    this.session(file.root, subject, session).images.set(file.relative, image);
    return image;
  }

  addMask({ subject, session, ...mask }: MaskFile): void {
    this.folders.add(mask.root);
    this.session(mask.root, subject, session).masks.push(mask);
  }

  attachMask(image: ImageDraft, mask: AttachedMask): void {
    const known = this.attachedMasks.get(image);
    if (known) known.push(mask);
    else this.attachedMasks.set(image, [mask]);
  }

  addSidecar(path: DatasetPath, folder: string): void {
    const known = this.sidecarsByFolder.get(folder);
    if (known) known.push(path);
    else this.sidecarsByFolder.set(folder, [path]);
  }

  read(image: ImageDraft, reading: ImageReading): void {
    image.reading = reading;
    this.isBimcv ||= reading.isBimcv;
  }

  #take(path: DatasetPath, table: ParsedTable<unknown>, subject?: SubjectId, session?: SessionId): void {
    for (const issue of table.issues)
      this.issues.push({
        ...(subject && { subject }),
        ...(session && { session }),
        ...issue,
        path,
      });
  }
}
