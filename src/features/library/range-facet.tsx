import { useEffect, useState } from 'react';
import { fromStep, histogramBars, toStep, type Bars } from '../../domain/dataset/histogram-bars.ts';
import type { Range, RangeKey } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Button } from '../../ui/button.tsx';
import { rangeValue } from '../../ui/facet-names.ts';
import { RangeEnd } from './range-end.tsx';
import rail from './facet-rail.module.css';
import styles from './range-facet.module.css';
import type { Library } from './use-library.ts';

const MOST_BARS = 32;
/** Milliseconds without a move before the sessions are counted again. */
const PATIENCE = 120;

interface RangeFacetProps {
  readonly facet: RangeKey;
  readonly library: Library;
  readonly note: string | undefined;
}

/** A filter by a lowest and a highest value, over the sessions that all other filters leave. */
export function RangeFacet({ facet, library, note }: RangeFacetProps) {
  const { t } = useLanguage();
  const { query, setQuery, result } = library;
  const bars = histogramBars(facet, result.ranges[facet], MOST_BARS);
  if (!bars) return null;
  const name = t.library.facets[facet];
  const range = query.ranges[facet];
  const set = (next: Range | undefined): void =>
    setQuery({ ...query, ranges: { ...query.ranges, [facet]: next } });
  return (
    <section className={rail.facet} data-testid="facet" data-facet={facet}>
      <div className={rail.head}>
        <h2 className={rail.title}>
          <span className={styles.title}>{name}</span>
        </h2>
        {note !== undefined && <span className={rail.note}>{note}</span>}
        {range && (
          <Button tone="quiet" aria-label={t.library.clearFacet(name)} onPress={() => set(undefined)}>
            ×
          </Button>
        )}
      </div>
      <RangeControl facet={facet} bars={bars} range={range} onChange={set} />
      {range && <p className={styles.without}>{t.library.rangeWithout}</p>}
    </section>
  );
}

interface RangeControlProps {
  readonly facet: RangeKey;
  readonly bars: Bars;
  readonly range: Range | undefined;
  readonly onChange: (range: Range | undefined) => void;
}

type Steps = readonly [low: number, high: number];

function RangeControl({ facet, bars, range, onChange }: RangeControlProps) {
  const { t } = useLanguage();
  const { low, high } = bars;
  const kept: Steps = [
    range?.from === undefined ? low : toStep(facet, range.from),
    range?.to === undefined ? high : toStep(facet, range.to),
  ];
  const [moved, setMoved] = useState<Steps>();
  const [from, to] = moved ?? kept;
  const apply = ([first, last]: Steps): void => {
    setMoved(undefined);
    const next = {
      ...(first > low && { from: fromStep(facet, first) }),
      ...(last < high && { to: fromStep(facet, last) }),
    };
    onChange(Object.keys(next).length === 0 ? undefined : next);
  };
  useSettled(moved, apply);
  const name = t.library.facets[facet];
  const ends = [
    {
      end: 'from',
      name: t.library.lowest(name),
      step: from,
      set: (step: number): Steps => [Math.min(step, to), to],
    },
    {
      end: 'to',
      name: t.library.highest(name),
      step: to,
      set: (step: number): Steps => [from, Math.max(step, from)],
    },
  ] as const;
  return (
    <div className={styles.control}>
      <Histogram facet={facet} bars={bars} from={from} to={to} />
      <div className={styles.track}>
        {ends.map((one) => (
          <Thumb
            key={one.end}
            facet={facet}
            name={one.name}
            bars={bars}
            step={one.step}
            onMove={(step) => setMoved(one.set(step))}
          />
        ))}
      </div>
      <div className={styles.ends}>
        {ends.map((one) => (
          <RangeEnd
            key={one.end}
            facet={facet}
            label={t.library[one.end]}
            name={one.name}
            value={fromStep(facet, one.step)}
            onChange={(value) => apply(one.set(toStep(facet, value)))}
          />
        ))}
      </div>
    </div>
  );
}

/** Calls once a value has stopped changing. */
function useSettled(moved: Steps | undefined, apply: (moved: Steps) => void): void {
  useEffect(() => {
    if (!moved) return undefined;
    const timer = setTimeout(() => apply(moved), PATIENCE);
    return () => clearTimeout(timer);
    // `apply` is new at every render; the value alone tells that something moved.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [moved]);
}

interface ThumbProps {
  readonly facet: RangeKey;
  readonly name: string;
  readonly bars: Bars;
  readonly step: number;
  readonly onMove: (step: number) => void;
}

/** A native slider: two of them lie over each other, and only their thumbs are touched. */
function Thumb({ facet, name, bars: { low, high }, step, onMove }: ThumbProps) {
  const { format } = useLanguage();
  return (
    <input
      type="range"
      className={styles.thumb}
      aria-label={name}
      aria-valuetext={rangeValue(format, facet, fromStep(facet, step))}
      min={low}
      max={high}
      value={step}
      onChange={(event) => onMove(event.target.valueAsNumber)}
    />
  );
}

interface HistogramProps {
  readonly facet: RangeKey;
  readonly bars: Bars;
  readonly from: number;
  readonly to: number;
}

function Histogram({ facet, bars: { low, high, width, counts }, from, to }: HistogramProps) {
  const { t, format } = useLanguage();
  const most = Math.max(1, ...counts);
  const text = (step: number): string => rangeValue(format, facet, fromStep(facet, step));
  return (
    <svg
      role="img"
      aria-label={t.library.histogram(t.library.facets[facet], text(low), text(high))}
      className={styles.histogram}
      viewBox={`0 0 ${counts.length} 1`}
      preserveAspectRatio="none"
    >
      {counts.map((count, at) => {
        const first = low + at * width;
        const isIn = first + width > from && first <= to;
        const height = count === 0 ? 0 : Math.max(0.04, count / most);
        return (
          <rect
            key={first}
            x={at + 0.1}
            y={1 - height}
            width={0.8}
            height={height}
            className={styles.bar}
            data-in={isIn}
          />
        );
      })}
    </svg>
  );
}
