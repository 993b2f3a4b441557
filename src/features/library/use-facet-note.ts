import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { FacetKey, RangeKey } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';

const FROM_READINGS: ReadonlySet<string> = new Set([
  'modality',
  'projection',
  'projected',
  'dated',
  'issue',
  'contradiction',
  'date',
]);
const FROM_FILES: ReadonlySet<string> = new Set([...FROM_READINGS, 'mask', 'missing', 'report']);

/** What a count does not know yet, while files are found and read; undefined once it is complete. */
export function useFacetNote({
  progress,
  textsChecked,
}: DatasetIndex): (facet: FacetKey | RangeKey) => string | undefined {
  const { t, format } = useLanguage();
  return (facet) => {
    if (progress.files !== 'done' && FROM_FILES.has(facet)) return t.library.stillFinding;
    if (facet === 'contradiction' && !textsChecked) return t.contradictions.stillChecking;
    const { readings, readingsDone, readingsTotal } = progress;
    if (readings === 'done' || readingsDone >= readingsTotal || !FROM_READINGS.has(facet)) return undefined;
    return t.library.partlyRead(format.number(readingsDone), format.number(readingsTotal));
  };
}
