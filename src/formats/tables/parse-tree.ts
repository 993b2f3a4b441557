import type { ParsedTable, TableIssue } from '../../domain/dataset/rows.ts';
import { excerpt } from './cell.ts';
import { splitLines } from './delimited.ts';
import { reporter } from './parse-table.ts';

/** One line of the term tree: a term under one of its parents; a term with several parents is there several times. */
export interface TreeNode {
  readonly term: string;
  /** UMLS concept, `C` and seven digits. */
  readonly cui?: string;
  /** How often the term itself was counted, as filed. */
  readonly count?: number;
  /** Sum over the branch, as filed: terms with several parents count several times. */
  readonly branchCount?: number;
  /** 0 for a root. */
  readonly depth: number;
  /** Index of the parent among the rows; absent for a root. */
  readonly parent?: number;
}

/** Characters that the drawing takes per level. */
const LEVEL_WIDTH = 4;
const DRAWING = /^[│├└─|+`\- \u00a0]*/;

function factsOf(text: string): Pick<TreeNode, 'cui' | 'count' | 'branchCount'> {
  const cui = /CUI:\s*(C\d{7})/.exec(text)?.[1];
  const [, count, branchCount] = /counts:\s*(\d{1,9})(?:,\s*(\d{1,9}))?/.exec(text) ?? [];
  return {
    ...(cui !== undefined && { cui }),
    ...(count !== undefined && { count: Number(count) }),
    ...(branchCount !== undefined && { branchCount: Number(branchCount) }),
  };
}

/**
 * Reads the tree of terms that ships as `tree_term_CUI_counts_image_*.csv`: box drawing, four characters a level,
 * `term [CUI:C0277877, counts:10, 42]\\`. Rows come in the order of the file, parents before children. A line that
 * is no node, or lies deeper than its predecessor's children, gives `TABLE_ROW`; the latter hangs from the predecessor.
 */
export function parseTree(text: string): ParsedTable<TreeNode> {
  const rows: TreeNode[] = [];
  const issues: TableIssue[] = [];
  /** Index of the open node at each depth. */
  const branch: number[] = [];
  for (const [at, line] of splitLines(text).entries()) {
    const drawing = DRAWING.exec(line)?.[0] ?? '';
    // A line ends in two backslashes.
    const [node = ''] = line.slice(drawing.length).split('\\', 1);
    const [name = '', facts = ''] = node.split('[', 2);
    const term = name.trim();
    const drawn = Math.ceil(drawing.length / LEVEL_WIDTH);
    const depth = Math.min(drawn, branch.length);
    if (line.trim() !== '' && (term === '' || depth < drawn))
      reporter(issues, at + 1)('TABLE_ROW', { value: excerpt(line) });
    if (term === '') continue;
    const parent = branch[depth - 1];
    branch.length = depth;
    branch.push(rows.length);
    rows.push({ term, ...factsOf(facts), depth, ...(parent !== undefined && { parent }) });
  }
  return { rows, issues };
}
