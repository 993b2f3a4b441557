import { buildDisplayChain } from '../domain/imaging/display-chain.ts';
import { listTags } from '../domain/imaging/list-tags.ts';
import { asWholeWords, hasEmbeddedPlanes, readOverlayPlanes } from '../domain/imaging/overlay-planes.ts';
import { readImageAttributes } from '../domain/imaging/read-image-attributes.ts';
import { traceValue } from '../domain/imaging/render-grey.ts';
import { readShutter } from '../domain/imaging/shutter.ts';
import { mostPixels, readCodestream, type Codestream } from '../formats/dicom/codestream.ts';
import { readFrame } from '../formats/dicom/frames.ts';
import { decodeJpeg } from '../formats/dicom/jpeg/decode-jpeg.ts';
import { decodeLossless } from '../formats/dicom/jpeg/decode-lossless.ts';
import { hasAllScans } from '../formats/dicom/jpeg/has-all-scans.ts';
import { nativePixels } from '../formats/dicom/native-pixels.ts';
import { readDicomHeader } from '../formats/dicom/read-header.ts';
import { decodeRle } from '../formats/dicom/rle.ts';
import type { Bytes, FuzzTarget } from './fuzz.ts';
import { readTruthTable } from './truth-table.ts';

const { signal } = new AbortController();

/** Files of the truth table whose case is called so: valid, small, and of all kinds. */
const filesNamed = (pattern: RegExp): readonly Bytes[] =>
  readTruthTable()
    .filter(({ name, path }) => pattern.test(name) && path.endsWith('.dcm'))
    .map(({ file }) => file);

/** The first frame of each file as it is stored. */
const framesNamed = (pattern: RegExp): readonly Bytes[] =>
  filesNamed(pattern).flatMap((file) => {
    const header = readDicomHeader(file, file.length, signal);
    if (!header.ok) return [];
    const frame = readFrame(file, header.value, readImageAttributes(header.value.dataset).attributes, 0);
    return frame.ok ? [frame.value.slice()] : [];
  });

/** What is asked of a stream before it is decoded: a size that its bytes can have. */
function isPlausible(stream: Codestream | undefined, bytes: number): stream is Codestream {
  if (!stream || (stream.components !== 1 && stream.components !== 3)) return false;
  return stream.rows * stream.columns <= Math.min(2 ** 22, mostPixels(stream, bytes));
}

const MARKERS = ['d8', 'd9', 'c0', 'c1', 'c2', 'c3', 'c4', 'da', 'db', 'dd', 'd0', 'fe', 'ff', '00'].map(
  (marker) => new Uint8Array(Buffer.from(`ff${marker}`, 'hex')),
);

const streams: FuzzTarget = {
  name: 'JPEG frames',
  seeds: () => framesNamed(/^JPEG (baseline|extended|lossless)/),
  words: MARKERS,
  run: (input) => {
    const stream = readCodestream(input);
    if (!isPlausible(stream, input.length)) return false;
    hasAllScans(input);
    const decoded = stream.kind === 'jpeg-lossless' ? decodeLossless(input) : decodeJpeg(input);
    return decoded.ok;
  },
  // A byte can stand for 512 pixels of three samples of two bytes.
  allocates: (input) => 2 ** 20 + 512 * 3 * 4 * input.length,
};

const headers: FuzzTarget = {
  name: 'heads of compressed frames',
  seeds: () => framesNamed(/^(JPEG|HTJ2K)/),
  words: MARKERS,
  run: (input) => isPlausible(readCodestream(input), input.length),
};

const rle: FuzzTarget = {
  name: 'RLE frames',
  seeds: () => framesNamed(/^RLE/),
  run: (input) => {
    // By the number of segments that the frame has, as rows, columns and depth would say.
    const segments = input[0] ?? 0;
    const layout = { count: 16 * 12, samples: segments % 3 === 0 ? 3 : 1 };
    return decodeRle(input, { ...layout, sampleBytes: Math.max(1, segments / layout.samples) }).ok;
  },
  allocates: (input) => 2 ** 20 + 128 * input.length,
};

/** Tables, windows, palettes, overlays, shutters and functional groups, and what is shown by them. */
const display: FuzzTarget = {
  name: 'DICOM display',
  seeds: () =>
    filesNamed(/LUT|PALETTE.*(8-bit|below 0|repeated)|overlay|shutter|enhanced|window|Padding|frame/),
  run: (input) => {
    const read = readDicomHeader(input, input.length, signal);
    if (!read.ok) return false;
    const { dataset, littleEndian, pixelData } = read.value;
    listTags(dataset, {});
    // What later frames have of their own.
    readImageAttributes(dataset, 2);
    const { attributes } = readImageAttributes(dataset);
    const decoded = (by: typeof attributes) => {
      const bytes = readFrame(input, read.value, by, 0);
      return bytes.ok ? nativePixels(bytes.value, by, littleEndian) : bytes;
    };
    if (pixelData?.encapsulated !== false) return false;
    const words = hasEmbeddedPlanes(dataset) ? decoded(asWholeWords(attributes)) : undefined;
    readOverlayPlanes(dataset, 0, words?.ok ? { attributes, words: words.value } : undefined);
    const pixels = decoded(attributes);
    if (!pixels.ok) return false;
    readShutter(dataset, attributes, pixels.value);
    const chain = buildDisplayChain({ attributes, pixels: pixels.value });
    for (const stored of pixels.value.data.slice(0, 64)) traceValue(chain, stored);
    return true;
  },
  // A palette spreads 65,536 entries, and an outline of single pixels takes a hundred bytes for each.
  allocates: (input) => 2 ** 22 + 512 * input.length,
};

export const DICOM_TARGETS: readonly FuzzTarget[] = [streams, headers, rle, display];
