import { FlaskConical, Folder, FolderX, HardDrive, X, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useFirstLanguage } from '../../i18n/locale.tsx';
import type { RecentDataset } from '../../session/recents.ts';
import { useWorkspace } from '../../session/session-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './recent-list.module.css';
import { useReopen } from './use-reopen.ts';

const ICONS: Readonly<Record<RecentDataset['kind'], LucideIcon>> = {
  folder: Folder,
  served: HardDrive,
  demo: FlaskConical,
};

interface RecentRowProps {
  readonly recent: RecentDataset;
  readonly onForgotten: (name: string) => void;
}

/** One dataset that was opened lately: opens it, finds it, or forgets it after a question in its place. */
export function RecentRow({ recent, onForgotten }: RecentRowProps) {
  const { t } = useFirstLanguage();
  const [isAsking, setAsking] = useState(false);
  const { state, open, find } = useReopen(recent);
  const row = useFocusOnChange(isAsking);
  const name = recent.kind === 'demo' ? t.start.demoName : recent.name;
  if (isAsking)
    return (
      <li ref={row} className={styles.row} data-asking>
        <ForgetQuestion
          recent={recent}
          name={name}
          onForgotten={() => onForgotten(name)}
          onKeep={() => setAsking(false)}
        />
      </li>
    );
  return (
    <li ref={row} className={styles.row}>
      <OpenButton recent={recent} name={name} state={state} onOpen={open} />
      {/* What happens inside a button is not announced. */}
      <span role="status" className="visually-hidden">
        {state !== 'idle' && t.start.reopening[state]}
      </span>
      {state === 'gone' && (
        <Button tone="quiet" onPress={find}>
          {t.start.find}
        </Button>
      )}
      <IconButton name={t.start.forget(name)} onPress={() => setAsking(true)}>
        <X aria-hidden />
      </IconButton>
    </li>
  );
}

/** The button that had the focus is gone when the question comes or goes; the last one of the row takes it. */
function useFocusOnChange(isAsking: boolean): RefObject<HTMLLIElement | null> {
  const row = useRef<HTMLLIElement>(null);
  const before = useRef(isAsking);
  useEffect(() => {
    if (before.current === isAsking) return;
    before.current = isAsking;
    row.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
  }, [isAsking]);
  return row;
}

interface OpenButtonProps {
  readonly recent: RecentDataset;
  readonly name: string;
  readonly state: ReturnType<typeof useReopen>['state'];
  readonly onOpen: () => void;
}

function OpenButton({ recent, name, state, onOpen }: OpenButtonProps) {
  const { t, format } = useFirstLanguage();
  const [now] = useState(Date.now);
  const Icon = state === 'gone' ? FolderX : ICONS[recent.kind];
  const { counts } = recent;
  return (
    <button
      type="button"
      className={styles.open}
      onClick={onOpen}
      data-testid="open-recent"
      data-kind={recent.kind}
      data-state={state}
    >
      <Icon aria-hidden />
      <span className={styles.name}>{name}</span>
      <span className={styles.facts}>
        {counts &&
          `${t.release[counts.release]} · ${t.start.recentHolds(counts.subjects, counts.sessions, format.number)}`}
      </span>
      {state !== 'idle' && <span className={styles.state}>{t.start.reopening[state]}</span>}
      {state === 'idle' && (
        <time className={styles.day} dateTime={new Date(recent.openedAt).toISOString()}>
          {format.day(recent.openedAt, now)}
        </time>
      )}
    </button>
  );
}

interface ForgetQuestionProps {
  readonly recent: RecentDataset;
  readonly name: string;
  readonly onForgotten: () => void;
  readonly onKeep: () => void;
}

function ForgetQuestion({ recent, name, onForgotten, onKeep }: ForgetQuestionProps) {
  const { t } = useFirstLanguage();
  const { recents } = useWorkspace();
  const [refused, setRefused] = useState(false);
  const forget = async (): Promise<void> => {
    if (await recents.forget(recent)) onForgotten();
    else setRefused(true);
  };
  return (
    <>
      <p role="alert" className={styles.question}>
        {refused ? t.start.forgetRefused : t.start.forgetQuestion(name)}
      </p>
      <Button onPress={() => void forget()}>{t.start.forgetNow}</Button>
      <Button tone="quiet" onPress={onKeep}>
        {t.start.forgetNot}
      </Button>
    </>
  );
}
