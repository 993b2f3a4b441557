import { useNavigate } from 'react-router';
import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import { dayOf } from '../../../domain/labs/day-count.ts';
import { isoDate } from '../../../domain/labs/day-distance.ts';
import type { ImagesMark, TimeLine, TimeMark } from '../../../domain/labs/time-line.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { Button } from '../../../ui/button.tsx';
import { DayText } from '../../../ui/day-text.tsx';
import { TestGlyph } from '../../../ui/marks.tsx';
import { useDayCount } from './day-count.tsx';
import type { MarkActions } from './mark-actions.ts';
import { isOnDisk, useMarkWords } from './mark-words.ts';
import styles from './time-table.module.css';

interface TimeTableProps {
  readonly index: DatasetIndex;
  readonly line: TimeLine;
  readonly actions: MarkActions;
  readonly onDone: () => void;
}

/** The facts of the chart, line by line. */
export function TimeTable({ index, line, actions, onDone }: TimeTableProps) {
  const { t, format } = useLanguage();
  const count = useDayCount();
  const { columns } = t.time;
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">
        {t.time.chart}, {count.zero ? t.time.daysFromZero[count.zero] : t.time.noZero}
      </caption>
      <thead>
        <tr>
          {[columns.date, columns.day, columns.what, columns.result, columns.session].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">{columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {line.marks.map((mark) => {
          const day = dayOf(count, mark.date);
          return (
            <tr
              key={`${mark.kind} ${mark.name} ${mark.row}`}
              data-testid="time-row"
              data-date={isoDate(mark.date)}
              data-current={mark.kind === 'images' && mark.isCurrent}
            >
              <td>{format.date(mark.date) || t.time.noDate}</td>
              <td className={styles.day}>
                {day !== undefined && (
                  <DayText text={format.signedDays(day)} isAltered={count.dates === 'altered'} />
                )}
              </td>
              <th scope="row">{mark.name || '?'}</th>
              <td>
                <Result mark={mark} />
              </td>
              <td className={styles.session}>
                {mark.kind === 'images' && index.sessions.ids[mark.row]}
                {mark.kind === 'images' && mark.isCurrent && (
                  <span className={styles.faint}> {t.time.current}</span>
                )}
              </td>
              <td className={styles.actions}>
                {mark.kind === 'images' && (
                  <Actions index={index} mark={mark} actions={actions} onDone={onDone} />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Result({ mark }: { readonly mark: TimeMark }) {
  const { t, format } = useLanguage();
  if (mark.kind === 'images')
    return (
      <>
        {t.time.images(mark.images, format.number(mark.images))}
        {!isOnDisk(mark) && <span className={styles.faint}> {t.time.notOnDisk}</span>}
      </>
    );
  const name = mark.result === 'unknown' ? mark.filed || t.test.unknown : t.test[mark.result];
  return (
    <span className={styles.result}>
      <span aria-hidden>
        <TestGlyph result={mark.result} name={name} />
      </span>
      {name}
    </span>
  );
}

interface ActionsProps extends Omit<TimeTableProps, 'line'> {
  readonly mark: ImagesMark;
}

function Actions({ index, mark, actions, onDone }: ActionsProps) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const words = useMarkWords(index)(mark);
  const address = actions.addressOf(mark);
  const compare = actions.compare(mark);
  const open = (): void => {
    if (address === undefined) actions.show(mark);
    else void navigate(address);
    onDone();
  };
  return (
    <>
      <Button
        tone="quiet"
        aria-label={address === undefined ? t.time.showWith(words) : t.time.openWith(words)}
        onPress={open}
      >
        {address === undefined ? t.time.show : t.time.openCase}
      </Button>
      {compare && (
        <Button
          tone="quiet"
          aria-label={t.time.compareWith(words)}
          onPress={() => {
            compare();
            onDone();
          }}
        >
          {t.time.compare}
        </Button>
      )}
    </>
  );
}
