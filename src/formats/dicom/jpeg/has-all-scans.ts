import { DamagedJpeg } from './huffman.ts';
import { readScans, type FrameHeader } from './jpeg-segments.ts';

const PROGRESSIVE = 0xc2;
const COEFFICIENTS = 64;

/**
 * Whether the scans of a DCT JPEG give every coefficient of every component to its last bit (ITU-T T.81 G.1.1.1):
 * a progressive image that was cut off between two scans looks whole, and is only blurred. Where scans break off inside, decoders
 * say so themselves, as they do of what cannot be read here.
 */
export function hasAllScans(bytes: Uint8Array): boolean {
  let image: FrameHeader | undefined;
  // Bits of each coefficient that are still to come, component by component; 16 for all of them.
  let missing = new Uint8Array();
  try {
    for (const { scan, frame } of readScans(bytes)) {
      if (!image) missing = new Uint8Array(frame.components.length * COEFFICIENTS).fill(16);
      image = frame;
      const isProgressive = frame.marker === PROGRESSIVE;
      const [first, last] = isProgressive ? [scan.first, scan.last] : [0, COEFFICIENTS - 1];
      const left = isProgressive ? scan.pointTransform : 0;
      for (const { index } of scan.components)
        missing.fill(left, index * COEFFICIENTS + first, index * COEFFICIENTS + Math.min(last, 63) + 1);
    }
  } catch (thrown) {
    if (thrown instanceof DamagedJpeg) return true;
    throw thrown;
  }
  return image !== undefined && missing.every((bits) => bits === 0);
}
