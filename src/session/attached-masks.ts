import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DatasetPath } from '../domain/brand.ts';
import type { AttachedMask, KeptFile } from '../storage/attached-mask.ts';
import { deleteAttachedMask, loadAttachedMasks, saveAttachedMask } from '../storage/attached-masks.ts';
import { pairMaskFiles } from './pair-mask-files.ts';

export type { AttachedMask } from '../storage/attached-mask.ts';

/** The largest file that is attached, in bytes; it is kept in the browser. */
export const MOST_ATTACHED_BYTES = 2 ** 26;

/** What was last done with the masks of an image, or why it was not. */
export type AttachedNews =
  | { readonly what: 'attached' | 'removed'; readonly image: DatasetPath; readonly mask: AttachedMask }
  | { readonly what: 'empty' | 'too-large'; readonly image: DatasetPath; readonly name: string };

export interface AttachedState {
  /** The oldest first. */
  readonly masks: readonly AttachedMask[];
  readonly news: AttachedNews | undefined;
  /** False once the browser has refused to keep one: it is there until the dataset is closed. */
  readonly isKept: boolean;
}

/** The masks that the user has put on images of one dataset. */
export interface AttachedMasks {
  readonly state: StoreApi<AttachedState>;
  /** Puts masks on an image, with the lists of names among the files; shown at once, and kept as far as possible. */
  attach(image: DatasetPath, files: readonly File[]): Promise<void>;
  remove(mask: AttachedMask): void;
  /** Takes back what was last done. */
  undo(): void;
}

const keep = async (file: File): Promise<KeptFile> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** @param dataset key under which the browser keeps things of the dataset. */
export function createAttachedMasks(dataset: string): AttachedMasks {
  const state = createStore<AttachedState>(() => ({ masks: [], news: undefined, isKept: true }));
  const refused = (): void => state.setState({ isKept: false });
  loadAttachedMasks(dataset).then(
    (kept) => state.setState(({ masks }) => ({ masks: [...kept, ...masks] })),
    refused,
  );
  const add = (mask: AttachedMask): void => {
    state.setState(({ masks }) => ({
      masks: [...masks, mask].toSorted((one, other) => one.at - other.at),
      news: { what: 'attached', image: mask.image, mask },
    }));
    saveAttachedMask(mask).catch(refused);
  };
  const remove = (mask: AttachedMask): void => {
    state.setState(({ masks }) => ({
      masks: masks.filter(({ id }) => id !== mask.id),
      news: { what: 'removed', image: mask.image, mask },
    }));
    deleteAttachedMask(mask.id).catch(refused);
  };
  return {
    state,
    remove,
    attach: async (image, files) => {
      for (const { file, names } of pairMaskFiles(files)) {
        const wrong = [file, names].find((one) => one && (one.size === 0 || one.size > MOST_ATTACHED_BYTES));
        if (wrong) {
          const what = wrong.size === 0 ? 'empty' : 'too-large';
          state.setState({ news: { what, image, name: wrong.name } });
        } else
          add({
            version: 1,
            id: crypto.randomUUID(),
            dataset,
            image,
            file: await keep(file),
            ...(names && { names: await keep(names) }),
            at: Date.now(),
          });
      }
    },
    undo: () => {
      const { news } = state.getState();
      if (news?.what === 'attached') remove(news.mask);
      else if (news?.what === 'removed') add(news.mask);
    },
  };
}
