import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { PatientSeries } from '../../../domain/dataset/patient-sessions.ts';
import { placeKey, type Mark } from '../../../domain/measure/measurement.ts';
import type { ViewportHandle } from '../../../engine/index.ts';
import { caseKeyOf, historyOf, type MarkEdit } from '../../../session/mark-store.ts';
import { useDataset } from '../../../session/session-context.tsx';
import type { Reading } from '../use-reading.ts';
import { MeasuringContext, type Entry, type FrontActions, type Measuring } from './measuring.ts';
import { useJumpTo } from './use-jump.ts';
import { useMeasureCommands } from './use-measure-commands.ts';

interface MeasuringProviderProps {
  readonly subject: string;
  readonly session: string;
  readonly patient: PatientSeries;
  readonly reading: Reading;
  readonly handle: () => ViewportHandle | null;
  readonly children: ReactNode;
}

/** Milliseconds that a message stays. */
const SAID_FOR = 8_000;

const byPlaceOf = (marks: ReadonlyMap<string, Mark>): ReadonlyMap<string, readonly Mark[]> => {
  const found = new Map<string, Mark[]>();
  for (const mark of marks.values()) {
    const key = placeKey(mark.picture.place);
    const group = found.get(key);
    if (group) group.push(mark);
    else found.set(key, [mark]);
  }
  return found;
};

/** State that belongs to one case, and begins anew with the next one. */
function useOfCase<Value>(caseKey: string, first: Value): readonly [Value, (value: Value) => void] {
  const [kept, keep] = useState({ caseKey, value: first });
  const value = kept.caseKey === caseKey ? kept.value : first;
  return [value, (next) => keep({ caseKey, value: next })];
}

/** Marks, and what is done with them, for everything on the case page. */
export function MeasuringProvider(props: MeasuringProviderProps) {
  const { subject, session, patient, reading, handle, children } = props;
  const { marks: store } = useDataset();
  const caseKey = caseKeyOf({ subject, session });
  const marks = useStore(store.state, (state) => state.marks);
  const histories = useStore(store.state, (state) => state.histories);
  useEffect(() => store.load(), [store]);
  const [selected, select] = useOfCase<string | undefined>(caseKey, undefined);
  const [target, setTarget] = useOfCase<Mark | undefined>(caseKey, undefined);
  const [entry, ask] = useOfCase<Entry | undefined>(caseKey, undefined);
  const [message, say] = useOfCase(caseKey, '');
  // Said and done: what was said a while ago is no longer news.
  useEffect(() => {
    if (message === '') return undefined;
    const timer = setTimeout(() => say(''), SAID_FOR);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- Only a new message begins anew.
  }, [message]);
  const [isShown, setShown] = useState(true);
  const drawing = useRef<() => void>(undefined);
  const front = useRef<FrontActions>(undefined);
  const byPlace = useMemo(() => byPlaceOf(marks), [marks]);
  const { canUndo, canRedo } = historyOf({ ...store.state.getState(), histories }, caseKey);
  const bring = useJumpTo(reading, patient);
  const measuring: Measuring = {
    ids: { subject, session },
    caseKey,
    marks,
    byPlace,
    apply: (edit: MarkEdit) => store.apply(caseKey, edit),
    undo: canUndo ? () => store.undo(caseKey) : undefined,
    redo: canRedo ? () => store.redo(caseKey) : undefined,
    selected,
    select: (id) => {
      select(id);
      setTarget(undefined);
    },
    target,
    jump: (mark) => {
      bring(mark.picture.place);
      setShown(true);
      select(mark.id);
      setTarget(mark);
    },
    arrive: () => setTarget(undefined),
    entry,
    ask,
    isShown,
    setShown,
    say,
    message,
    drawing,
    onDrawing: (cancel) => {
      drawing.current = cancel;
    },
    front,
    onFront: (actions) => {
      front.current = actions;
    },
  };
  useMeasureCommands(measuring, reading, handle);
  return <MeasuringContext value={measuring}>{children}</MeasuringContext>;
}
