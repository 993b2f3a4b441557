import { encode } from 'fast-png';

/** What the first 33 bytes of a PNG say: its signature and its IHDR chunk. */
export interface PngShape {
  readonly columns: number;
  readonly rows: number;
  readonly samples: 1 | 3;
  readonly depth: 8 | 16;
}

/** Stored values for a PNG: row by row from the top left, samples interleaved. */
export interface PngPixels {
  readonly columns: number;
  readonly rows: number;
  /** 1 for grey or palette indices, 3 for red, green, blue. */
  readonly samples: 1 | 3;
  /** 8 or 16 bits per sample, by the type of the array. */
  readonly data: Uint8Array | Uint16Array;
  /** Colours of palette indices, 8 bits each; at most 256, for 8-bit data of one sample. */
  readonly palette?: readonly (readonly [red: number, green: number, blue: number])[];
  /** Keywords with texts in Latin-1, which go into chunks of their own. */
  readonly text?: Readonly<Record<string, string>>;
}

/**
 * Writes a PNG (ISO/IEC 15948) without gamma, transparency or interlace: the samples are data.
 * The deflate stream is made in script, so that the bytes are the same on every machine.
 *
 * @throws RangeError when array, size and palette do not fit together.
 */
export function encodePng(pixels: PngPixels): Uint8Array<ArrayBuffer> {
  const { columns, rows, samples, data, palette, text } = pixels;
  if (data.length !== columns * rows * samples)
    throw new RangeError(`${data.length} samples for ${columns} × ${rows} × ${samples}`);
  if (palette && (samples !== 1 || data.BYTES_PER_ELEMENT !== 1 || palette.length > 256))
    throw new RangeError('a palette needs 8-bit indices and at most 256 colours');
  const bytes = encode({
    width: columns,
    height: rows,
    data,
    channels: samples,
    depth: data.BYTES_PER_ELEMENT === 2 ? 16 : 8,
    ...(palette && { palette: palette.map((colour) => [...colour]) }),
    ...(text && { text: { ...text } }),
  });
  return new Uint8Array(bytes);
}

const SIGNATURE_AND_LENGTH = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];

/** PNG annex D: the CRC of a chunk's type and data. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** The first 33 bytes of what {@link encodePng} writes for an image of this shape, without its pixels. */
export function pngHead({ columns, rows, samples, depth }: PngShape): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(33);
  head.set(SIGNATURE_AND_LENGTH);
  head.set(new TextEncoder().encode('IHDR'), 12);
  const view = new DataView(head.buffer);
  view.setUint32(16, columns);
  view.setUint32(20, rows);
  head[24] = depth;
  head[25] = samples === 3 ? 2 : 0;
  view.setUint32(29, crc32(head.subarray(12, 29)));
  return head;
}
