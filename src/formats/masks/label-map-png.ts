import { MidscopeError } from '../../domain/error.ts';
import type { Rgb } from '../../domain/segmentation/colour.ts';
import { countAreas, type LabelMap } from '../../domain/segmentation/label-map.ts';
import { decodePng, type PngPixels } from '../png/decode-png.ts';
import type { ReadyMask } from './decoded-mask.ts';

/** A mask and the colours it was drawn in. */
export interface DecodedLabelMap {
  readonly labelMap: LabelMap;
  /** Red, green, blue of each value from 0, where the file has colours; it may end before the last value. */
  readonly colours?: Uint8Array<ArrayBuffer>;
  /** The values are the order in which colours occur. */
  readonly isByColour?: true;
}

/** Colours of an RGB mask besides black, so that each fits one value of a byte. */
const MAX_COLOURS = 255;

/**
 * A PNG as a label map. Grey values, whatever their depth, and palette indices are the labels, so a mask of
 * 0 and 255 is one segment of value 255. An RGB image of greys is the same as a grey one; of others black is
 * background, and every other colour is a label from 1 in order of first appearance, row by row from the top left.
 * Alpha is left out.
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

/** The same as a mask of one slice. Greys of a palette are no colours that anyone chose. */
export function maskOfLabelMap({ labelMap, colours: filed, isByColour }: DecodedLabelMap): ReadyMask {
  const { columns, rows } = labelMap;
  const colours = new Map<number, Rgb>();
  for (const value of filed ? countAreas(labelMap).keys() : []) {
    const [red, green, blue] = filed?.subarray(3 * value, 3 * value + 3) ?? [];
    if (red !== undefined && green !== undefined && blue !== undefined)
      colours.set(value, [red, green, blue]);
  }
  const areGrey = [...colours.values()].every(([red, green, blue]) => red === green && green === blue);
  return {
    columns,
    rows,
    slices: 1,
    names: new Map(),
    ...(!areGrey && { colours }),
    ...(isByColour && { isByColour }),
    planes: () => [{ slice: 0, map: labelMap }],
  };
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
  const keys = [...labels.keys()];
  // Greys three times over: the values are the greys.
  if (keys.every((key) => key === (key & 255) * 0x010101)) {
    for (let at = 0; at < data.length; at++) data[at] = rgb[3 * at]!;
    return { labelMap: { columns, rows, data } };
  }
  const colours = Uint8Array.from(keys.flatMap((key) => [key >> 16, (key >> 8) & 255, key & 255]));
  return { labelMap: { columns, rows, data }, colours, isByColour: true };
}
