import type { MaskFacts } from '../../domain/dataset/build/drafts.ts';
import type { DicomDataset } from '../../domain/imaging/dicom-dataset.ts';
import { readImageAttributes } from '../../domain/imaging/read-image-attributes.ts';
import { dicomMaskKind, dicomMaskReferences } from '../../formats/masks/dicom-mask.ts';
import type { NiftiHeader } from '../../formats/nifti/nifti-header.ts';
import { displayOrientation, niftiStackGeometry } from '../../formats/nifti/nifti-stack.ts';

/** What a DICOM file that marks other images says of them; undefined for an image. */
export function dicomMaskFacts(dataset: DicomDataset): MaskFacts | undefined {
  if (dicomMaskKind(dataset) === undefined) return undefined;
  const { Columns = 0, Rows = 0 } = readImageAttributes(dataset).attributes;
  return { uids: dicomMaskReferences(dataset), columns: Columns, rows: Rows };
}

/** Columns and rows of the images of a NIfTI file, as they hang. */
export function shownSize(header: NiftiHeader): {
  readonly columns: number;
  readonly rows: number;
} {
  const { columns, rows } = niftiStackGeometry(header);
  const { transpose } = displayOrientation(niftiStackGeometry(header));
  return transpose ? { columns: rows, rows: columns } : { columns, rows };
}
