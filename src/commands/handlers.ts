import type { CommandId } from './registry.ts';

export interface Handler {
  readonly press: () => void;
  /** The key was let go; for what lasts as long as it is held. */
  readonly release?: () => void;
}

/** What the page can do now, by command. Of several that do the same command the latest one does it. */
export class CommandHandlers {
  readonly #byId = new Map<CommandId, readonly Handler[]>();

  /** Hands out what takes the handler away again. */
  add(id: CommandId, handler: Handler): () => void {
    this.#byId.set(id, [...(this.#byId.get(id) ?? []), handler]);
    return () => {
      const left = (this.#byId.get(id) ?? []).filter((one) => one !== handler);
      if (left.length > 0) this.#byId.set(id, left);
      else this.#byId.delete(id);
    };
  }

  of(id: CommandId): Handler | undefined {
    return this.#byId.get(id)?.at(-1);
  }
}
