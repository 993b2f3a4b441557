import type { Film } from '../film/film.ts';
import type { Detector } from './detectors.ts';

/** Film values that the stored range covers; see {@link Film}. */
const LOWEST = -1;
const HIGHEST = 2.4;
/** Film values shown black and white by a detector's normal window. */
const BLACK = -0.34;
const WHITE = 1.5;

/** Greatest stored value. */
const greatest = (detector: Detector): number => 2 ** detector.bitsStored - 1;

/** Film value → stored value before the polarity of the detector, not yet rounded. */
function storedCurve(detector: Detector): (value: number) => number {
  const full = greatest(detector);
  // Eight-bit films are delivered as they are to be shown.
  if (detector.bitsStored === 8) return (value) => full * shown(value);
  const gain = full / (HIGHEST - LOWEST);
  return (value) => gain * (value - LOWEST);
}

/** Brightness of a film value, 0 to 1: linear from air to mediastinum, with a soft toe and shoulder. */
export function shown(value: number): number {
  const t = (value - BLACK) / (WHITE - BLACK);
  if (t <= TOE) return t <= -TOE ? 0 : ((t + TOE) * (t + TOE)) / (4 * TOE);
  if (t <= SHOULDER) return t;
  const over = (t - SHOULDER) / (1 - SHOULDER);
  return SHOULDER + (1 - SHOULDER) * (1 - 1 / (1 + over));
}

const TOE = 0.08;
const SHOULDER = 0.72;

/** The film as the detector stores it. */
export function storeFilm(
  film: Film,
  detector: Detector,
): Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> {
  const full = greatest(detector);
  const curve = storedCurve(detector);
  const inverted = detector.photometric === 'MONOCHROME1';
  const stored =
    detector.bitsStored === 8 ? new Uint8Array(film.values.length) : new Uint16Array(film.values.length);
  for (let n = 0; n < stored.length; n++) {
    const value = Math.min(full, Math.max(0, Math.round(curve(film.values[n] ?? 0))));
    stored[n] = inverted ? full - value : value;
  }
  return stored;
}

/** A window in stored values. */
interface StoredWindow {
  readonly center: number;
  readonly width: number;
  readonly explanation: string;
}

/** The windows a detector files, in stored values. */
export function windowsOf(detector: Detector): readonly StoredWindow[] {
  if (detector.bitsStored === 8) return [{ center: 128, width: 256, explanation: '' }];
  const curve = storedCurve(detector);
  const low = curve(BLACK);
  const high = curve(WHITE);
  const middle = Math.round((low + high) / 2);
  const center = detector.photometric === 'MONOCHROME1' ? greatest(detector) - middle : middle;
  return detector.windows.map(({ explanation, width }) => ({
    center,
    width: Math.round((high - low) * width),
    explanation,
  }));
}

/** A VOI LUT over the whole stored range with the film's soft toe and shoulder; entries of as many bits. */
export function voiLutOf(detector: Detector): Uint16Array<ArrayBuffer> {
  const full = greatest(detector);
  const inverted = detector.photometric === 'MONOCHROME1';
  return Uint16Array.from({ length: full + 1 }, (_, stored) => {
    const upright = inverted ? full - stored : stored;
    const brightness = shown(LOWEST + (upright / full) * (HIGHEST - LOWEST));
    return Math.round(full * (inverted ? 1 - brightness : brightness));
  });
}
