import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { createStore, useStore } from 'zustand';
import { keepItem, storageOrMemory, type SmallStorage } from '../storage/web-storage.ts';
import type { CaseIds } from './dataset-state.ts';
import { newId } from './new-id.ts';
import type { OpenDataset } from './open-dataset.ts';
import { useDataset } from './session-context.tsx';
import { answerOrigin } from './window-origin.ts';
import { isImagesWindow, OPENING_KEY } from './window-place.ts';
import { createWindowPair, type PairState, type WindowPair } from './window-pair.ts';

const PairContext = createContext<WindowPair | undefined>(undefined);

/** In this tab: the dataset of the other window that was asked for last, so that nothing is asked for again and again. */
const ASKED_KEY = 'midscope:pair-asked';

/** The page is loaded anew, and then asks the other window for its dataset. */
function follow(dataset: string): void {
  const tab = storageOrMemory(() => sessionStorage);
  if (tab.getItem(ASKED_KEY) === dataset || !window.opener) return;
  if (keepItem(tab, ASKED_KEY, dataset)) location.reload();
}

/**
 * Tells the dataset that is open from all others. Two folders may have one name, so that each opening of one is told
 * apart, and a window of images has what the other one called it.
 */
function openingOf({ origin, storageKey }: OpenDataset, tab: SmallStorage): string {
  if (origin.kind === 'served' || origin.kind === 'demo') return storageKey;
  return (isImagesWindow(window) ? tab.getItem(OPENING_KEY) : null) ?? newId();
}

/** Keeps this window in step with the other one, if there is one. */
export function WindowPairProvider({ children }: { readonly children: ReactNode }) {
  const dataset = useDataset();
  const navigate = useNavigate();
  const go = useRef(navigate);
  useEffect(() => {
    go.current = navigate;
  });
  const [pair, setPair] = useState<WindowPair>();
  useEffect(() => {
    const tab = storageOrMemory(() => sessionStorage);
    const opening = openingOf(dataset, tab);
    const kept = storageOrMemory(() => localStorage);
    const made = createWindowPair(opening, tab, kept, {
      show: (address) => void go.current(address),
      datasetChanged: follow,
      toLibrary: () => {
        if (!location.pathname.startsWith('/library')) void go.current('/library');
        window.focus();
      },
    });
    const stop = answerOrigin(dataset.origin, opening);
    setPair(made);
    return () => {
      stop();
      made.close();
    };
  }, [dataset]);
  return <PairContext value={pair}>{children}</PairContext>;
}

const ALONE = createStore<PairState>(() => ({ isPaired: false, at: undefined }));

export const useWindowPair = (): WindowPair | undefined => use(PairContext);

export const useIsPaired = (): boolean =>
  useStore(use(PairContext)?.state ?? ALONE, ({ isPaired }) => isPaired);

/** The case in the window of images, as that one last said; undefined in that window itself. */
export function useShownBeside(): CaseIds | undefined {
  const pair = use(PairContext);
  const at = useStore(pair?.state ?? ALONE, (state) => state.at);
  return pair?.role === 'library' ? at : undefined;
}
