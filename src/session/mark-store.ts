import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Mark } from '../domain/measure/measurement.ts';
import { createMarkKeeper, type MarkKeeper } from '../storage/marks.ts';
import type { MarkChange } from '../storage/stored-mark.ts';
import { canRedo, canUndo, EMPTY_HISTORY, record, step, type History } from './mark-history.ts';

export interface MarksState {
  /** By id; in the order in which they were made. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** `unread` until somebody asks for them. */
  readonly status: 'unread' | 'reading' | 'ready';
  /** The browser refused to keep the last changes; they hold until the page is left, and are tried again. */
  readonly notKept: boolean;
  /** Kept by a later midscope, and left alone. */
  readonly newer: number;
  /** What can be undone and redone, by case. */
  readonly histories: ReadonlyMap<string, History>;
}

/** Marks to be put in place of those with their ids, and ids of those that go: one step of undo. */
export interface MarkEdit {
  readonly put?: readonly Mark[];
  readonly remove?: readonly string[];
}

/** What the user has drawn on the images of one dataset and said of them. */
export interface MarkStore {
  readonly state: StoreApi<MarksState>;
  /** Reads what was kept, once. */
  load(): void;
  /** @param caseKey whose step it is: cases are undone each for itself. */
  apply(caseKey: string, edit: MarkEdit): void;
  undo(caseKey: string): void;
  redo(caseKey: string): void;
  /** Resolves once everything was kept or refused. */
  settled(): Promise<void>;
  close(): void;
}

/** How tabs tell each other what has changed. */
export interface MarkChannel {
  tell(ids: readonly string[]): void;
  onTold(listener: (ids: readonly string[]) => void): void;
  close(): void;
}

/** The key under which a case is undone. */
export const caseKeyOf = ({ subject, session }: Pick<Mark, 'subject' | 'session'>): string =>
  `${subject} ${session}`;

export const historyOf = ({ histories }: MarksState, caseKey: string) => {
  const history = histories.get(caseKey) ?? EMPTY_HISTORY;
  return { canUndo: canUndo(history), canRedo: canRedo(history) };
};

/** Other tabs with the same dataset. */
function openChannel(dataset: string): MarkChannel {
  // Without it the tabs still keep each other's marks, and see them when they are opened again.
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('midscope:marks') : undefined;
  return {
    tell: (ids) => channel?.postMessage({ dataset, ids }),
    onTold: (listener) =>
      channel?.addEventListener('message', ({ data }: MessageEvent<{ dataset: string; ids: string[] }>) => {
        if (data.dataset === dataset) listener(data.ids);
      }),
    close: () => channel?.close(),
  };
}

export function createMarkStore(
  dataset: string,
  keeper: MarkKeeper = createMarkKeeper(),
  channel: MarkChannel = openChannel(dataset),
): MarkStore {
  const state = createStore<MarksState>(() => ({
    marks: new Map(),
    status: 'unread',
    notKept: false,
    newer: 0,
    histories: new Map(),
  }));
  /** What is not known to be kept yet. */
  const pending = new Map<string, MarkChange>();
  let writing = Promise.resolve();
  let reading = Promise.resolve();

  const show = (changes: readonly MarkChange[]): void => {
    const marks = new Map(state.getState().marks);
    for (const { id, mark } of changes) {
      if (mark) marks.set(id, mark);
      else marks.delete(id);
    }
    state.setState({ marks: inOrder(marks) });
  };

  const flush = async (): Promise<void> => {
    const changes = [...pending.values()];
    if (changes.length === 0) return;
    try {
      await keeper.save(dataset, changes);
      for (const change of changes) if (pending.get(change.id) === change) pending.delete(change.id);
      state.setState({ notKept: false });
      channel.tell(changes.map(({ id }) => id));
    } catch {
      // Full or refused: said in the state, and tried again with the next change.
      state.setState({ notKept: true });
    }
  };

  const commit = (changes: readonly MarkChange[]): void => {
    show(changes);
    for (const change of changes) pending.set(change.id, change);
    // The database puts transactions in order by itself; one that waited here might be lost with the page.
    writing = Promise.all([writing, flush()]).then(() => undefined);
  };

  const travel = (caseKey: string, way: 'undo' | 'redo'): void => {
    const { histories } = state.getState();
    const moved = step(histories.get(caseKey) ?? EMPTY_HISTORY, way);
    if (!moved) return;
    state.setState({ histories: new Map(histories).set(caseKey, moved.history) });
    const changedAt = Date.now();
    commit(moved.changes.map(({ id, mark }) => ({ id, mark: mark && { ...mark, changedAt } })));
  };

  const read = async (): Promise<void> => {
    try {
      const { marks, newer } = await keeper.load(dataset);
      // What was drawn while they were read stays.
      const all = new Map([...marks.map((mark) => [mark.id, mark] as const), ...state.getState().marks]);
      state.setState({ marks: inOrder(all), status: 'ready', newer });
    } catch {
      // A browser that keeps nothing has nothing.
      state.setState({ status: 'ready', notKept: true });
    }
  };

  channel.onTold((ids) => {
    if (state.getState().status === 'unread') return;
    reading = reading
      .then(() => keeper.loadById(ids))
      .then(
        // What was changed here meanwhile is on its way to be kept.
        (found) => show(found.filter(({ id }) => !pending.has(id))),
        // They are seen when the dataset is opened again.
        () => undefined,
      );
  });

  return {
    state,
    load() {
      if (state.getState().status !== 'unread') return;
      state.setState({ status: 'reading' });
      reading = read();
    },
    apply(caseKey, { put = [], remove = [] }) {
      const { marks, histories } = state.getState();
      const changes: readonly MarkChange[] = [
        ...put.map((mark) => ({ id: mark.id, mark })),
        ...remove.map((id) => ({ id, mark: undefined })),
      ];
      const before = changes.map(({ id }) => ({ id, mark: marks.get(id) }));
      const history = record(histories.get(caseKey) ?? EMPTY_HISTORY, { before, after: changes });
      state.setState({ histories: new Map(histories).set(caseKey, history) });
      commit(changes);
    },
    undo: (caseKey) => travel(caseKey, 'undo'),
    redo: (caseKey) => travel(caseKey, 'redo'),
    settled: () => writing,
    close() {
      channel.close();
      // What is still to be kept is kept first.
      void writing.then(() => keeper.close());
    },
  };
}

const inOrder = (marks: ReadonlyMap<string, Mark>): ReadonlyMap<string, Mark> =>
  new Map([...marks].toSorted(([, one], [, other]) => one.createdAt - other.createdAt));
