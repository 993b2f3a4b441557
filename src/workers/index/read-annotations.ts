import type { DatasetPath } from '../../domain/brand.ts';
import type { DatasetBuilder } from '../../domain/dataset/build/dataset-builder.ts';
import type { MergedSubject } from '../../domain/dataset/build/merge-roots.ts';
import {
  imagesByName,
  matchAnnotations,
  type AnnotatedImage,
} from '../../domain/dataset/build/match-annotations.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import { isAbort, MidscopeError } from '../../domain/error.ts';
import { MAX_COCO_BYTES, openCoco, type CocoFile } from '../../formats/masks/coco-file.ts';
import { sniff } from '../../formats/sniff.ts';
import { concurrently } from '../concurrently.ts';

/** Most other JSON files of a dataset are smaller than this. */
const HEAD_BYTES = 2 ** 16;
/** What sniffing reads. */
const SNIFFED_BYTES = 4_096;

/** With what a large file of annotations begins, and what a small one has, whatever else is in it. */
const BEGINS_WITH_LIST = /"(images|annotations|categories|licenses)"\s*:\s*\[/;
const HAS_IMAGES = /"images"\s*:\s*\[/;
const HAS_ANNOTATIONS = /"annotations"\s*:\s*\[/;

/**
 * Looks into JSON files that belong to no subject for masks of many images (COCO) and attaches them to the images they
 * name. A file of something else is passed over, what is wrong with one of masks becomes an issue.
 */
export async function readAnnotations(
  source: FileSource,
  paths: readonly DatasetPath[],
  builder: DatasetBuilder,
  subjects: readonly MergedSubject[],
  { signal, parallelReads }: { readonly signal: AbortSignal; readonly parallelReads: number },
): Promise<void> {
  const found: DatasetPath[] = [];
  const attempt = async (path: DatasetPath, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (thrown) {
      if (isAbort(thrown) || !(thrown instanceof MidscopeError)) throw thrown;
      builder.issues.push({ ...thrown.issue, path });
    }
  };
  await concurrently(paths, parallelReads, (path) =>
    attempt(path, async () => {
      if (await looksLikeCoco(source, path, signal)) found.push(path);
    }),
  );
  if (found.length === 0) return;
  const byName = imagesByName(subjects);
  // One after the other, since each may take many megabytes while it is read.
  await concurrently(found.toSorted(), 1, (path) =>
    attempt(path, async () => {
      const file = await readCoco(source, path, signal);
      if (!file) return;
      const { images, strays } = annotatedImages(file);
      const { entries, issues } = matchAnnotations(images, byName, strays);
      for (const [image, entry] of entries) builder.attachMask(image, { path, entry });
      for (const issue of issues) builder.issues.push({ ...issue, path });
    }),
  );
}

/** Whether the first bytes may be those of a COCO file. */
async function looksLikeCoco(source: FileSource, path: DatasetPath, signal: AbortSignal): Promise<boolean> {
  const head = await source.read(path, signal, { offset: 0, length: HEAD_BYTES });
  if (sniff(head.subarray(0, SNIFFED_BYTES)) !== 'json') return false;
  const text = new TextDecoder().decode(head);
  if (head.length === HEAD_BYTES) return BEGINS_WITH_LIST.test(text);
  return HAS_IMAGES.test(text) && HAS_ANNOTATIONS.test(text);
}

/** The file, unless it turns out to be JSON of something else. */
async function readCoco(
  source: FileSource,
  path: DatasetPath,
  signal: AbortSignal,
): Promise<CocoFile | undefined> {
  const { size } = await source.stat(path, signal);
  if (size > MAX_COCO_BYTES) throw new MidscopeError('IMAGE_TOO_LARGE', { bytes: size });
  const bytes = await source.read(path, signal);
  try {
    return openCoco(bytes);
  } catch (thrown) {
    if (thrown instanceof MidscopeError && isOtherJson(thrown)) return undefined;
    throw thrown;
  }
}

const isOtherJson = ({ issue }: MidscopeError): boolean =>
  issue.code === 'MASK_INVALID' && issue.facts?.reason === 'unknown-format';

/** The images of a file that have an annotation, and how many more its annotations name. */
function annotatedImages({ images, counts }: CocoFile): {
  readonly images: readonly AnnotatedImage[];
  readonly strays: number;
} {
  const uses = new Map<unknown, number>();
  for (const { id } of images) uses.set(id, (uses.get(id) ?? 0) + 1);
  let strays = 0;
  for (const id of counts.keys()) if (!uses.has(id)) strays += 1;
  return {
    images: images.flatMap(({ id, fileName }, entry) =>
      counts.has(id) ? [{ entry, fileName, isAmbiguous: (uses.get(id) ?? 0) > 1 }] : [],
    ),
    strays,
  };
}
