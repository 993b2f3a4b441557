import { MidscopeError } from '../../domain/error.ts';
import type { PixelArray } from '../../domain/imaging/pixels.ts';
import type { LabelMap } from '../../domain/segmentation/label-map.ts';
import { displayOrientation, niftiSlice, niftiStackGeometry, shownSlices } from '../nifti/nifti-stack.ts';
import { decodeNifti, type NiftiVolume } from '../nifti/read-nifti.ts';
import type { ReadyMask } from './decoded-mask.ts';

/** The most bytes of a mask's voxels; a CT of 1,000 slices has 2^28 voxels. */
const MAX_MASK_BYTES = 2 ** 30;

/**
 * A NIfTI label map, hung and ordered by its own header exactly as an image with that header is, so that a mask
 * of the same space lies on its image however either was stored. Values are labels once slope and intercept are
 * applied.
 *
 * @throws MidscopeError as {@link decodeNifti}; MASK_INVALID when a value is no whole number from 0 to 65535, as
 * in an image that only has a mask's name, or in colour.
 */
export async function decodeLabelMapNifti(
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<ReadyMask> {
  const { header, volume } = await decodeNifti(bytes, signal, { limit: MAX_MASK_BYTES });
  if (volume.kind === 'rgb') throw new MidscopeError('MASK_INVALID', { reason: 'not-labels' });
  const stored = niftiStackGeometry(header);
  const turn = displayOrientation(stored);
  const maps = shownSlices(stored).map((k): LabelMap => {
    const { columns, rows, data } = niftiSlice(volume, k, turn);
    return { columns, rows, data: labelsOf(data, volume) };
  });
  const { columns = 0, rows = 0 } = maps[0] ?? {};
  return {
    columns,
    rows,
    slices: maps.length,
    names: new Map(),
    planes: () => maps.map((map, slice) => ({ slice, map })),
  };
}

function labelsOf(data: PixelArray, { slope, intercept }: NiftiVolume): LabelMap['data'] {
  if (data instanceof Uint8Array && slope === 1 && intercept === 0) return data;
  const labels = new Uint16Array(data.length);
  for (let at = 0; at < data.length; at++) {
    const value = slope * data[at]! + intercept;
    if (!(value >= 0 && value <= 65_535 && Number.isInteger(value)))
      throw new MidscopeError('MASK_INVALID', {
        reason: 'not-labels',
        ...(Number.isFinite(value) && { value }),
      });
    labels[at] = value;
  }
  return labels;
}
