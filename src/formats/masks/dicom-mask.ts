import { MidscopeError } from '../../domain/error.ts';
import { TAG, type DicomDataset } from '../../domain/imaging/dicom-dataset.ts';
import { itemsOf, textsOf } from '../../domain/imaging/dicom-values.ts';
import { readDicomHeader, type DicomHeader } from '../dicom/read-header.ts';
import { decodeSegmentation } from './dicom-seg.ts';
import type { DecodedMask, MaskContext } from './decoded-mask.ts';
import { maskFault } from './mask-place.ts';
import { decodeStructureSet } from './rt-structure-set.ts';

/** SOP Class UIDs (PS3.4 annex B.5): Segmentation, Label Map Segmentation, RT Structure Set. */
const SEGMENTATION: ReadonlySet<string> = new Set([
  '1.2.840.10008.5.1.4.1.1.66.4',
  '1.2.840.10008.5.1.4.1.1.66.7',
]);
const STRUCTURE_SET = '1.2.840.10008.5.1.4.1.1.481.3';

/** What a DICOM file marks on images: pixels, outlines, or nothing, as other files do. */
export function dicomMaskKind(dataset: DicomDataset): 'seg' | 'rtstruct' | undefined {
  const [sopClass = ''] = textsOf(dataset, TAG.SOPClassUID);
  const [modality = ''] = textsOf(dataset, TAG.Modality);
  if (SEGMENTATION.has(sopClass) || (sopClass === '' && modality === 'SEG')) return 'seg';
  return sopClass === STRUCTURE_SET || (sopClass === '' && modality === 'RTSTRUCT') ? 'rtstruct' : undefined;
}

/** SOP Instance UIDs of the images that a Segmentation or an RT Structure Set was drawn on, each once. */
export function dicomMaskReferences(dataset: DicomDataset): readonly string[] {
  const uids = new Set<string>();
  const take = (item: DicomDataset): void => {
    for (const uid of textsOf(item, TAG.ReferencedSOPInstanceUID)) uids.add(uid);
  };
  for (const series of itemsOf(dataset, TAG.ReferencedSeriesSequence))
    itemsOf(series, TAG.ReferencedInstanceSequence).forEach(take);
  itemsOf(dataset, TAG.SourceImageSequence).forEach(take);
  for (const frame of [
    ...itemsOf(dataset, TAG.SharedFunctionalGroupsSequence),
    ...itemsOf(dataset, TAG.PerFrameFunctionalGroupsSequence),
  ])
    for (const derivation of itemsOf(frame, TAG.DerivationImageSequence))
      itemsOf(derivation, TAG.SourceImageSequence).forEach(take);
  for (const roi of itemsOf(dataset, TAG.ROIContourSequence))
    for (const contour of itemsOf(roi, TAG.ContourSequence))
      itemsOf(contour, TAG.ContourImageSequence).forEach(take);
  for (const frame of itemsOf(dataset, TAG.ReferencedFrameOfReferenceSequence))
    for (const study of itemsOf(frame, TAG.RTReferencedStudySequence))
      for (const series of itemsOf(study, TAG.RTReferencedSeriesSequence))
        itemsOf(series, TAG.ContourImageSequence).forEach(take);
  return [...uids];
}

/**
 * A DICOM file of marks: Segmentation, Label Map Segmentation, or RT Structure Set.
 * @throws MidscopeError MASK_INVALID `other-dicom` for a file of another kind, IMAGE_TRUNCATED or IMAGE_TOO_LARGE for one
 * whose header is cut short, and as the parser of its kind.
 */
export async function decodeDicomMask(
  bytes: Uint8Array<ArrayBuffer>,
  context: MaskContext,
): Promise<DecodedMask & { readonly format: 'seg' | 'seg-fractional' | 'rtstruct' }> {
  const read = readDicomHeader(bytes, bytes.length, context.signal);
  if (!read.ok) throw MidscopeError.of(read.error);
  const header = read.value;
  switch (dicomMaskKind(header.dataset)) {
    case 'seg': {
      const mask = await decodeSegmentation(bytes, header, context);
      return { ...mask, format: mask.isFractional ? 'seg-fractional' : 'seg' };
    }
    case 'rtstruct':
      refuseBroken(header, bytes.length);
      return { ...(await decodeStructureSet(header.dataset, context)), format: 'rtstruct' };
    default:
      throw maskFault('other-dicom');
  }
}

/** The header of a structure set is all of it: what is cut off are its outlines. */
function refuseBroken({ issues }: DicomHeader, bytes: number): void {
  const broken = issues.find(({ code }) => code === 'DICOM_INVALID');
  if (!broken) return;
  throw bytes > 2 ** 24 ? new MidscopeError('IMAGE_TOO_LARGE', { bytes }) : MidscopeError.of(broken);
}
