import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParsedTable } from '../../domain/dataset/rows.ts';
import { parseListing } from '../archives/parse-listing.ts';
import { decodeText } from './decode-text.ts';
import { splitLines } from './delimited.ts';
import { detectTable } from './detect-table.ts';
import { parseChecksums } from './parse-checksums.ts';
import { parseCohortLinks } from './parse-cohort-links.ts';
import { parseLabels } from './parse-labels.ts';
import { parseParticipants } from './parse-participants.ts';
import { parsePartitions } from './parse-partitions.ts';
import { parseScans } from './parse-scans.ts';
import { parseSessions } from './parse-sessions.ts';
import { parseTests } from './parse-tests.ts';
import { parseTree } from './parse-tree.ts';

interface Sample {
  readonly name: string;
  readonly header: string;
  readonly row: string;
  readonly parse: (text: string) => ParsedTable<unknown>;
}

/** Milliseconds that a busy machine may take; reading in the square of the length would take minutes. */
const LINEAR = 10_000;

const SAMPLES: readonly Sample[] = [
  {
    name: 'participants',
    header: 'participant\tmodality_dicom\tbody_parts\tage\tgender',
    row: "sub-S03999\t['CR', 'DX']\t[['chest']]\t[67]\tM",
    parse: parseParticipants,
  },
  {
    name: 'sessions',
    header: 'session_id\tstudy_date\tmedical_evaluation',
    row: String.raw`ses-E07001	20200318	["Opacidad en base derecha.\nSenos libres.", 'd\'Orsay']`,
    parse: parseSessions,
  },
  {
    name: 'scans',
    header: "filename\tPatient's Sex (00100040)\tRows (0028,0010)",
    row: 'mod-rx/a_acq-1_dx.png,mod-rx/a_acq-2_dx.png\tM\t2336',
    parse: parseScans,
  },
  {
    name: 'labels',
    header: '\tPatientID\tReportID\tReport\tLabels\tLocalizations\tlabelCUIS',
    row: `0\tsub-S03999\tses-E07001\topacidad . senos libres .\t"['increased density'\t ' normal']"\t[]\t[C1443940,,]`,
    parse: parseLabels,
  },
  {
    name: 'tests',
    header: 'label\tsubject\tdate\ttest\tresult\tparticipant\t',
    row: '1\t1\t20.03.2020\tPCR\tPOSITIVO\tsub-S03999\t',
    parse: parseTests,
  },
  {
    name: 'partitions',
    header: 'subject session filepath',
    row: 'sub-S03999\tses-E07001\t./sub-S03999/ses-E07001/mod-rx/a_dx.png',
    parse: parsePartitions,
  },
  {
    name: 'cohort links',
    header: 'label\tcovid19_neg\tcovid19_posi',
    row: '1\tsub-S10001\tsub-S03999',
    parse: parseCohortLinks,
  },
  {
    name: 'checksums',
    header: '',
    row: 'da39a3ee5e6b4b0d3255bfef95601890afd80709  LICENSE.md',
    parse: parseChecksums,
  },
  {
    name: 'tree',
    header: 'infiltrates [CUI:C0277877, counts:10, 42]\\\\',
    row: '├── interstitial pattern [CUI:C2073538, counts:9, 20]\\\\',
    parse: parseTree,
  },
  {
    name: 'listing',
    header: '',
    row: '-rw-r--r-- root/root 8123456 2020-10-02 11:20 covid19_posi/a b.png',
    parse: parseListing,
  },
];

/** A piece that means something to one of the parsers, put in place of a part of the text. */
interface Mutation {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.record({
    at: fc.nat(600),
    removed: fc.nat(12),
    inserted: fc.oneof(
      fc.constantFrom(
        '"',
        "'",
        '[',
        ']',
        ',',
        '\t',
        '\n',
        '\r',
        '\\',
        '\\u',
        '\0',
        '\ufeff',
        '│   ',
        '(',
        '../',
        '.',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

const mutate = (text: string, steps: readonly Mutation[]): string =>
  steps.reduce((old, { at, removed, inserted }) => {
    const place = at % (old.length + 1);
    return old.slice(0, place) + inserted + old.slice(place + removed);
  }, text);

describe.each(SAMPLES)('$name', ({ header, row, parse }) => {
  const text = [header, row, row, row].join('\n');

  test('a sound table has rows', () => {
    expect(parse(text).rows.length).toBeGreaterThan(0);
  });

  test('a broken table yields no more rows than lines, and lines that exist in its issues', () => {
    fc.assert(
      fc.property(mutations, (steps) => {
        const broken = mutate(text, steps);
        const lines = splitLines(broken).length;
        const { rows, issues } = parse(broken);
        expect(rows.length).toBeLessThanOrEqual(lines);
        for (const { facts } of issues) {
          const line = facts && ('line' in facts ? facts.line : 'first' in facts ? facts.first : 1);
          expect(line ?? 1).toBeGreaterThanOrEqual(1);
          expect(line ?? 1).toBeLessThanOrEqual(Math.max(1, lines));
        }
        detectTable(broken);
      }),
      { seed: 20200318, numRuns: 400 },
    );
  });

  test.each([
    '"',
    '""x\t',
    '"x\t',
    '[',
    ']',
    "['",
    "'",
    '\\',
    '\\\\',
    '\t',
    ' ',
    ',',
    '│',
    '-',
    '(',
    '[ ',
    'x_',
    '\n',
  ])('a quarter of a megabyte of %j is read in linear time', (piece) => {
    const flood = piece.repeat(Math.ceil(250_000 / piece.length));
    const started = performance.now();
    parse(`${header}\n${row}${flood}`);
    parse(`${header}\n${row}${flood}]x`);
    detectTable(`${header}\n${flood}`);
    expect(performance.now() - started).toBeLessThan(LINEAR);
  });
});

test.each(SAMPLES)(
  '$name: a wide header over many short rows is read in linear time',
  ({ header, row, parse }) => {
    const started = performance.now();
    parse(`${header}${'\tx'.repeat(60_000)}\n${`${row.slice(0, 10)}\n`.repeat(30_000)}`);
    expect(performance.now() - started).toBeLessThan(LINEAR);
  },
);

test('bytes of any kind are text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const { text, issues } = decodeText(bytes);
      expect(text).not.toContain('\r');
      expect(issues.length).toBeLessThanOrEqual(2);
    }),
    { seed: 20200318, numRuns: 1000 },
  );
});
