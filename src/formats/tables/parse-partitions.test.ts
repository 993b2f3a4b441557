import { describe, expect, test } from 'vitest';
import { parsePartitions } from './parse-partitions.ts';

const FILM = 'sub-S03999_ses-E07001_run-1_bp-chest_vp-ap_dx.png';

describe('partitions', () => {
  test('positive paths lose their ./ under a header with blanks over rows with tabs', () => {
    expect(
      parsePartitions(
        `subject session filepath\nsub-S03999\tses-E07001\t./sub-S03999/ses-E07001/mod-rx/${FILM}\n`,
      ),
    ).toEqual({
      rows: [
        {
          subject: 'sub-S03999',
          session: 'ses-E07001',
          path: `sub-S03999/ses-E07001/mod-rx/${FILM}`,
        },
      ],
      issues: [],
    });
  });

  test('negative paths get the mod-rx/ they lack', () => {
    const { rows, issues } = parsePartitions(
      'subject session filepath\n' +
        'sub-S05999\tses-E11001\t./sub-S05999/ses-E11001/sub-S05999_ses-E11001_run-1_bp-chest_cr.png\n',
    );
    expect(rows[0]?.path).toBe('sub-S05999/ses-E11001/mod-rx/sub-S05999_ses-E11001_run-1_bp-chest_cr.png');
    expect(issues).toEqual([]);
  });

  test('rows may have blanks, no header, another order', () => {
    const { rows, issues } = parsePartitions(
      'sub-S1 ses-E1 ./sub-S1/ses-E1/mod-rx/a.png\nsub-S2/ses-E2/mod-rx/b.png\tsub-S2\tses-E2\n',
    );
    expect(rows.map(({ subject, session, path }) => [subject, session, path])).toEqual([
      ['sub-S1', 'ses-E1', 'sub-S1/ses-E1/mod-rx/a.png'],
      ['sub-S2', 'ses-E2', 'sub-S2/ses-E2/mod-rx/b.png'],
    ]);
    expect(issues).toEqual([]);
  });

  test('a longer path is left as it is', () => {
    const { rows } = parsePartitions('sub-S1\tses-E1\tcovid19_neg/sub-S1/ses-E1/a.png\n');
    expect(rows[0]?.path).toBe('covid19_neg/sub-S1/ses-E1/a.png');
  });

  test('rows without subject, session or a path inside the dataset are left out', () => {
    const { rows, issues } = parsePartitions(
      'subject session filepath\nsub-S1\tses-E1\t../../etc/passwd\nsub-S1\tx\tsub-S1/a.png\nsub-S1\n',
    );
    expect(rows).toEqual([]);
    expect(issues).toEqual([
      {
        code: 'TABLE_ROW',
        subject: 'sub-S1',
        session: 'ses-E1',
        facts: { line: 2, value: 'sub-S1\tses-E1\t../../etc/passwd' },
      },
      { code: 'TABLE_ROW', subject: 'sub-S1', facts: { line: 3, value: 'sub-S1\tx\tsub-S1/a.png' } },
      { code: 'TABLE_ROW', subject: 'sub-S1', facts: { line: 4, value: 'sub-S1' } },
    ]);
  });
});
