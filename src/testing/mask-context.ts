import { MidscopeError } from '../domain/error.ts';
import type { MaskTarget } from '../domain/segmentation/mask-target.ts';
import { readFrame } from '../formats/dicom/frames.ts';
import { nativePixels } from '../formats/dicom/native-pixels.ts';
import type { DecodedMask, FrameDecoder, MaskContext } from '../formats/masks/decoded-mask.ts';
import { decodeMask } from '../formats/masks/mask-formats.ts';

/** A film of 8 × 6 pixels that is known by no UID and lies nowhere. */
const SMALL_FILM: MaskTarget = { columns: 8, rows: 6, slices: [{}] };

/** Frames that are not compressed; what is goes to decoders in the workers. */
const decodeNative: FrameDecoder = (bytes, header, attributes, frame) => {
  const read = readFrame(bytes, header, attributes, frame);
  if (!read.ok) return Promise.reject(MidscopeError.of(read.error));
  const pixels = nativePixels(read.value, attributes, header.littleEndian);
  return pixels.ok ? Promise.resolve(pixels.value) : Promise.reject(MidscopeError.of(pixels.error));
};

/** What a mask is read for: an image by its slices, or {@link SMALL_FILM}. */
export const maskContext = (target: MaskTarget = SMALL_FILM, isByHand = false): MaskContext => ({
  imageName: 'film.png',
  isByHand,
  target: () => Promise.resolve(target),
  decodeFrame: decodeNative,
  signal: new AbortController().signal,
});

/** All planes of a mask, as far as they are small. */
export async function readPlanes(
  input: Uint8Array<ArrayBuffer>,
  context: MaskContext = maskContext(),
): Promise<number> {
  const mask = await decodeMask(input, context);
  let planes = 0;
  if (mask.columns * mask.rows < 2 ** 16) for await (const plane of mask.planes()) planes += plane.map.rows;
  return planes;
}

/** Pixels of each name of a mask by slice: columns and rows that are set, in order. */
export async function pixelsByName(
  mask: DecodedMask,
): Promise<Readonly<Record<string, Readonly<Record<number, readonly (readonly [number, number])[]>>>>> {
  const found: Record<string, Record<number, (readonly [number, number])[]>> = {};
  for await (const { slice, map } of mask.planes())
    for (let at = 0; at < map.data.length; at++) {
      const value = map.data[at] ?? 0;
      if (value === 0) continue;
      const ofName = (found[mask.names.get(value) ?? String(value)] ??= {});
      (ofName[slice] ??= []).push([at % map.columns, Math.floor(at / map.columns)]);
    }
  return found;
}
