import type { DatasetPath, SubjectId } from '../../domain/brand.ts';
import { isMaskStem } from '../../domain/dataset/build/match-masks.ts';
import type { DatasetBuilder, MaskFile } from '../../domain/dataset/build/dataset-builder.ts';
import { ONLY_SESSION } from '../../domain/dataset/build/drafts.ts';
import type { Container } from '../../domain/dataset/dataset-index.ts';
import { directoryName } from '../../domain/dataset/file-source.ts';
import { namedProjection } from '../../domain/imaging/projection.ts';
import { parsePath, type PathFacts } from '../../formats/names/parse-path.ts';

/** What becomes of a file: read as a table or an image, asked for masks of many images, for marks on images, or nothing more. */
export type FileUse = 'table' | 'image' | 'annotations' | 'marks' | 'none';

/** Endings that hold no image, in any dataset; whatever else has no known ending is judged by its bytes. */
const NO_IMAGE = /\.(txt|md|html?|pdf|log|sh|py|bval|bvec|ya?ml|jpe?g|tiff?|zip|tgz|tar|gz|xlsx?|docx?)$/i;

const CONTAINER: Readonly<Partial<Record<PathFacts['entities']['kind'], Container>>> = {
  png: 'png',
  nifti: 'nifti',
  dicom: 'dicom',
  other: 'unknown',
};

/** Slices of one series differ in these parts of their names only. */
const seriesKey = (path: string, facts: PathFacts): string =>
  facts.entities.chunk === undefined
    ? path.replace(/[_-]?\d+(\.\w+)?$/, '')
    : path.replace(/_chunk-[^_.]+/i, '');

const below = (root: string, path: string): string => (root === '' ? path : path.slice(root.length + 1));

/** A mask by its path alone. */
export const maskFile = (
  path: DatasetPath,
  { entities, session, root }: PathFacts,
  subject: SubjectId,
): MaskFile => ({
  subject,
  session: session ?? ONLY_SESSION,
  path,
  root,
  relative: below(root, path),
  stem: entities.stem,
  run: entities.run ?? '',
  acq: entities.acq ?? '',
  view: entities.view ?? '',
});

/** Files a path with the builder, by its name and place alone. */
export function classifyFile(path: DatasetPath, builder: DatasetBuilder): FileUse {
  const facts = parsePath(path);
  const { entities, subject, root } = facts;
  if (entities.kind === 'table') {
    if (!subject || facts.area !== 'derivatives') return 'table';
    builder.maskNames.add(path);
    return 'none';
  }
  // What is in such a file, and which image it marks, its name does not say.
  if (/\.xml$/i.test(path) || (!subject && entities.kind === 'dicom')) return 'marks';
  if (!subject) return entities.kind === 'json' ? 'annotations' : 'none';
  const folder = directoryName(path);
  if (entities.kind === 'json') {
    const isMask = isMaskStem(entities.stem);
    if (facts.area === 'raw' && !isMask) {
      // A session may have lost its images and kept their sidecars.
      builder.session(root, subject, facts.session ?? ONLY_SESSION);
      builder.addSidecar(path, folder);
    } else builder.maskNames.add(path);
    // Polygons, or the names of another mask's values: told apart once all masks are known.
    if (isMask) builder.addMask(maskFile(path, facts, subject));
    return 'none';
  }
  const container = CONTAINER[entities.kind];
  if (container === undefined || (container === 'unknown' && NO_IMAGE.test(path))) return 'none';
  const session = facts.session ?? ONLY_SESSION;
  if (facts.area === 'derivatives' || isMaskStem(entities.stem)) {
    if (container === 'unknown') return 'none';
    builder.addMask(maskFile(path, facts, subject));
    return 'none';
  }
  noteName(path, facts, builder);
  builder.addImage({
    subject,
    session,
    path,
    root,
    relative: below(root, path),
    folder,
    stem: entities.stem,
    acq: entities.acq ?? '',
    container,
    modality: facts.modality ?? '',
    view: namedProjection(entities.view ?? '') ?? '',
    seriesKey: seriesKey(path, facts),
    presence: 'found',
  });
  return 'image';
}

function noteName(
  path: DatasetPath,
  { entities, conflict, subject, session }: PathFacts,
  builder: DatasetBuilder,
): void {
  const ids = {
    path,
    ...(subject && { subject }),
    ...(session && { session }),
  };
  if (entities.misformed.length > 0)
    builder.issues.push({
      code: 'NAME_MISFORMED',
      ...ids,
      facts: { parts: entities.misformed.join(', ') },
    });
  if (conflict)
    builder.issues.push({
      code: 'NAME_CONFLICT',
      ...ids,
      facts: {
        folder: [subject, session].filter(Boolean).join(', '),
        name: [entities.subject, entities.session].filter(Boolean).join(', '),
      },
    });
}
