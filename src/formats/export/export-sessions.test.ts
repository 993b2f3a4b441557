import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledVocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { imagePath, libraryIndex, PLAIN_SESSION, type WantedSession } from '../../testing/library-dataset.ts';
import { COMMENT_LINES, exportSessions, pandasLine, type ExportKind } from './export-sessions.ts';
import { guardFormula, tsvLine, unguardFormula } from './tsv-cell.ts';

const vocabulary = bundledVocabulary();
const FACTS = {
  dataset: 'x\ny',
  query: '/library?q=base',
  at: '2026-01-02T03:04:05Z',
  fileName: 'x-sessions.tsv',
};
const RUN = { signal: new AbortController().signal, pause: () => Promise.resolve() };

/** Tab-separated values by RFC 4180, read by hand: not by what midscope reads or writes them with. */
function readTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (!isQuoted && (letter === '\t' || letter === '\n')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (letter === '\n') rows.push([]);
    } else cell += letter;
  }
  return rows.slice(0, -1);
}

async function written(kind: ExportKind, sessions: readonly WantedSession[]): Promise<string> {
  const index = libraryIndex(
    vocabulary,
    sessions,
    [{ subject: 0, ages: [67], sex: 'M' }],
    [{ subject: 0, test: 'PCR:positive', date: 20200320 }],
  );
  const rows = Uint32Array.from(index.sessions.ids, (_, row) => row);
  return (await exportSessions(index, rows, kind, FACTS, RUN)).join('');
}

const FILED: WantedSession = {
  ...PLAIN_SESSION,
  date: 20200318,
  images: [
    { modality: 'DX', named: 'PA', read: undefined, isMissing: false },
    { modality: 'DX', named: '', read: undefined, isMissing: true },
  ],
  labels: { findings: ['consolidation', '=HYPERLINK("http://x")', 'a\tb'], locations: ['loc basal'] },
  labelCuis: '[C0521530,C5203670]',
  hasMask: true,
  report: 'secreto normalizado',
  written: 'Secreto escrito.',
};

describe('an exported table', () => {
  it('is read by any reader of tab-separated values, each cell as it was', async () => {
    const lines = (await written('tsv', [FILED, PLAIN_SESSION])).split('\n');
    expect(lines.slice(0, COMMENT_LINES).every((line) => line.startsWith('# '))).toBe(true);
    const [names = [], ...rows] = readTsv(lines.slice(COMMENT_LINES).join('\n'));
    expect(rows).toHaveLength(2);
    const records = rows.map((row) =>
      Object.fromEntries(names.map((name, at) => [name, unguardFormula(row[at] ?? '')])),
    );
    const filed = records.find(({ session }) => session === 'ses-E0') ?? {};
    expect(filed['subject']).toBe('sub-S0');
    expect(filed['date']).toBe('2020-03-18');
    expect(JSON.parse(filed['ages'] ?? '')).toEqual([67]);
    expect(JSON.parse(filed['labels'] ?? '')).toEqual(FILED.labels?.findings);
    expect(JSON.parse(filed['label_cuis'] ?? '')).toEqual(['C0521530', 'C5203670']);
    expect(JSON.parse(filed['images'] ?? '')).toEqual([imagePath(0, 0, 'PA')]);
    expect(JSON.parse(filed['images_missing'] ?? '')).toEqual([imagePath(0, 1, '')]);
    expect(JSON.parse(filed['tests'] ?? '')).toEqual([
      { test: 'PCR', result: 'positive', date: '2020-03-20', days: 2 },
    ]);
  });

  it('holds no report and says how to be loaded', async () => {
    for (const kind of ['tsv', 'json'] as const) {
      const text = await written(kind, [FILED]);
      expect(text.toLowerCase()).not.toContain('secreto');
    }
    expect(await written('tsv', [FILED])).toContain(`# ${pandasLine('x-sessions.tsv')}\n`);
    expect(pandasLine('x.tsv')).toBe(
      'pd.read_csv("x.tsv", sep="\\t", skiprows=5, dtype=str, keep_default_na=False)',
    );
  });
});

describe('an exported JSON file', () => {
  it('is JSON, and holds the same', async () => {
    const read = JSON.parse(await written('json', [FILED, PLAIN_SESSION])) as {
      readonly format: string;
      readonly sessions: readonly Record<string, unknown>[];
    };
    expect(read.format).toBe('midscope-sessions');
    expect(read.sessions).toHaveLength(2);
    expect(read.sessions.find(({ session }) => session === 'ses-E0')).toMatchObject({
      labels: FILED.labels?.findings,
      label_cuis: ['C0521530', 'C5203670'],
      report: 'readable',
      sex: 'M',
    });
    expect(JSON.parse(await written('json', []))).toMatchObject({ sessions: [] });
  });
});

describe('cells', () => {
  const text = fc.oneof(
    fc.string(),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", '"', '\n'), fc.string())
      .map((parts) => parts.join('')),
  );

  it('begin no formula, and give back what they were given', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(guardFormula(value)).not.toMatch(/^[=+\-@\t\r]/);
        expect(unguardFormula(guardFormula(value))).toBe(value);
      }),
    );
  });

  it('come back from a line', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (cells) => {
        expect(readTsv(tsvLine(cells)).map((row) => row.map(unguardFormula))).toEqual([cells]);
      }),
    );
  });
});
