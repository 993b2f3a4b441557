import { useState } from 'react';
import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import { dateOfDay, dayNumber } from '../../../domain/labs/day-distance.ts';
import type { TimeLine, TimeMark } from '../../../domain/labs/time-line.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { useElementSize } from '../../../ui/use-element-size.ts';
import { layOutChart, NAMES, type ChartLayout } from './chart-layout.ts';
import { useDayCount } from './day-count.tsx';
import type { MarkActions } from './mark-actions.ts';
import { useMarkWords } from './mark-words.ts';
import styles from './time-chart.module.css';
import { TimeMarkCell } from './time-mark.tsx';
import { markId, useMarkFocus } from './use-mark-focus.ts';

interface TimeChartProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly line: TimeLine;
  readonly size: 'small' | 'large';
  readonly zoom?: number;
  readonly actions: MarkActions;
  readonly mayLoad: boolean;
  /** The mark that has the focus or is below the pointer. */
  readonly onTell: (mark: TimeMark) => void;
  readonly onDone?: () => void;
}

/** CSS pixels that a mark may lie off its day without a line to it. */
const SLACK = 1.5;

/** Days from left to right, a lane for each kind of test and each modality; wider than its place it is scrolled. */
export function TimeChart(props: TimeChartProps) {
  const { index, row, line, size, zoom = 1, actions, mayLoad, onTell, onDone } = props;
  const { t } = useLanguage();
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const room = useElementSize(scroller).width;
  const count = useDayCount();
  const wordsOf = useMarkWords(index);
  const roving = useMarkFocus(line.lanes);
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const layout = layOutChart(index, row, line, count, { size, room, rem, zoom });
  return (
    <div ref={setScroller} className={styles.scroller} data-size={size}>
      {room > 0 && (
        <div
          role="grid"
          aria-label={t.time.chart}
          tabIndex={-1}
          className={styles.grid}
          style={{ inlineSize: `${NAMES * rem + layout.width + layout.undated}px` }}
          onKeyDown={roving.onKeyDown}
        >
          <Bands layout={layout} rem={rem} />
          {line.lanes.map(({ kind, name, marks }, lane) => (
            <div key={`${kind} ${name}`} role="row" className={styles.lane} data-kind={kind}>
              <span role="rowheader" className={styles.name}>
                {name || '?'}
              </span>
              <span className={styles.track}>
                {marks.map((mark, at) => {
                  const { x = 0, day } = layout.lanes[lane]?.[at] ?? {};
                  const place = { lane, at };
                  return (
                    <span key={`${mark.kind} ${mark.row}`} className={styles.place}>
                      {day !== undefined && Math.abs(day - x) > SLACK && <Stem from={day} to={x} />}
                      <span className={styles.mark} style={{ insetInlineStart: `${x}px` }}>
                        <TimeMarkCell
                          mark={mark}
                          id={markId(place)}
                          size={size}
                          words={wordsOf(mark)}
                          isStop={roving.isStop(place)}
                          actions={actions}
                          mayLoad={mayLoad}
                          onFocus={() => {
                            roving.onFocus(place);
                            onTell(mark);
                          }}
                          onHover={() => onTell(mark)}
                          onDone={onDone}
                        />
                      </span>
                    </span>
                  );
                })}
              </span>
            </div>
          ))}
          <Axis layout={layout} size={size} />
        </div>
      )}
    </div>
  );
}

/** From a mark that had to move to the day that it is of. */
function Stem({ from, to }: { readonly from: number; readonly to: number }) {
  return (
    <span
      aria-hidden
      className={styles.stem}
      style={{ insetInlineStart: `${Math.min(from, to)}px`, inlineSize: `${Math.abs(to - from)}px` }}
      data-to={to > from ? 'right' : 'left'}
    />
  );
}

/** Behind the lanes: the day that is 0, the study that is read, what has no date. */
function Bands({ layout, rem }: { readonly layout: ChartLayout; readonly rem: number }) {
  const at = (x: number) => ({ insetInlineStart: `${NAMES * rem + x}px` });
  return (
    <>
      {layout.current !== undefined && <span aria-hidden className={styles.now} style={at(layout.current)} />}
      {layout.zero !== undefined && <span aria-hidden className={styles.zero} style={at(layout.zero)} />}
      {layout.undated > 0 && (
        <span
          aria-hidden
          className={styles.undated}
          style={{ ...at(layout.width), inlineSize: `${layout.undated}px` }}
        />
      )}
    </>
  );
}

function Axis({ layout, size }: { readonly layout: ChartLayout; readonly size: 'small' | 'large' }) {
  const { t, format } = useLanguage();
  const { date: zero } = useDayCount();
  const isNumbered = zero > 0;
  return (
    <div aria-hidden className={styles.axis} data-dated={isNumbered && size === 'large'}>
      {layout.axis.map(({ day, x }) => {
        const date = format.shortDate(dateOfDay(day));
        const number = isNumbered ? format.signedDays(day - dayNumber(zero)) : date;
        return (
          <span
            key={day}
            className={styles.tick}
            style={{ insetInlineStart: `calc(3rem + ${x}px)` }}
            data-zero={isNumbered && dateOfDay(day) === zero}
            data-testid="time-tick"
          >
            {number}
            {isNumbered && size === 'large' && <span className={styles.date}>{date}</span>}
          </span>
        );
      })}
      {layout.undated > 0 && (
        <span
          className={styles.tick}
          style={{ insetInlineStart: `calc(3rem + ${layout.width + layout.undated / 2}px)` }}
        >
          {t.time.noDate}
        </span>
      )}
    </div>
  );
}
