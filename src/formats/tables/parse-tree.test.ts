import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTree } from './parse-tree.ts';

describe('the term tree', () => {
  test('four characters a level give depth and parent, brackets the code and the counts', () => {
    expect(
      parseTree(
        String.raw`infiltrates [CUI:C0277877, counts:10, 42]\\
├── interstitial pattern [CUI:C2073538, counts:9, 20]\\
│   └── reticular interstitial pattern [counts:2, 2]\\
└── alveolar pattern\\
    └── air bronchogram [CUI:C3669021]\\
localization [counts:0, 13258]\\
`,
      ),
    ).toEqual({
      rows: [
        { term: 'infiltrates', cui: 'C0277877', count: 10, branchCount: 42, depth: 0 },
        { term: 'interstitial pattern', cui: 'C2073538', count: 9, branchCount: 20, depth: 1, parent: 0 },
        { term: 'reticular interstitial pattern', count: 2, branchCount: 2, depth: 2, parent: 1 },
        { term: 'alveolar pattern', depth: 1, parent: 0 },
        { term: 'air bronchogram', cui: 'C3669021', depth: 2, parent: 3 },
        { term: 'localization', count: 0, branchCount: 13258, depth: 0 },
      ],
      issues: [],
    });
  });

  test('the drawing may have non-breaking blanks', () => {
    const { rows } = parseTree('a\n│\u00a0\u00a0 \nb\n├──\u00a0c\n│\u00a0\u00a0 └── d\n');
    expect(rows.map(({ term, depth }) => [term, depth])).toEqual([
      ['a', 0],
      ['b', 0],
      ['c', 1],
      ['d', 2],
    ]);
  });

  test('a line too deep hangs from its predecessor, one without a term is left out', () => {
    const { rows, issues } = parseTree('a\\\\\n│   │   └── b [counts:1, 1]\\\\\n├── [counts:1, 1]\\\\\n');
    expect(rows).toEqual([
      { term: 'a', depth: 0 },
      { term: 'b', depth: 1, parent: 0, count: 1, branchCount: 1 },
    ]);
    expect(issues.map((issue) => [issue.code, issue.code === 'TABLE_ROW' && issue.facts?.line])).toEqual([
      ['TABLE_ROW', 2],
      ['TABLE_ROW', 3],
    ]);
  });

  test('a tree that is drawn reads back', () => {
    const term = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ]{0,12}[a-z]$/);
    const nodes = fc.array(fc.tuple(term, fc.nat(6)), { maxLength: 40 }).map((pairs) => {
      let deepest = 0;
      return pairs.map(([name, wish]) => {
        const depth = Math.min(wish, deepest);
        deepest = depth + 1;
        return { name, depth };
      });
    });
    fc.assert(
      fc.property(nodes, (tree) => {
        const lines = tree.map(({ name, depth }) =>
          depth === 0 ? `${name}\\\\` : `${'│   '.repeat(depth - 1)}├── ${name} [counts:1, 1]\\\\`,
        );
        const { rows, issues } = parseTree(lines.join('\n'));
        expect(issues).toEqual([]);
        expect(rows.map((row) => ({ name: row.term, depth: row.depth }))).toEqual(tree);
        for (const [at, { depth, parent }] of rows.entries())
          expect(parent ?? -1).toBe(
            tree.slice(0, at).findLastIndex((earlier) => earlier.depth === depth - 1),
          );
      }),
    );
  });
});
