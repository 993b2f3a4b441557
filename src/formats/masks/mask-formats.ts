import { MidscopeError } from '../../domain/error.ts';
import type { MaskFormat } from '../../domain/segmentation/mask-format.ts';
import { sniff, type SniffedKind } from '../sniff.ts';
import { decodeAim } from './aim.ts';
import { decodeCoco } from './coco-polygons.ts';
import type { DecodedMask, MaskContext } from './decoded-mask.ts';
import { decodeDicomMask } from './dicom-mask.ts';
import { decodeLabelMapNifti } from './label-map-nifti.ts';
import { decodeLabelMapPng, maskOfLabelMap } from './label-map-png.ts';
import { decodeMarkTable } from './mark-table.ts';

interface MaskParser {
  readonly kinds: readonly SniffedKind[];
  readonly decode: (
    bytes: Uint8Array<ArrayBuffer>,
    context: MaskContext,
  ) => Promise<DecodedMask & { readonly format: MaskFormat }>;
}

/** Every kind of mask that is read; another format is one entry more. */
const MASK_PARSERS: readonly MaskParser[] = [
  {
    kinds: ['png'],
    decode: async (bytes, { signal }) => ({
      ...maskOfLabelMap(await decodeLabelMapPng(bytes, signal)),
      format: 'png',
    }),
  },
  {
    kinds: ['nifti', 'gzip'],
    decode: async (bytes, { signal }) => ({ ...(await decodeLabelMapNifti(bytes, signal)), format: 'nifti' }),
  },
  {
    kinds: ['json'],
    decode: async (bytes, { imageName }) => ({ ...decodeCoco(bytes, imageName), format: 'coco' }),
  },
  { kinds: ['dicom'], decode: decodeDicomMask },
  {
    kinds: ['text'],
    decode: async (bytes, context) =>
      beginsAsXml(bytes)
        ? { ...(await decodeAim(bytes, context)), format: 'aim' }
        : { ...(await decodeMarkTable(bytes, context)), format: 'table' },
  },
];

/** A tag, after a byte-order mark and blanks. */
function beginsAsXml(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return start.startsWith('<') || bytes[0] === 0xfe || bytes[0] === 0xff;
}

/** Enough to tell what a file is. */
const HEAD_BYTES = 4_096;

/**
 * Reads a mask by what its bytes are, whatever the file is called.
 * @throws MidscopeError MASK_INVALID when it is of no format midscope reads, and as the parser of its format.
 */
export async function decodeMask(
  bytes: Uint8Array<ArrayBuffer>,
  context: MaskContext,
): Promise<DecodedMask & { readonly format: MaskFormat }> {
  const kind = sniff(bytes.subarray(0, HEAD_BYTES));
  const parser = MASK_PARSERS.find(({ kinds }) => kinds.includes(kind));
  if (!parser) throw new MidscopeError('MASK_INVALID', { reason: 'unknown-format' });
  return parser.decode(bytes, context);
}
