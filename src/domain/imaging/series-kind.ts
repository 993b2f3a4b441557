import type { ImageAttributes } from './image-attributes.ts';

/** What a series is that was not scanned as it is: a planning view, or cut or projected out of others. */
export type SeriesKind = 'localizer' | 'mpr' | 'mip' | 'minip' | 'mean';

/** Values of Image Type (PS3.3 C.7.6.1.1.2, C.8.2.1.1.1) that makers file, the narrower first. */
const KINDS: readonly (readonly [SeriesKind, RegExp])[] = [
  ['localizer', /^(LOCALI[SZ]ER|SCOUT|TOPOGRAM|SURVIEW)\b/],
  ['minip', /\b(MINIP|MIN[ _]?IP|MINIMUM)\b/],
  ['mip', /\b(MIP|MAX[ _]?IP|MAXIMUM|PROJECTION IMAGE)\b/],
  ['mean', /\b(AVERAGE|AVG|MEAN)\b/],
  ['mpr', /\b(MPR|CPR|REFORMATTED|RESAMPLED|MULTIPLANAR)\b/],
];

/** The kind that Image Type names; undefined for a series as it was scanned, and where nothing is filed. */
export function seriesKind({ ImageType = [] }: Pick<ImageAttributes, 'ImageType'>): SeriesKind | undefined {
  // Underscores join words in some makers' values, and count as letters for \b.
  const values = ImageType.slice(2).map((value) => value.toUpperCase().replaceAll('_', ' '));
  return KINDS.find(([, words]) => values.some((value) => words.test(value)))?.[0];
}
