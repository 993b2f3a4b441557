/**
 * The header of a JPEG 2000 or HTJ2K codestream (ITU-T T.800 annex A, T.814 annex A), and whether all that it announces is there:
 * decoders of HTJ2K make a blurred picture of a part without a word.
 */
export interface Jpeg2000Header {
  readonly isHighThroughput: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly components: number;
  /** Bits of a sample, the sign included. */
  readonly precision: number;
  readonly isSigned: boolean;
  /** The multiple component transformation makes colour differences of the first three components. */
  readonly isYbr: boolean;
  /** Every tile is there, to its end. */
  readonly isWhole: boolean;
}

type Bytes = Uint8Array<ArrayBuffer>;

const SIZ = 0xff51;
const CAP = 0xff50;
const COD = 0xff52;
const SOT = 0xff90;
const EOC = 0xffd9;
const SOC_AND_SIZ = 0xff4fff51;
const JP2C = 0x6a703263;
/** Boxes of a JP2 file are looked through for the codestream this far. */
const MAX_BOXES = 64;
/** Of the first component inside SIZ, marker included; three bytes each. */
const FIRST_COMPONENT = 40;
const SOT_BYTES = 12;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where SOC and SIZ lie: at once, or in the `jp2c` box of a JP2 file, which some writers left around it. */
function codestreamStart(view: DataView): number | undefined {
  const begins = (at: number) => at + 4 <= view.byteLength && view.getUint32(at) === SOC_AND_SIZ;
  if (begins(0)) return 0;
  for (let at = 0, box = 0; at + 8 <= view.byteLength && box < MAX_BOXES; box++) {
    if (view.getUint32(at + 4) === JP2C) return begins(at + 8) ? at + 8 : undefined;
    const length = view.getUint32(at);
    if (length < 8) return undefined;
    at += length;
  }
  return undefined;
}

/** Reads the main header; nothing where the bytes are no such stream, or its components differ in size, bits or sign. */
export function readJpeg2000(bytes: Uint8Array): Jpeg2000Header | undefined {
  const view = viewOf(bytes);
  const start = codestreamStart(view);
  if (start === undefined) return undefined;
  let size: Size | undefined;
  let isYbr = false;
  let isHighThroughput = false;
  let at = start + 2;
  while (at + 4 <= view.byteLength) {
    const marker = view.getUint16(at);
    if (marker === SOT || marker < 0xff00) break;
    if (marker === SIZ) size = readSize(view, at);
    if (marker === CAP) isHighThroughput = true;
    if (marker === COD && at + 9 <= view.byteLength) isYbr = view.getUint8(at + 8) === 1;
    at += 2 + view.getUint16(at + 2);
  }
  if (!size) return undefined;
  const { tiles, ...image } = size;
  return { isHighThroughput, isYbr, ...image, isWhole: hasTiles(view, at, tiles) };
}

type Size = NonNullable<ReturnType<typeof readSize>>;

/** T.800 A.5.1. */
function readSize(view: DataView, at: number) {
  if (at + FIRST_COMPONENT + 3 > view.byteLength) return undefined;
  const long = (offset: number) => view.getUint32(at + offset);
  const components = view.getUint16(at + 38);
  if (at + FIRST_COMPONENT + 3 * components > view.byteLength) return undefined;
  const first = at + FIRST_COMPONENT;
  for (let place = first; place < first + 3 * components; place += 3)
    for (const [byte, same] of [view.getUint8(first), 1, 1].entries())
      if (view.getUint8(place + byte) !== same) return undefined;
  const depth = view.getUint8(first);
  return {
    columns: long(6) - long(14),
    rows: long(10) - long(18),
    components,
    precision: (depth & 0x7f) + 1,
    isSigned: depth >= 0x80,
    tiles: tilesAcross(long(6), long(30), long(22)) * tilesAcross(long(10), long(34), long(26)),
  };
}

const tilesAcross = (end: number, offset: number, tile: number): number =>
  tile > 0 && end > offset ? Math.ceil((end - offset) / tile) : 0;

/**
 * Goes from tile-part to tile-part by the lengths they state (T.800 A.4.2). The marker of the end may be missing, as many
 * writers leave it out; a tile may not, nor the end of one.
 */
function hasTiles(view: DataView, start: number, tiles: number): boolean {
  // A segment of the header may claim to end behind the end.
  if (start > view.byteLength) return false;
  const found = new Set<number>();
  let at = start;
  while (at + 2 <= view.byteLength && view.getUint16(at) === SOT) {
    if (at + SOT_BYTES > view.byteLength) return false;
    found.add(view.getUint16(at + 4));
    const length = view.getUint32(at + 6);
    // The last part may go on to the end, which has to be marked then.
    if (length === 0) return found.size === tiles && isMarkedEnd(view);
    if (length < SOT_BYTES + 2 || at + length > view.byteLength) return false;
    at += length;
  }
  return found.size === tiles && isEnd(view, at);
}

/** A codestream's last part ends at `at`: behind it comes the marker of the end, or at most what fills up an odd length. */
function isEnd(view: DataView, at: number): boolean {
  if (at + 2 <= view.byteLength && view.getUint16(at) === EOC) return true;
  for (let place = at; place < view.byteLength; place++) if (view.getUint8(place) !== 0) return false;
  // No part holds the marker (T.800 B.10.1): it was put on what somebody had cut off.
  return view.getUint16(at - 2) !== EOC;
}

/** The end of a codestream is marked; a byte may fill up an odd length behind it (PS3.5 A.4). */
function isMarkedEnd(view: DataView): boolean {
  let end = view.byteLength;
  while (end > 2 && view.getUint8(end - 1) === 0) end -= 1;
  return end >= 2 && view.getUint16(end - 2) === EOC;
}

/**
 * The same stream with components that say they are unsigned: what decoders make of it is higher by half of the range,
 * since that is how samples without a sign are shifted (T.800 G.1.2), and nothing else about it is different. Decoders at
 * hand cut negative samples of 8 bits off.
 */
export function asUnsigned(bytes: Bytes): Bytes {
  const start = codestreamStart(viewOf(bytes));
  if (start === undefined) return bytes;
  const copy = bytes.slice();
  const view = viewOf(copy);
  const first = start + 2 + FIRST_COMPONENT;
  const end = Math.min(view.byteLength, first + 3 * view.getUint16(start + 2 + 38));
  for (let place = first; place < end; place += 3) view.setUint8(place, view.getUint8(place) & 0x7f);
  return copy;
}
