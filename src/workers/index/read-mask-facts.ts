import type { DatasetPath } from '../../domain/brand.ts';
import type { DatasetBuilder, MaskFile } from '../../domain/dataset/build/dataset-builder.ts';
import type { MaskDraft, MaskFacts } from '../../domain/dataset/build/drafts.ts';
import type { MergedSubject } from '../../domain/dataset/build/merge-roots.ts';
import { isMaskStem, matchMask } from '../../domain/dataset/build/match-masks.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import { isAbort, MidscopeError } from '../../domain/error.ts';
import { isMarkTable } from '../../formats/masks/mark-table.ts';
import { parsePath } from '../../formats/names/parse-path.ts';
import { peekNiftiHeader } from '../../formats/nifti/read-nifti.ts';
import { readPngHeader } from '../../formats/png/png-file.ts';
import { sniff } from '../../formats/sniff.ts';
import { decodeText } from '../../formats/tables/decode-text.ts';
import { concurrently } from '../concurrently.ts';
import { readHeader } from '../images/read-header.ts';
import { maskFile } from './classify-file.ts';
import { dicomMaskFacts, shownSize } from './mask-facts.ts';
import { readHead } from '../read-head.ts';

interface Options {
  readonly signal: AbortSignal;
  readonly parallelReads: number;
}

/**
 * Looks into the files that may mark images: XML and DICOM files that name them, and masks that their names leave
 * between several images. What is wrong with one becomes an issue.
 * @param paths of XML and DICOM files that their names do not make images.
 */
export async function readMaskFacts(
  source: FileSource,
  paths: readonly DatasetPath[],
  builder: DatasetBuilder,
  subjects: readonly MergedSubject[],
  { signal, parallelReads }: Options,
): Promise<void> {
  const look = (path: DatasetPath, work: () => Promise<void>) => async (): Promise<void> => {
    try {
      await work();
    } catch (thrown) {
      if (isAbort(thrown) || !(thrown instanceof MidscopeError)) throw thrown;
      builder.issues.push({ ...thrown.issue, path });
    }
  };
  const jobs = [
    ...paths.map((path) => look(path, () => readOther(source, path, builder, signal))),
    ...tablesAlone(builder, subjects).map((file) =>
      look(file.path, () => readTable(source, file, builder, signal)),
    ),
    ...undecided(subjects).map((mask) =>
      look(mask.path, async () => {
        // A file that is no mask at all is told of when it is opened.
        const facts = await readFacts(source, mask.path, signal);
        if (facts) mask.facts = facts;
      }),
    ),
  ];
  await concurrently(jobs, parallelReads, (job) => job());
}

/** Masks of which a look into the file may tell the image: DICOM files, and those whose names fit several. */
function undecided(subjects: readonly MergedSubject[]): readonly MaskDraft[] {
  return subjects.flatMap(({ sessions }) =>
    sessions.flatMap(({ masks, images }) =>
      masks.filter((mask) => /\.(dcm|dicom|ima)$/i.test(mask.path) || !matchMask(mask, images)),
    ),
  );
}

async function readFacts(
  source: FileSource,
  path: DatasetPath,
  signal: AbortSignal,
): Promise<MaskFacts | undefined> {
  const head = await readHead(source, path, signal);
  switch (sniff(head)) {
    case 'dicom':
      return dicomMaskFacts((await readHeader(source, path, signal)).header.dataset);
    case 'png':
      return { uids: [], ...sizeOf(readPngHeader(head)) };
    case 'nifti':
    case 'gzip':
      return { uids: [], ...shownSize(await peekNiftiHeader(head, signal)) };
    default:
      return undefined;
  }
}

const sizeOf = ({ columns, rows }: { readonly columns: number; readonly rows: number }) => ({
  columns,
  rows,
});

/** An XML file of AIM, or a DICOM file of marks; others are passed over. */
async function readOther(
  source: FileSource,
  path: DatasetPath,
  builder: DatasetBuilder,
  signal: AbortSignal,
): Promise<void> {
  const facts = /\.xml$/i.test(path)
    ? await readAimFacts(source, path, signal)
    : await readFacts(source, path, signal);
  if (!facts) return;
  const place = parsePath(path);
  if (place.subject) builder.addMask({ ...maskFile(path, place, place.subject), facts });
  else if (facts.uids.length > 0) builder.looseMasks.push({ path, facts });
}

async function readAimFacts(
  source: FileSource,
  path: DatasetPath,
  signal: AbortSignal,
): Promise<MaskFacts | undefined> {
  const head = await readHead(source, path, signal);
  if (!/<(\w+:)?ImageAnnotationCollection[\s>]/.test(decodeText(head).text)) return undefined;
  // The parser of XML is fetched where there is one to read.
  const { aimReferences, MAX_AIM_BYTES } = await import('../../formats/masks/aim.ts');
  const { size } = await source.stat(path, signal);
  if (size > MAX_AIM_BYTES) throw new MidscopeError('IMAGE_TOO_LARGE', { bytes: size });
  return {
    uids: aimReferences(await source.read(path, signal)),
    columns: 0,
    rows: 0,
  };
}

const withoutEnding = (path: string): string => path.replace(/(\.nii)?\.[^./]+(\.gz)?$/i, '');

/** Tables in derivatives that may be masks: named as one or as an image, and beside no mask whose names they may be. */
function tablesAlone(builder: DatasetBuilder, subjects: readonly MergedSubject[]): readonly MaskFile[] {
  const masks = new Set<string>();
  const stems = new Set<string>();
  for (const session of subjects.flatMap(({ sessions }) => sessions)) {
    for (const { path } of session.masks) masks.add(withoutEnding(path));
    for (const { stem } of session.images) stems.add(stem);
  }
  return [...builder.maskNames].flatMap((path) => {
    if (!/\.(csv|tsv)$/i.test(path) || masks.has(withoutEnding(path))) return [];
    const place = parsePath(path);
    const isNamed = isMaskStem(place.entities.stem) || stems.has(place.entities.stem);
    return isNamed && place.subject ? [maskFile(path, place, place.subject)] : [];
  });
}

async function readTable(
  source: FileSource,
  file: MaskFile,
  builder: DatasetBuilder,
  signal: AbortSignal,
): Promise<void> {
  const head = await readHead(source, file.path, signal);
  if (isMarkTable(decodeText(head).text)) builder.addMask(file);
}
