/** The checks of a session against itself, in the order in which they are listed. */
export const RULES = [
  'label-denied',
  'label-unsupported',
  'side-mismatch',
  'normal-beside-findings',
  'covid-tests-negative',
  'covid-not-labelled',
  'projection-mismatch',
  'projection-shared',
] as const;
export type RuleId = (typeof RULES)[number];

/** The rules that read reports: they take their time, and are kept by session. */
export const TEXT_RULES = [
  'label-denied',
  'label-unsupported',
  'side-mismatch',
] as const satisfies readonly RuleId[];
export type TextRuleId = (typeof TEXT_RULES)[number];

/** The text rules that found something, one bit each in the order of {@link TEXT_RULES}. */
export type TextRuleBits = number;

export const bitOf = (rule: TextRuleId): TextRuleBits => 1 << TEXT_RULES.indexOf(rule);
