import type { Finding, IssueCode, IssueFacts } from './issues.ts';

/** A code, and only facts of that code. */
type ErrorArguments = {
  [Code in IssueCode]: [code: Code, facts?: IssueFacts<Code>, cause?: unknown];
}[IssueCode];

/**
 * A failure with a code from the issue catalogue, so that every screen can say it in a sentence.
 * Survives a worker boundary through {@link toFailure} and {@link fromFailure}.
 */
export class MidscopeError extends Error {
  override readonly name = 'MidscopeError';
  /** Code and facts together, to be handed on as an issue. */
  readonly issue: Finding;

  constructor(...[code, facts = {}, cause]: ErrorArguments) {
    super(`${code} ${JSON.stringify(facts)}`, cause === undefined ? undefined : { cause });
    // The facts are those of the code, which the compiler no longer sees once they are apart.
    this.issue = { code, facts } as Finding;
  }

  get code(): IssueCode {
    return this.issue.code;
  }

  /** The error for something that was found wrong elsewhere. */
  static of({ code, facts }: Finding): MidscopeError {
    return new MidscopeError(...([code, facts] as ErrorArguments));
  }
}

/** A thrown value as plain data that can be posted between threads. */
export type Failure =
  | { readonly kind: 'issue'; readonly issue: Finding }
  | { readonly kind: 'abort' }
  | { readonly kind: 'defect'; readonly message: string };

export const isAbort = (thrown: unknown): boolean =>
  thrown instanceof Error ? thrown.name === 'AbortError' : false;

export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof MidscopeError) return { kind: 'issue', issue: thrown.issue };
  if (isAbort(thrown)) return { kind: 'abort' };
  return {
    kind: 'defect',
    message: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown),
  };
}

export function fromFailure(failure: Failure): Error {
  switch (failure.kind) {
    case 'issue':
      return MidscopeError.of(failure.issue);
    case 'abort':
      return new DOMException('The operation was aborted.', 'AbortError');
    case 'defect':
      return new Error(failure.message);
  }
}
