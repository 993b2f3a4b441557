import type { FileSource } from '../../domain/dataset/file-source.ts';
import { MidscopeError } from '../../domain/error.ts';
import type { MaskTarget } from '../../domain/segmentation/mask-target.ts';
import { displayOrientation, niftiStackGeometry } from '../../formats/nifti/nifti-stack.ts';
import { peekNiftiHeader } from '../../formats/nifti/read-nifti.ts';
import { readPngHeader } from '../../formats/png/png-file.ts';
import { sniff } from '../../formats/sniff.ts';
import { describeStack, placeOf } from './describe-stack.ts';
import type { ImageFileRef } from './image-contract.ts';
import { readSidecar } from './read-sidecar.ts';
import { readHead } from '../read-head.ts';

/**
 * What masks have to know of the series that they lie on: size, and of each slice where it lies and of which DICOM image
 * it is or was made. Of volumes made of many images it is not known which slice was which.
 */
export async function describeTarget(
  source: FileSource,
  files: readonly ImageFileRef[],
  signal: AbortSignal,
): Promise<MaskTarget> {
  const [first] = files;
  if (!first) throw new MidscopeError('FILE_GONE');
  const head = await readHead(source, first.path, signal);
  const kind = sniff(head);
  if (kind === 'png') {
    const { columns, rows } = readPngHeader(head);
    const { attributes } = await readSidecar(source, first.sidecar, signal);
    const plane = placeOf(attributes);
    const { SOPInstanceUID: uid, FrameOfReferenceUID: frameOfReference } = attributes;
    return {
      columns,
      rows,
      slices: [{ ...(uid !== undefined && { uid }), ...(plane && { plane }) }],
      ...(frameOfReference !== undefined && { frameOfReference }),
    };
  }
  const description = await describeStack(source, files, signal);
  const { attributes, slices, places = [], uids = [] } = description;
  const { FrameOfReferenceUID: frameOfReference } = attributes;
  const isLone = slices.length === 1;
  const frames = new Map<string, number>();
  for (const { file } of slices) frames.set(file.path, (frames.get(file.path) ?? 0) + 1);
  return {
    ...(kind === 'dicom' ? dicomSize(attributes) : await niftiSize(head, signal)),
    slices: slices.map(({ file, frame }, at) => {
      const uid = kind === 'dicom' ? uids[at] : isLone ? attributes.SOPInstanceUID : undefined;
      const plane = places[at];
      return {
        ...(uid !== undefined && { uid }),
        ...(kind === 'dicom' && (frames.get(file.path) ?? 0) > 1 && { frame: frame + 1 }),
        ...(plane && { plane }),
      };
    }),
    ...(frameOfReference !== undefined && { frameOfReference }),
  };
}

function dicomSize({ Rows: rows, Columns: columns }: { readonly Rows?: number; readonly Columns?: number }) {
  if (!rows || !columns) throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'size-missing' });
  return { columns, rows };
}

/** Columns and rows as they hang. */
async function niftiSize(head: Uint8Array<ArrayBuffer>, signal: AbortSignal) {
  const stack = niftiStackGeometry(await peekNiftiHeader(head, signal));
  const { transpose } = displayOrientation(stack);
  return transpose
    ? { columns: stack.rows, rows: stack.columns }
    : { columns: stack.columns, rows: stack.rows };
}
