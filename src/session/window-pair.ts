import { createStore, type StoreApi } from 'zustand/vanilla';
import { keepItem, type SmallStorage } from '../storage/web-storage.ts';
import type { CaseIds } from './dataset-state.ts';
import { newId } from './new-id.ts';
import { IMAGES_NAME, isImagesWindow, keepPlace, openBeside } from './window-place.ts';

/** Which of two windows this is: the one with the list, or the one with the images. */
export type WindowRole = 'library' | 'images';

export interface PairState {
  /** The other window is there. */
  readonly isPaired: boolean;
  /** The case in the window of images, as that one last said. */
  readonly at: CaseIds | undefined;
}

/** What the page does when the other window asks for it. */
export interface PairEvents {
  /** In the window of images: shows a case. */
  show(address: string): void;
  /** In the window of images: the other one has another dataset by now. */
  datasetChanged(dataset: string): void;
  /** In the window with the list: the reader asks for it. */
  toLibrary(): void;
}

/**
 * Two windows of one dataset that are kept in step: the list in one, the images in the other. Either may be closed,
 * reloaded and opened again. Nothing passes between windows of different datasets.
 */
export interface WindowPair {
  readonly role: WindowRole;
  readonly state: StoreApi<PairState>;
  /** Opens the window of images at an address, or brings it there; false where the browser refuses. */
  open(address: string): boolean;
  /** Shows a case in the window of images; false where there is none. */
  show(address: string): boolean;
  /** Says which case this window shows. */
  tell(at: CaseIds): void;
  /** Asks the other window for the list; false where there is none. */
  goToLibrary(): boolean;
  close(): void;
}

/** In this tab: the pair that it belongs to as the window with the list. */
const PAIR_KEY = 'midscope:pair';

/** Every message names the dataset that it is about. */
type Message = { readonly dataset: string } & (
  | { readonly kind: 'hello' | 'here' | 'bye' | 'library' }
  | { readonly kind: 'show'; readonly address: string }
  | ({ readonly kind: 'at' } & CaseIds)
);

/** @param dataset a text that tells the dataset that is open from all others. */
export function createWindowPair(
  dataset: string,
  tab: SmallStorage,
  kept: SmallStorage,
  events: PairEvents,
): WindowPair {
  const role: WindowRole = isImagesWindow(window) ? 'images' : 'library';
  const id = role === 'images' ? window.name.slice(IMAGES_NAME.length) : (tab.getItem(PAIR_KEY) ?? newId());
  const state = createStore<PairState>(() => ({ isPaired: false, at: undefined }));
  const channel = new BroadcastChannel(`midscope:pair:${id}`);
  const post = (message: Message): void => channel.postMessage(message);
  let own: CaseIds | undefined;
  const here = (): void => {
    post({ kind: 'here', dataset });
    if (own) post({ kind: 'at', dataset, ...own });
  };

  const hear = (message: Message): void => {
    if (message.kind === 'bye') return state.setState({ isPaired: false, at: undefined });
    if (message.dataset !== dataset) {
      // The window with the list leads; what it has open, this one opens too.
      if (role === 'images') events.datasetChanged(message.dataset);
      else if (message.kind === 'hello' || message.kind === 'here') post({ kind: 'hello', dataset });
      return;
    }
    switch (message.kind) {
      case 'hello':
        state.setState({ isPaired: true });
        return here();
      case 'here':
        return state.setState({ isPaired: true });
      case 'show':
        return role === 'images' ? events.show(message.address) : undefined;
      case 'at':
        return state.setState({ at: { subject: message.subject, session: message.session } });
      case 'library':
        return role === 'library' ? events.toLibrary() : undefined;
    }
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data));
  const leave = (): void => {
    if (role === 'images') keepPlace(kept);
    post({ kind: 'bye', dataset });
  };
  window.addEventListener('pagehide', leave);
  post({ kind: 'hello', dataset });

  return {
    role,
    state,
    open(address) {
      keepItem(tab, PAIR_KEY, id);
      return openBeside(address, `${IMAGES_NAME}${id}`, kept);
    },
    show(address) {
      const { isPaired } = state.getState();
      if (role === 'images' || !isPaired) return false;
      post({ kind: 'show', dataset, address });
      return true;
    },
    tell(at) {
      own = at;
      if (role === 'images') post({ kind: 'at', dataset, ...at });
    },
    goToLibrary() {
      const { isPaired } = state.getState();
      if (role === 'library' || !isPaired) return false;
      post({ kind: 'library', dataset });
      return true;
    },
    close() {
      window.removeEventListener('pagehide', leave);
      leave();
      channel.close();
    },
  };
}
