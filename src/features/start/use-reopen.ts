import { useState } from 'react';
import { pickedOrigin } from '../../session/ask-folder.ts';
import { servedOrigin } from '../../session/origin.ts';
import { reopen, type RecentDataset, type ReopenFault } from '../../session/recents.ts';
import { useWorkspace } from '../../session/session-context.tsx';
import { useOpenOrigin } from './use-open-origin.ts';

interface Reopening {
  readonly state: 'idle' | 'opening' | ReopenFault;
  /** Opens the dataset; the browser may ask the user. */
  readonly open: () => void;
  /** Lets the user show where the folder is now, and forgets where it was. */
  readonly find: () => void;
}

/** Opens a dataset that was open before. */
export function useReopen(recent: RecentDataset): Reopening {
  const { recents } = useWorkspace();
  const openOrigin = useOpenOrigin();
  const [state, setState] = useState<Reopening['state']>('idle');
  const open = async (): Promise<void> => {
    setState('opening');
    const found = await reopen(recent, servedOrigin(document));
    setState(found.ok ? 'idle' : found.error);
    if (found.ok) openOrigin(found.value);
  };
  const find = async (): Promise<void> => {
    const picked = await pickedOrigin();
    if (!picked.ok) return;
    await recents.forget(recent);
    openOrigin(picked.value);
  };
  return { state, open: () => void open(), find: () => void find() };
}
