import type { DicomItem } from './dicom.ts';
import { encapsulated } from './encapsulated.ts';

/** Longest run of bytes that one control byte announces. */
const LONGEST = 128;

/** Bytes as they are, in the PackBits of DICOM (PS3.5 G.3.1): a control byte of n − 1, then n bytes. */
function literalRuns(bytes: Buffer): Buffer {
  const runs: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += LONGEST) {
    const run = bytes.subarray(at, at + LONGEST);
    runs.push(Buffer.from([run.length - 1]), run);
  }
  const all = Buffer.concat(runs);
  return all.length % 2 === 0 ? all : Buffer.concat([all, Buffer.alloc(1)]);
}

/** One frame of 16-bit samples: a segment for the high bytes, then one for the low ones (PS3.5 G.2, G.4). */
export function rleFrame(samples: Uint16Array): Buffer {
  const segments = [8, 0].map((shift) =>
    literalRuns(Buffer.from(samples.map((one) => (one >> shift) & 255))),
  );
  const header = Buffer.alloc(64);
  header.writeUInt32LE(segments.length, 0);
  header.writeUInt32LE(64, 4);
  header.writeUInt32LE(64 + (segments[0]?.length ?? 0), 8);
  return Buffer.concat([header, ...segments]);
}

/** A DICOM file of one frame in RLE Lossless. */
export const rleDicom = (attributes: DicomItem, samples: Uint16Array): Buffer =>
  encapsulated(attributes, '1.2.840.10008.1.2.5', rleFrame(samples));
