import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  isSameTarget,
  litBy,
  NOTHING_LIT,
  type Lit,
  type LinkTarget,
} from '../../../domain/report/lit-by.ts';
import type { LinkedSentence } from '../../../domain/report/link-report.ts';

/** What can be linked on the page of one case. */
export interface LinkModel {
  /** Tells cases apart: nothing stays lit in the next one. */
  readonly caseKey: string;
  /** Empty without a report, and until its words were read. */
  readonly sentences: readonly LinkedSentence[];
  readonly findings: readonly string[];
  /** Whether one of two terms says the other. */
  readonly areRelated: (a: string, b: string) => boolean;
}

interface LinkState {
  readonly model: LinkModel;
  /** What the pointer or the focus is on. */
  readonly pointed: LinkTarget | undefined;
  /** What stays lit when nothing is pointed at. */
  readonly pinned: LinkTarget | undefined;
  readonly lit: Lit;
}

/** Milliseconds before what is below a pointer lights up, so that one that passes by changes nothing, and goes out. */
const IN = 60;
const OUT = 120;

const EMPTY_MODEL: LinkModel = { caseKey: '', sentences: [], findings: [], areRelated: () => false };

/** What is pointed at on the case page, and what lights up with it. */
export class LinkStore {
  readonly state: StoreApi<LinkState> = createStore(() => ({
    model: EMPTY_MODEL,
    pointed: undefined,
    pinned: undefined,
    lit: NOTHING_LIT,
  }));
  #timer: ReturnType<typeof setTimeout> | undefined;

  setModel(model: LinkModel): void {
    const isOther = model.caseKey !== this.state.getState().model.caseKey;
    if (isOther) clearTimeout(this.#timer);
    this.#set({ model, ...(isOther && { pinned: undefined, pointed: undefined }) });
  }

  /** The pointer came over something. */
  hover(target: LinkTarget): void {
    this.#later(IN, { pointed: target });
  }

  /** The focus came to something. */
  focus(target: LinkTarget): void {
    this.#later(0, { pointed: target });
  }

  /** Pointer or focus left it. */
  leave(): void {
    this.#later(OUT, { pointed: undefined });
  }

  /** Keeps something lit; the same thing once more lets go of it. */
  pin(target: LinkTarget): void {
    const isPinned = isSameTarget(target, this.state.getState().pinned);
    this.#later(0, { pinned: isPinned ? undefined : target, ...(isPinned && { pointed: undefined }) });
  }

  release(): void {
    this.#later(0, { pinned: undefined, pointed: undefined });
  }

  #later(delay: number, change: Partial<LinkState>): void {
    clearTimeout(this.#timer);
    if (delay === 0) this.#set(change);
    else this.#timer = setTimeout(() => this.#set(change), delay);
  }

  #set(change: Partial<LinkState>): void {
    this.state.setState((old) => {
      const next = { ...old, ...change };
      const { model } = next;
      return { ...next, lit: litBy(next.pointed ?? next.pinned, model.sentences, model.findings, model) };
    });
  }
}
