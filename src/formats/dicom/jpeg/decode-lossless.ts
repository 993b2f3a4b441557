import type { ImageIssue } from '../../../domain/imaging/image-issue.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { damageOf, type DecodedJpeg } from './decode-jpeg.ts';
import { BitReader, DamagedJpeg, type HuffmanTable } from './huffman.ts';
import { readScans, refuseSubsampled, type FrameHeader, type Scan } from './jpeg-segments.ts';

/** SOF3: lossless, sequential, Huffman coding. Others are differential or arithmetic, and nobody writes them. */
const LOSSLESS = 0xc3;

type Samples = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

/** An image on its way. */
interface LosslessImage {
  readonly frame: FrameHeader;
  /** Components interleaved. */
  readonly samples: Samples;
  /** Of each component. */
  readonly isDecoded: boolean[];
}

/**
 * Decodes a lossless JPEG with Huffman coding, of 2 to 16 bits and any number of components, interleaved or in scans
 * of their own (ITU-T T.81 annex H). A stream that ends before the image does is refused.
 *
 * Fails with IMAGE_UNDECODABLE. The caller has checked the image's size.
 */
export function decodeLossless(bytes: Uint8Array): Result<DecodedJpeg, ImageIssue> {
  try {
    let image: LosslessImage | undefined;
    for (const { scan, frame } of readScans(bytes)) {
      image ??= imageOf(frame);
      decodeScan(bytes, scan, image);
    }
    if (!image?.isDecoded.every(Boolean)) throw new DamagedJpeg('no scan');
    const { samples } = image;
    return ok({
      bytes: new Uint8Array(samples.buffer),
      bitsPerSample: samples.BYTES_PER_ELEMENT > 1 ? 16 : 8,
    });
  } catch (thrown) {
    return fail(damageOf(thrown));
  }
}

function imageOf(frame: FrameHeader): LosslessImage {
  const { marker, precision, rows, columns, components } = frame;
  if (marker !== LOSSLESS || precision < 2 || precision > 16)
    throw new DamagedJpeg(`process ${marker.toString(16)}, ${precision} bits`);
  refuseSubsampled(frame);
  const count = rows * columns * components.length;
  const samples = precision > 8 ? new Uint16Array(count) : new Uint8Array(count);
  return { frame, samples, isDecoded: components.map(() => false) };
}

/** One scan, row by row; components take turns in every pixel (T.81 A.2). */
function decodeScan(bytes: Uint8Array, scan: Scan, { frame, samples, isDecoded }: LosslessImage): void {
  const { at, first: predictor, pointTransform, restartInterval, components } = scan;
  const { columns, rows, precision } = frame;
  if (predictor < 1 || predictor > 7) throw new DamagedJpeg(`predictor ${predictor}`);
  // Restarts come at the ends of rows alone (T.81 H.1.1).
  if (restartInterval % columns !== 0) throw new DamagedJpeg('a restart inside a row');
  const tables = components.map(({ index, dc }) => {
    if (isDecoded[index] === true) throw new DamagedJpeg('a component comes twice');
    if (!dc) throw new DamagedJpeg('a table is missing');
    isDecoded[index] = true;
    return dc;
  });
  const reader = new BitReader(bytes, at);
  const restartRows = restartInterval / columns;
  const row: Row = {
    samples,
    step: frame.components.length,
    columns,
    offsets: components.map(({ index }) => index),
    tables,
    middle: 1 << (precision - pointTransform - 1),
  };
  for (let y = 0; y < rows; y++) {
    const isRestart = restartRows > 0 && y > 0 && y % restartRows === 0;
    if (isRestart) reader.restart();
    decodeRow(reader, row, y, y === 0 || isRestart ? FIRST_ROW : predictor);
  }
  if (pointTransform > 0)
    for (const offset of row.offsets)
      for (let place = offset; place < samples.length; place += row.step)
        samples[place] = (samples[place] ?? 0) << pointTransform;
}

/** What the rows of a scan have in common. */
interface Row {
  readonly samples: Samples;
  /** Components of the frame. */
  readonly step: number;
  readonly columns: number;
  /** Of the components of the scan. */
  readonly offsets: readonly number[];
  readonly tables: readonly HuffmanTable[];
  /** What the first sample of all is predicted as. */
  readonly middle: number;
}

/** Not a predictor of the standard: rows with nothing above them. */
const FIRST_ROW = 0;

function decodeRow(reader: BitReader, row: Row, y: number, predictor: number): void {
  const { samples, step, columns, offsets, tables, middle } = row;
  const stride = step * columns;
  const single = tables.length === 1 ? tables[0] : undefined;
  const start = y * stride;
  for (const [place, offset] of offsets.entries()) {
    const table = tables[place];
    if (!table) continue;
    const above = samples[start + offset - stride] ?? 0;
    samples[start + offset] = (predictor === FIRST_ROW ? middle : above) + reader.difference(table);
  }
  if (single) {
    const from = start + (offsets[0] ?? 0);
    for (let at = from + step; at < start + stride; at += step)
      samples[at] = predicted(samples, at, step, stride, predictor) + reader.difference(single);
    return;
  }
  for (let left = start + step; left < start + stride; left += step)
    for (let place = 0; place < tables.length; place++) {
      const at = left + (offsets[place] ?? 0);
      const table = tables[place];
      if (table) samples[at] = predicted(samples, at, step, stride, predictor) + reader.difference(table);
    }
}

/** T.81 table H.1. */
function predicted(samples: Samples, at: number, step: number, stride: number, predictor: number): number {
  const left = samples[at - step] ?? 0;
  if (predictor <= 1) return left;
  const above = samples[at - stride] ?? 0;
  if (predictor === 2) return above;
  const corner = samples[at - stride - step] ?? 0;
  switch (predictor) {
    case 3:
      return corner;
    case 4:
      return left + above - corner;
    case 5:
      return left + ((above - corner) >> 1);
    case 6:
      return above + ((left - corner) >> 1);
    default:
      return (left + above) >> 1;
  }
}
