import { toFailure } from '../domain/error.ts';
import { sentenceOf } from '../i18n/issue-texts.ts';
import type { Messages } from '../i18n/messages/en.ts';

interface FailureText {
  readonly title: string;
  /** What happened, and what can be done. */
  readonly sentence: string;
}

/** What was thrown, in words. */
export function failureText(t: Messages, thrown: unknown): FailureText {
  const failure = toFailure(thrown);
  if (failure.kind === 'issue')
    return { title: t.issues[failure.issue.code].title, sentence: sentenceOf(t.issues, failure.issue) };
  return { title: t.app.defectTitle, sentence: failure.kind === 'defect' ? failure.message : '' };
}
