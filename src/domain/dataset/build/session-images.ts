import type { DatasetPath } from '../../brand.ts';
import type { Issue } from '../../issues.ts';
import { statedModality } from '../../imaging/stated-modality.ts';
import { baseName } from '../file-source.ts';
import { compareNaturally } from '../text.ts';
import type { Container, Presence } from '../dataset-index.ts';
import type { ImageDraft } from './drafts.ts';
import type { SidecarFinder } from './match-sidecars.ts';
import type { MergedSession } from './merge-roots.ts';

/** One image of a session, with everything that was found out about it. */
export interface SessionImage {
  readonly path: DatasetPath;
  readonly container: Container;
  readonly modality: string;
  readonly view: string;
  readonly viewConflict: boolean;
  readonly series: string;
  readonly sidecar: DatasetPath | undefined;
  readonly sidecarShared: boolean;
  readonly presence: Presence;
  readonly readState: 'unread' | 'read' | 'failed';
  readonly date: number;
  readonly draft?: ImageDraft;
}

const FILMS: ReadonlySet<string> = new Set(['CR', 'DX']);
const ENDINGS: readonly (readonly [RegExp, Container])[] = [
  [/\.png$/i, 'png'],
  [/\.nii(\.gz)?$/i, 'nifti'],
  [/\.(dcm|dicom|ima)$/i, 'dicom'],
];

/** Films are single images; slices of other modalities form a stack, by their UID once it was read. */
function seriesOf(draft: ImageDraft, modality: string): string {
  if (draft.container !== 'dicom' || FILMS.has(modality)) return draft.path;
  const uid = draft.reading?.seriesUid ?? '';
  return uid === '' ? draft.seriesKey : uid;
}

function fromDraft(draft: ImageDraft, sidecar?: DatasetPath, shared = false): SessionImage {
  const { reading } = draft;
  const { shown: modality } = statedModality(draft.modality, reading?.modality ?? '');
  return {
    path: draft.path,
    container: reading?.state === 'read' ? reading.container : draft.container,
    modality,
    view: reading?.view || draft.view,
    viewConflict: reading?.viewConflict ?? false,
    series: seriesOf(draft, modality),
    sidecar,
    sidecarShared: shared,
    presence: draft.presence,
    readState: reading?.state ?? 'unread',
    date: reading?.date ?? 0,
    draft,
  };
}

const rank = ({ modality, view }: SessionImage): number => {
  if (FILMS.has(modality)) return /^(PA|AP)/.test(view) ? 0 : view === '' ? 1 : 2;
  return modality === 'CT' ? 3 : 4;
};

/** Frontal films first, then other films, then CTs, then the rest; each by name. */
const displayOrder = (a: SessionImage, b: SessionImage): number =>
  rank(a) - rank(b) || compareNaturally(a.path, b.path);

/** Files that a table or a listing promises and that were not met; only those whose name is an image's. */
function missingImages(session: MergedSession, found: ReadonlySet<string>): readonly SessionImage[] {
  const missing: SessionImage[] = [];
  for (const [name, { path }] of session.promised) {
    if (found.has(name)) continue;
    const container = ENDINGS.find(([ending]) => ending.test(name))?.[1];
    if (!container) continue;
    const suffix = /_(cr|dx|ct)\.[^_]*$/i.exec(name)?.[1]?.toUpperCase() ?? '';
    missing.push({
      path,
      container,
      modality: suffix,
      view: '',
      viewConflict: false,
      series: path,
      sidecar: undefined,
      sidecarShared: false,
      presence: 'listed',
      readState: 'unread',
      date: 0,
    });
  }
  return missing;
}

/** A file of unknown kind counts as an image only once its bytes have said so; one that marks other images never. */
const isImage = ({ container, reading }: ImageDraft): boolean =>
  reading?.mask === undefined && (container !== 'unknown' || reading?.state === 'read');

/**
 * The images of a session in display order, each with its sidecar. `walked` tells whether all files
 * were met, so that what is missing may be called so.
 */
export function sessionImages(
  session: MergedSession,
  sidecarOf: SidecarFinder,
  walked: boolean,
  report: (issue: Issue) => void,
): readonly SessionImage[] {
  const images = session.images.filter(isImage).map((draft) => {
    const match = sidecarOf(draft);
    return fromDraft(draft, match?.path, match?.shared);
  });
  const ids = { subject: session.subject, session: session.id };
  for (const draft of session.images)
    if (!isImage(draft))
      for (const issue of draft.reading?.issues ?? []) report({ path: draft.path, ...ids, ...issue });
  for (const image of images) {
    if (image.container === 'dicom') continue;
    if (image.sidecarShared) report({ code: 'SIDECAR_SHARED', path: image.path, ...ids });
    else if (walked && !image.sidecar) report({ code: 'SIDECAR_MISSING', path: image.path, ...ids });
  }
  const names = new Set(session.images.map((draft) => baseName(draft.path)));
  // Until the walk is done, what tables promise stands for what will be found.
  const promised = missingImages(session, names);
  if (walked)
    for (const { path } of promised) {
      const by = session.promised.get(baseName(path))?.by ?? '';
      report({ code: 'FILE_MISSING', path, ...ids, facts: { by } });
    }
  return [...images, ...promised].toSorted(displayOrder);
}
