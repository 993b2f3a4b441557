import type { CSSProperties } from 'react';
import type { Branch } from '../domain/vocabulary/branch.ts';
import type { TestResult } from '../domain/labs/lab-test.ts';
import { cx } from './cx.ts';
import styles from './marks.module.css';

/** The colour of a finding's branch, as a dot. The name always stands beside it. */
export function BranchDot({
  branch,
  square = false,
  isHollow = false,
  colour,
}: {
  readonly branch: Branch;
  readonly square?: boolean;
  /** A ring: the finding is inherited. */
  readonly isHollow?: boolean;
  /** In place of the branch's. */
  readonly colour?: string | undefined;
}) {
  return (
    <span
      aria-hidden
      className={cx(styles.dot, square && styles.square, isHollow && styles.hollow)}
      data-branch={branch}
      style={colour === undefined ? undefined : ({ '--mark': colour } as CSSProperties)}
    />
  );
}

const GLYPHS: Readonly<Record<TestResult, string>> = {
  positive: '+',
  negative: '−',
  indeterminate: '?',
  unknown: '·',
};

/** A test result as a shape first and a colour second. */
export function TestGlyph({ result, name }: { readonly result: TestResult; readonly name: string }) {
  return (
    <span role="img" aria-label={name} title={name} className={styles.glyph} data-result={result}>
      <span aria-hidden>{GLYPHS[result]}</span>
    </span>
  );
}

/** midscope's mark: two lungs and a trachea. */
export function Logo() {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className={styles.logo}>
      <path d="M12 3v17" />
      <path d="M9 5.5C5.8 7.4 4 11.3 3.8 17.5c1.9.9 3.7.6 5.2-.7z" />
      <path d="M15 5.5c3.2 1.9 5 5.8 5.2 12-1.9.9-3.7.6-5.2-.7z" />
    </svg>
  );
}
