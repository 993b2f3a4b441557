import { encode } from 'fast-png';

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
}

/**
 * Writes a PNG (ISO/IEC 15948) without gamma, transparency or interlace: the samples are data.
 * The deflate stream is made in script, so that the bytes are the same on every machine.
 *
 * @throws RangeError when array, size and palette do not fit together.
 */
export function encodePng(pixels: PngPixels): Uint8Array<ArrayBuffer> {
  const { columns, rows, samples, data, palette } = pixels;
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
  });
  return new Uint8Array(bytes);
}
