import { cellOf } from '../../dataset/columns.ts';
import type { DatasetTables } from '../../dataset/dataset-index.ts';
import { daysBetween } from '../../labs/day-distance.ts';
import type { TestKind } from '../../labs/lab-test.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';

export type TableContradiction =
  /** `normal` was filed together with findings. */
  | { readonly rule: 'normal-beside-findings'; readonly labels: readonly string[] }
  /** COVID 19 is a label, and every test around it is negative; rows of the test table. */
  | { readonly rule: 'covid-tests-negative'; readonly tests: readonly number[] }
  /** Pneumonia is a label, COVID 19 is none, and every test around it is positive. */
  | {
      readonly rule: 'covid-not-labelled';
      readonly labels: readonly string[];
      readonly tests: readonly number[];
    };

/** Days before and after a session in which a test is around it. */
const TEST_DAYS = 14;

/** What says nothing against a normal study: technique, emptiness, and that nothing has changed. */
const BESIDE_NORMAL: ReadonlySet<string> = new Set(['normal', 'exclude', 'suboptimal study', 'unchanged']);
/** Tests for the virus itself; antibodies come late. */
const VIRUS_TESTS: ReadonlySet<TestKind> = new Set(['PCR', 'ACT']);

/** The checks of labels against labels and tests, prepared for one index. */
export interface TableRules {
  readonly of: (session: number) => readonly TableContradiction[];
}

/** Kinds of terms that the rules ask for, as bits by term. */
const IS_NORMAL = 1;
const IS_FINDING = 2;
const IS_COVID = 4;
const IS_MAYBE_COVID = 8;
const IS_PNEUMONIA = 16;

function termKinds(terms: readonly string[], vocabulary: Vocabulary): Uint8Array {
  const pneumonias = vocabulary.descendants('pneumonia');
  return Uint8Array.from(terms, (label) => {
    if (label === 'normal') return IS_NORMAL;
    if (BESIDE_NORMAL.has(label)) return 0;
    const isMaybe = label === 'COVID 19 uncertain';
    return (
      IS_FINDING |
      (label === 'COVID 19' ? IS_COVID : 0) |
      (isMaybe ? IS_MAYBE_COVID : 0) |
      (pneumonias.has(label) ? IS_PNEUMONIA : 0)
    );
  });
}

/** The tests of a session's patient around it, and what they say together. */
function testsAround({ sessions, subjects, tests }: DatasetTables, session: number) {
  const date = sessions.date[session] ?? 0;
  const around = Array.from(cellOf(subjects.tests, sessions.subject[session] ?? 0)).filter(
    (test) => Math.abs(daysBetween(date, tests.date[test] ?? 0) ?? Infinity) <= TEST_DAYS,
  );
  const virus = around.filter((test) => VIRUS_TESTS.has(tests.kind[test] ?? 'IgG'));
  const results = new Set(virus.map((test) => tests.result[test]));
  return {
    virus,
    isNegative:
      results.has('negative') &&
      results.size === 1 &&
      // Antibodies that are there speak for it.
      around.every((test) => tests.result[test] !== 'positive'),
    isPositive: results.has('positive') && results.size === 1,
  };
}

export function createTableRules(index: DatasetTables, vocabulary: Vocabulary): TableRules {
  const { sessions, terms } = index;
  const kinds = termKinds(terms, vocabulary);
  return {
    of: (session) => {
      const cell = cellOf(sessions.findings, session);
      let all = 0;
      for (const term of cell) all |= kinds[term] ?? 0;
      if (all === 0) return [];
      const labels = (kind: number): readonly string[] =>
        Array.from(cell).flatMap((term) => (((kinds[term] ?? 0) & kind) === 0 ? [] : (terms[term] ?? [])));
      const found: TableContradiction[] = [];
      if ((all & IS_NORMAL) !== 0 && (all & IS_FINDING) !== 0)
        found.push({ rule: 'normal-beside-findings', labels: labels(IS_FINDING) });
      if ((all & IS_COVID) !== 0) {
        const { virus, isNegative } = testsAround(index, session);
        if (isNegative) found.push({ rule: 'covid-tests-negative', tests: virus });
      } else if ((all & IS_PNEUMONIA) !== 0 && (all & IS_MAYBE_COVID) === 0) {
        const { virus, isPositive } = testsAround(index, session);
        if (isPositive)
          found.push({ rule: 'covid-not-labelled', labels: labels(IS_PNEUMONIA), tests: virus });
      }
      return found;
    },
  };
}
