import { MidscopeError } from '../../domain/error.ts';
import type { LabelMap } from '../../domain/segmentation/label-map.ts';
import { decodePng, type PngPixels } from '../png/decode-png.ts';

/** A mask and the colours it was drawn in. */
export interface DecodedLabelMap {
  readonly labelMap: LabelMap;
  /** Red, green, blue of each value from 0, where the file has colours; it may end before the last value. */
  readonly colours?: Uint8Array<ArrayBuffer>;
}

/** Colours of an RGB mask besides black, so that each fits one value of a byte. */
const MAX_COLOURS = 255;

/**
 * A PNG as a label map. Grey values, whatever their depth, and palette indices are the labels, so a mask of
 * 0 and 255 is one segment of value 255. In an RGB image black is background, and every other colour is a
 * label from 1 in order of first appearance, row by row from the top left. Alpha is left out.
 *
 * @throws MidscopeError as {@link decodePng}; MASK_INVALID for an RGB image of more than 255 colours,
 * which is a picture and not a mask.
 */
export async function decodeLabelMapPng(
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<DecodedLabelMap> {
  const { pixels, palette } = await decodePng(bytes, signal, { palette: 'indices' });
  if (pixels.kind === 'rgb') return labelColours(pixels);
  const { columns, rows, data } = pixels;
  return { labelMap: { columns, rows, data }, ...(palette && { colours: palette }) };
}

function labelColours({ columns, rows, data: rgb }: PngPixels): DecodedLabelMap {
  const data = new Uint8Array(columns * rows);
  const labels = new Map([[0, 0]]);
  let [colour, label] = [0, 0];
  for (let at = 0; at < data.length; at++) {
    const here = (rgb[3 * at]! << 16) | (rgb[3 * at + 1]! << 8) | rgb[3 * at + 2]!;
    // Neighbours mostly share their colour.
    if (here !== colour) {
      colour = here;
      label = labels.get(here) ?? labels.size;
      if (label > MAX_COLOURS) throw new MidscopeError('MASK_INVALID', { reason: 'too-many-colours' });
      labels.set(here, label);
    }
    data[at] = label;
  }
  const colours = Uint8Array.from(
    [...labels.keys()].flatMap((key) => [key >> 16, (key >> 8) & 255, key & 255]),
  );
  return { labelMap: { columns, rows, data }, colours };
}
