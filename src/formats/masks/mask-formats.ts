import { MidscopeError } from '../../domain/error.ts';
import { sniff, type SniffedKind } from '../sniff.ts';
import { decodeCoco } from './coco-polygons.ts';
import type { DecodedMask } from './decoded-mask.ts';
import { decodeLabelMapNifti } from './label-map-nifti.ts';
import { decodeLabelMapPng } from './label-map-png.ts';

/** How the pixels of a mask came to be: as filed, or from outlines that were filled. */
export type MaskFormat = 'png' | 'nifti' | 'coco';

interface MaskParser {
  readonly format: MaskFormat;
  readonly kinds: readonly SniffedKind[];
  /** @param imageName name of the file of the image that the mask was matched with. */
  readonly decode: (
    bytes: Uint8Array<ArrayBuffer>,
    imageName: string,
    signal: AbortSignal,
  ) => Promise<DecodedMask>;
}

/** Every kind of mask that is read; another format is one entry more. */
const MASK_PARSERS: readonly MaskParser[] = [
  {
    format: 'png',
    kinds: ['png'],
    decode: async (bytes, _, signal) => {
      const { labelMap } = await decodeLabelMapPng(bytes, signal);
      const { columns, rows } = labelMap;
      return { columns, rows, slices: 1, names: new Map(), layers: () => [[labelMap]] };
    },
  },
  {
    format: 'nifti',
    kinds: ['nifti', 'gzip'],
    decode: (bytes, _, signal) => decodeLabelMapNifti(bytes, signal),
  },
  { format: 'coco', kinds: ['json'], decode: async (bytes, imageName) => decodeCoco(bytes, imageName) },
];

/** Enough to tell what a file is. */
const HEAD_BYTES = 4_096;

/**
 * Reads a mask by what its bytes are, whatever the file is called.
 * @throws MidscopeError MASK_INVALID when it is of no format midscope reads, and as the parser of its format.
 */
export async function decodeMask(
  bytes: Uint8Array<ArrayBuffer>,
  imageName: string,
  signal: AbortSignal,
): Promise<DecodedMask & { readonly format: MaskFormat }> {
  const kind = sniff(bytes.subarray(0, HEAD_BYTES));
  const parser = MASK_PARSERS.find(({ kinds }) => kinds.includes(kind));
  if (!parser) throw new MidscopeError('MASK_INVALID', { reason: 'unknown-format' });
  return { ...(await parser.decode(bytes, imageName, signal)), format: parser.format };
}
