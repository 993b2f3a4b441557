import type { DateNumber, SubjectId } from '../brand.ts';

/** Laboratory tests of the published tables; ACT is the antigen test of the Spanish export. */
export const TEST_KINDS = ['PCR', 'IgG', 'IgM', 'IgA', 'ACT'] as const;
export type TestKind = (typeof TEST_KINDS)[number];

export const TEST_RESULTS = ['positive', 'negative', 'indeterminate', 'unknown'] as const;
export type TestResult = (typeof TEST_RESULTS)[number];

/** One laboratory test of one person; raw cells as filed beside what was made of them. */
export interface LabTest {
  readonly subject: SubjectId;
  readonly kind: TestKind;
  readonly result: TestResult;
  readonly date: DateNumber;
  readonly raw: { readonly test: string; readonly result: string; readonly date: string };
}
