import type { DatasetPath } from '../../domain/brand.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import { isAbort, MidscopeError } from '../../domain/error.ts';
import type { DicomDataset } from '../../domain/imaging/dicom-dataset.ts';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import { readImageAttributes } from '../../domain/imaging/read-image-attributes.ts';
import { parseSidecar } from '../../formats/sidecar/parse-sidecar.ts';

export interface ReadAttributes {
  readonly attributes: ImageAttributes;
  readonly dataset: DicomDataset | undefined;
  readonly issues: readonly ImageIssue[];
}

const NOTHING: ReadAttributes = { attributes: { windows: [], voiLuts: [] }, dataset: undefined, issues: [] };

/** The attributes of an image's sidecar; a sidecar that cannot be read leaves none, and says why. */
export async function readSidecar(
  source: FileSource,
  path: DatasetPath | undefined,
  signal: AbortSignal,
): Promise<ReadAttributes> {
  if (path === undefined) return NOTHING;
  try {
    const sidecar = parseSidecar(await source.read(path, signal));
    if (!sidecar.ok) return { ...NOTHING, issues: [{ ...sidecar.error, path }] };
    const { dataset, issues } = sidecar.value;
    const read = readImageAttributes(dataset);
    return {
      dataset,
      attributes: read.attributes,
      issues: [...issues, ...read.issues].map((issue) => ({ ...issue, path })),
    };
  } catch (thrown) {
    if (isAbort(thrown) || !(thrown instanceof MidscopeError)) throw thrown;
    return { ...NOTHING, issues: [{ ...thrown.issue, path }] };
  }
}
