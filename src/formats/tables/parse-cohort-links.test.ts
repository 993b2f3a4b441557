import { describe, expect, test } from 'vitest';
import { parseCohortLinks } from './parse-cohort-links.ts';

describe('cohort links', () => {
  const rows = [
    { negative: 'sub-S10001', positive: 'sub-S03999' },
    { negative: 'sub-S10002', positive: 'sub-S331013' },
  ];

  test.each(['\t', ' '])('the two ids of a person are read, delimited by %j', (delimiter) => {
    const lines = [
      ['label', 'covid19_neg', 'covid19_posi'],
      ['17', 'sub-S10001', 'sub-S03999'],
      ['18', 'S10002', 'S331013'],
    ];
    expect(parseCohortLinks(lines.map((cells) => cells.join(delimiter)).join('\r\n'))).toEqual({
      rows,
      issues: [],
    });
  });

  test('a row without both ids is left out', () => {
    expect(parseCohortLinks('label\tcovid19_neg\tcovid19_posi\n17\tsub-S10001\t\n')).toEqual({
      rows: [],
      issues: [{ code: 'TABLE_ROW', facts: { line: 2, value: 'sub-S10001 ' } }],
    });
  });
});
