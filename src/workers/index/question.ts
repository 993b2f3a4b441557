/** Something that one side asks and the other answers when it can. */
export interface Question<Answer> {
  /** Resolves with the next answer; rejects when aborted. A later question takes the place of an earlier one. */
  ask(signal: AbortSignal): Promise<Answer>;
  /** Answers what was asked last; nothing where nothing was. */
  answer(value: Answer): void;
}

export function createQuestion<Answer>(): Question<Answer> {
  let asked: ((value: Answer) => void) | undefined;
  return {
    ask: (signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        asked = resolve;
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      }),
    answer: (value) => {
      asked?.(value);
      asked = undefined;
    },
  };
}
