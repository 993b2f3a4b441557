import type { IssueCode, IssueFacts } from './issues.ts';

/**
 * A failure with a code from the issue catalogue, so that every screen can say it in a sentence.
 * Survives a worker boundary through {@link toFailure} and {@link fromFailure}.
 */
export class MidscopeError extends Error {
  override readonly name = 'MidscopeError';
  readonly code: IssueCode;
  readonly facts: IssueFacts;

  constructor(code: IssueCode, facts: IssueFacts = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(facts)}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.facts = facts;
  }
}

/** A thrown value as plain data that can be posted between threads. */
export type Failure =
  | { readonly kind: 'issue'; readonly code: IssueCode; readonly facts: IssueFacts }
  | { readonly kind: 'abort' }
  | { readonly kind: 'defect'; readonly message: string };

export const isAbort = (thrown: unknown): boolean =>
  thrown instanceof Error ? thrown.name === 'AbortError' : false;

export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof MidscopeError) return { kind: 'issue', code: thrown.code, facts: thrown.facts };
  if (isAbort(thrown)) return { kind: 'abort' };
  return {
    kind: 'defect',
    message: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown),
  };
}

export function fromFailure(failure: Failure): Error {
  switch (failure.kind) {
    case 'issue':
      return new MidscopeError(failure.code, failure.facts);
    case 'abort':
      return new DOMException('The operation was aborted.', 'AbortError');
    case 'defect':
      return new Error(failure.message);
  }
}
