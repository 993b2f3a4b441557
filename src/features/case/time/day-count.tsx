import { createContext, use, useMemo, type ReactNode } from 'react';
import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import { dayCountOf, dayOf, type DayCount } from '../../../domain/labs/day-count.ts';
import type { DayZero } from '../../../domain/labs/day-zero.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { usePreferences, useWorkspace } from '../../../session/session-context.tsx';

interface Days extends DayCount {
  readonly setZero: (zero: DayZero) => void;
}

const DayCountContext = createContext<Days | undefined>(undefined);

interface DayCountProviderProps {
  readonly index: DatasetIndex;
  /** Row of the session that is read. */
  readonly row: number;
  /** An image on screen says that dates were altered: it may have been read before the index knew. */
  readonly isAltered: boolean;
  readonly children: ReactNode;
}

/** One zero for all days on the page, the one that the user wants where the patient has it. */
export function DayCountProvider({ index, row, isAltered, children }: DayCountProviderProps) {
  const workspace = useWorkspace();
  const { dayZero } = usePreferences();
  const days = useMemo((): Days => {
    const count = dayCountOf(index, row, dayZero);
    return {
      ...count,
      dates: isAltered ? 'altered' : count.dates,
      setZero: (zero) => workspace.setPreferences({ dayZero: zero }),
    };
  }, [index, row, dayZero, isAltered, workspace]);
  return <DayCountContext value={days}>{children}</DayCountContext>;
}

/** How days are counted on this page. */
export function useDayCount(): Days {
  const days = use(DayCountContext);
  if (!days) throw new Error('no DayCountProvider above');
  return days;
}

/** "day +3", what it is counted from, and whether dates were altered; empty without a number. */
export function useDayWords(): (date: number) => string {
  const { t, format } = useLanguage();
  const count = useDayCount();
  return (date) => {
    const day = dayOf(count, date);
    if (day === undefined) return '';
    const words = t.time.day(format.signedDays(day));
    return count.dates === 'altered' ? `${words} (${t.time.alteredShort})` : words;
  };
}
