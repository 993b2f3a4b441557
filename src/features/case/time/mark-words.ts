import { PRESENCES } from '../../../domain/dataset/dataset-index.ts';
import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import type { ImagesMark, TimeMark } from '../../../domain/labs/time-line.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { useDayWords } from './day-count.tsx';

const [FOUND] = PRESENCES;

/** Whether any of the images can be shown. */
export const isOnDisk = ({ series }: ImagesMark): boolean =>
  series.some(({ presence }) => presence === FOUND);

/** What a mark is of, with its result or its images. */
function useMarkName(): (mark: TimeMark) => string {
  const { t, format } = useLanguage();
  return (mark) => {
    if (mark.kind === 'test')
      return `${mark.name} ${mark.result === 'unknown' ? mark.filed || t.test.unknown : t.test[mark.result]}`;
    const count = t.time.images(mark.images, format.number(mark.images));
    return `${mark.name}, ${count}${isOnDisk(mark) ? '' : `, ${t.time.notOnDisk}`}`;
  };
}

/** Everything that a mark says: what, whose, when. */
export function useMarkWords(index: DatasetIndex): (mark: TimeMark) => string {
  const { t, format } = useLanguage();
  const nameOf = useMarkName();
  const dayWords = useDayWords();
  return (mark) =>
    [
      nameOf(mark),
      mark.kind === 'images' ? (index.sessions.ids[mark.row] ?? '') : '',
      mark.date > 0 ? format.date(mark.date) : t.time.noDate,
      dayWords(mark.date),
      mark.kind === 'images' && mark.isCurrent ? t.time.current : '',
    ]
      .filter((part) => part !== '')
      .join(', ');
}
