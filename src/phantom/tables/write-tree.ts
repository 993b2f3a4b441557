import type { Term, Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { reportLabels } from '../report/report.ts';
import type { DemoSubject } from '../plan/demo-plan.ts';

const ROOTS = ['radiological finding', 'differential diagnosis', 'localization'];
const MAX_DEPTH = 12;

/**
 * The label tree with counts of sessions: box-drawing lines of four characters per level that end in
 * two backslashes; first the term's own count, then the sum of its branch.
 */
export function treeFile(subjects: readonly DemoSubject[], vocabulary: Vocabulary): string {
  const counts = countTerms(subjects);
  const own = (label: string): number => counts.get(label) ?? 0;
  const branch = (label: string, depth = 0): number =>
    depth > MAX_DEPTH
      ? 0
      : vocabulary.children(label).reduce((sum, child) => sum + branch(child, depth + 1), own(label));
  const lines: string[] = [];
  const write = (term: Term, lead: string, childLead: string, depth: number): void => {
    const cui = term.cui === null ? '' : `CUI:${term.cui}, `;
    // Locations stand in the tree without their prefix.
    const name = term.label.replace(/^loc /, '');
    lines.push(`${lead}${name} [${cui}counts:${own(term.label)}, ${branch(term.label)}]\\\\`);
    if (depth === MAX_DEPTH) return;
    const children = vocabulary.children(term.label).flatMap((label) => vocabulary.terms.get(label) ?? []);
    children.forEach((child, n) => {
      const last = n === children.length - 1;
      write(
        child,
        `${childLead}${last ? '└── ' : '├── '}`,
        `${childLead}${last ? '    ' : '│   '}`,
        depth + 1,
      );
    });
  };
  for (const label of ROOTS) {
    const term = vocabulary.terms.get(label);
    if (term) write(term, '', '', 0);
  }
  return `${lines.join('\n')}\n`;
}

function countTerms(subjects: readonly DemoSubject[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { sentences } of subjects.flatMap(({ sessions }) => sessions)) {
    const { labels, locations } = reportLabels(sentences);
    for (const label of new Set([...labels, ...locations].map((one) => one.trim())))
      counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}
