/** Every array type that stored values may come in. */
export type PixelArray =
  | Uint8Array<ArrayBuffer>
  | Int8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/**
 * One decoded frame. Image pixel space: column index grows to the right, row index grows down, both from 0;
 * `data` is row by row from the top left.
 *
 * grey: stored values as filed, before any modality transformation, with unused bits removed and the sign extended.
 * rgb: three 8-bit samples per pixel, interleaved.
 */
export interface Pixels {
  readonly kind: 'grey' | 'rgb';
  readonly columns: number;
  readonly rows: number;
  readonly data: PixelArray;
}

/**
 * The most pixels of one image midscope allocates for: 2^28 covers 16,384 × 16,384.
 * Declared sizes are checked against it before any allocation.
 */
export const MAX_PIXELS = 2 ** 28;
