import { readReorientation, writeReorientation, type Reorientation } from '../domain/imaging/reorient.ts';
import { keepItem, type SmallStorage } from './web-storage.ts';

/** How the user has re-oriented series, by dataset and series; kept in this browser, small as it is. */
export type Orientations = ReadonlyMap<string, Reorientation>;

const KEY = 'midscope:orientations';
const VERSION = 1;
/** The ones set longest ago are forgotten beyond. */
const MOST = 2_000;

/** What was kept; entries that make no sense are left out, and so is all of another version. */
export function loadOrientations(storage: Pick<SmallStorage, 'getItem'>): Orientations {
  const found = new Map<string, Reorientation>();
  for (const entry of entriesOf(storage.getItem(KEY))) {
    const [key, text] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    const reorientation = readReorientation(text);
    if (typeof key === 'string' && reorientation) found.set(key, reorientation);
  }
  return found;
}

function entriesOf(text: string | null): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null || !('version' in value) || !('series' in value))
      return [];
    return value.version === VERSION && Array.isArray(value.series) ? value.series : [];
  } catch {
    // Written by something else: nothing was re-oriented.
    return [];
  }
}

/** False when the browser refuses to keep them. */
export function saveOrientations(storage: SmallStorage, orientations: Orientations): boolean {
  const series = [...orientations].slice(-MOST).map(([key, one]) => [key, writeReorientation(one)]);
  return keepItem(
    storage,
    KEY,
    series.length === 0 ? undefined : JSON.stringify({ version: VERSION, series }),
  );
}
