import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import { dayOf } from '../../../domain/labs/day-count.ts';
import type { TimeLine } from '../../../domain/labs/time-line.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { DayText } from '../../../ui/day-text.tsx';
import { useDayCount } from './day-count.tsx';
import type { MarkActions } from './mark-actions.ts';
import { useMarkWords } from './mark-words.ts';
import { TimeMarkCell } from './time-mark.tsx';
import styles from './time-row.module.css';
import { markId, useMarkFocus } from './use-mark-focus.ts';

interface TimeRowProps {
  readonly index: DatasetIndex;
  readonly line: TimeLine;
  readonly actions: MarkActions;
}

const nothing = (): void => undefined;

/** Where there is no height for lanes: one row in order, not to scale, each mark with its name and its day. */
export function TimeRow({ index, line, actions }: TimeRowProps) {
  const { t, format } = useLanguage();
  const count = useDayCount();
  const wordsOf = useMarkWords(index);
  const roving = useMarkFocus([{ kind: 'test', name: '', marks: line.marks }]);
  return (
    <div
      role="grid"
      tabIndex={-1}
      aria-label={t.time.inOrder}
      title={t.time.inOrder}
      className={styles.row}
      onKeyDown={roving.onKeyDown}
    >
      <div role="row" className={styles.marks}>
        {line.marks.map((mark, at) => {
          const day = dayOf(count, mark.date);
          const text =
            day === undefined ? format.shortDate(mark.date) || t.time.noDate : format.signedDays(day);
          const place = { lane: 0, at };
          return (
            <span key={`${mark.kind} ${mark.name} ${mark.row}`} className={styles.entry}>
              <TimeMarkCell
                mark={mark}
                id={markId(place)}
                size="chip"
                words={wordsOf(mark)}
                isStop={roving.isStop(place)}
                actions={actions}
                mayLoad={false}
                onFocus={() => roving.onFocus(place)}
                onHover={nothing}
              />
              <span aria-hidden className={styles.day}>
                <DayText text={text} isAltered={count.dates === 'altered' && day !== undefined} />
              </span>
            </span>
          );
        })}
      </div>
    </div>
  );
}
