import { useMemo } from 'react';
import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import type { Contradiction } from '../../../domain/report/rules/contradictions.ts';
import { rulesOf } from '../../../domain/report/rules/contradictions.ts';
import { useRules } from '../../../session/use-rules.ts';
import { useReportReader } from '../link/use-report-reader.ts';

interface Contradictions {
  /** Of the rules that are on; undefined until they were looked for. */
  readonly found: readonly Contradiction[] | undefined;
  /** How many are known to be there by the library's own count, before their reasons are. */
  readonly expected: number;
}

/** What contradicts itself in a session, with its reasons, by the rules that are on. */
export function useContradictions(index: DatasetIndex, row: number): Contradictions {
  const { off } = useRules();
  const expected = useMemo(
    () => rulesOf(index, row).filter((rule) => !off.includes(rule)).length,
    [index, row, off],
  );
  const data = useReportReader(expected > 0);
  const all = useMemo(
    () => (expected > 0 ? data?.contradictions(index, row) : []),
    [expected, data, index, row],
  );
  return { found: all?.filter(({ rule }) => !off.includes(rule)), expected };
}
