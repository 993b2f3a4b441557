import { describe, expect, it } from 'vitest';
import type { DatasetPath, SessionId, SubjectId } from '../../domain/brand.ts';
import type { Issue } from '../../domain/issues.ts';
import { exportIssues } from './export-issues.ts';

const AT = '2026-01-02T03:04:05.000Z';
const rowsOf = (issues: readonly Issue[]): readonly string[] =>
  exportIssues('posi\n1', issues, AT).split('\n');

describe('the health report as a file', () => {
  it('names the dataset and its purpose, then one issue a line', () => {
    const issue: Issue = {
      code: 'FILE_EMPTY',
      subject: 'sub-1' as SubjectId,
      session: 'ses-1' as SessionId,
      path: 'sub-1/ses-1/x.png' as DatasetPath,
    };
    expect(rowsOf([issue])).toEqual([
      `# midscope health 1; dataset posi 1; ${AT}; research use only, not for diagnosis`,
      '# Texts of the files themselves are left out of the facts.',
      'severity\tcode\tsubject\tsession\tpath\tfacts',
      'error\tFILE_EMPTY\tsub-1\tses-1\tsub-1/ses-1/x.png\t',
      '',
    ]);
  });

  it('holds no text of a report, of a name or of a date', () => {
    const issues: readonly Issue[] = [
      { code: 'LIST_CELL', facts: { line: 3, column: 'medical_evaluation', value: 'Opacidad basal' } },
      { code: 'SIDECAR_VALUE', facts: { tag: '00100030', value: '1950-99-99' } },
    ];
    const text = exportIssues('posi', issues, AT);
    expect(text).not.toMatch(/Opacidad|1950/);
    expect(text).toContain('"{""line"":3,""column"":""medical_evaluation""}"');
    expect(text).toContain('"{""tag"":""00100030""}"');
  });

  it('has no cell that a spreadsheet takes for a formula', () => {
    expect(rowsOf([{ code: 'FILE_EMPTY', path: '=1+1' as DatasetPath }])[3]).toContain("'=1+1");
  });
});
