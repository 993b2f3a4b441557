import type { Finding, IssueCode, IssueFacts } from '../domain/issues.ts';

export interface IssueText<Code extends IssueCode> {
  readonly title: string;
  /** What is so, and what midscope did; shorter where a fact is not known. */
  readonly sentence: (facts: IssueFacts<Code>) => string;
}

/** One text per code of the issue catalogue; it can name the facts of its code and no others. */
export type IssueTexts = { readonly [Code in IssueCode]: IssueText<Code> };

/** What is wrong, in a sentence or two. */
export const sentenceOf = <Code extends IssueCode>(
  texts: IssueTexts,
  { code, facts }: Finding<Code>,
): string => texts[code].sentence(facts ?? {});

/** A text around a fact; nothing where it is not known. */
export const ifKnown = <Fact>(fact: Fact | undefined, text: (fact: Fact) => string): string =>
  fact === undefined ? '' : text(fact);

export const isKnown = <Fact>(fact: Fact | undefined): fact is Fact => fact !== undefined;
