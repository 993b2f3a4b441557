import { describe, expect, it } from 'vitest';
import { findSession } from '../../domain/dataset/case-series.ts';
import { codesOf, pngHead, sessionNames } from '../../testing/index-contents.ts';
import { memorySource, type MemoryFiles } from '../../testing/memory-source.ts';
import { scan } from './test-scan.ts';

const PNG = pngHead();
const scanned = (files: MemoryFiles) => scan(memorySource(files));
const sessions = (...ids: readonly string[]): string =>
  `session_id\tstudy_date\tmedical_evaluation\n${ids.map((id) => `${id}\t20200101\t['Hola.']\n`).join('')}`;
const scans = (...names: readonly string[]): string =>
  `filename\n${names.map((name) => `${name}\n`).join('')}`;

describe('a sessions table whose path names no subject', () => {
  it('belongs to the only subject there is', async () => {
    const index = await scanned({
      'sub-1/ses-1/rx/sub-1_ses-1_dx.png': PNG,
      'sessions.tsv': sessions('ses-1'),
    });
    expect(index.sessions.reports[findSession(index, 'sub-1', 'ses-1')]).toEqual(['Hola.']);
    expect(codesOf(index)).not.toContain('TABLE_UNPLACED');
  });

  it('belongs to the only subject of its root', async () => {
    const index = await scanned({
      'a/sub-1/ses-1/rx/sub-1_ses-1_dx.png': PNG,
      'a/sessions.tsv': sessions('ses-1'),
      'b/sub-2/ses-1/rx/sub-2_ses-1_dx.png': PNG,
    });
    expect(index.sessions.reports).toEqual([['Hola.'], []]);
  });

  it('is an issue where it could be of several', async () => {
    const index = await scanned({
      'sub-1/ses-1/rx/sub-1_ses-1_dx.png': PNG,
      'sub-2/ses-2/rx/sub-2_ses-2_dx.png': PNG,
      'sessions.tsv': sessions('ses-1', 'ses-2'),
    });
    expect(index.sessions.reports).toEqual([[], []]);
    expect(index.issues).toContainEqual({ code: 'TABLE_UNPLACED', path: 'sessions.tsv', facts: { rows: 2 } });
  });
});

describe('a scans table of a subject', () => {
  it('belongs to its only visit where no folder names one', async () => {
    const index = await scanned({
      'sub-1/rx/sub-1_bp-thorax_dx.png': PNG,
      'sub-1/sub-1_scans.tsv': scans('rx/sub-1_bp-thorax_dx.png', 'rx/sub-1_run-2_dx.png'),
    });
    expect(sessionNames(index)).toEqual(['sub-1 ses-none']);
    expect(index.issues).toContainEqual({
      code: 'FILE_MISSING',
      path: 'sub-1/rx/sub-1_run-2_dx.png',
      subject: 'sub-1',
      session: 'ses-none',
      facts: { by: 'sub-1/sub-1_scans.tsv' },
    });
  });

  it('belongs to the visit with images where a table names another', async () => {
    const index = await scanned({
      'sub-1/rx/sub-1_dx.png': PNG,
      'sub-1/sub-1_sessions.tsv': sessions('ses-7'),
      'sub-1/sub-1_scans.tsv': scans('rx/sub-1_run-2_dx.png'),
    });
    expect(index.issues).toContainEqual(
      expect.objectContaining({ code: 'FILE_MISSING', session: 'ses-none' }),
    );
  });

  it('belongs to the visits that its rows name, and not to one that nobody knows', async () => {
    const index = await scanned({
      'sub-1/ses-1/rx/sub-1_ses-1_dx.png': PNG,
      'sub-1/ses-2/rx/sub-1_ses-2_dx.png': PNG,
      'sub-1/sub-1_scans.tsv': scans(
        'ses-1/rx/sub-1_ses-1_run-2_dx.png',
        'ses-2/rx/sub-1_ses-2_dx.png',
        'rx/sub-1_run-9_dx.png',
        'ses-5/rx/sub-9_ses-5_dx.png',
      ),
    });
    expect(sessionNames(index)).toEqual(['sub-1 ses-1', 'sub-1 ses-2']);
    expect(index.issues.filter(({ code }) => code === 'FILE_MISSING')).toEqual([
      expect.objectContaining({ path: 'sub-1/ses-1/rx/sub-1_ses-1_run-2_dx.png', session: 'ses-1' }),
    ]);
    expect(index.issues).toContainEqual({
      code: 'TABLE_UNPLACED',
      path: 'sub-1/sub-1_scans.tsv',
      subject: 'sub-1',
      facts: { rows: 2 },
    });
  });

  it('is read at the top as well, where its rows name whom they are of', async () => {
    const index = await scanned({
      'sub-1/ses-1/rx/sub-1_ses-1_dx.png': PNG,
      'sub-2/ses-1/rx/sub-2_ses-1_dx.png': PNG,
      'scans.tsv': scans('sub-2/ses-1/rx/sub-2_ses-1_run-2_dx.png', 'film.png'),
    });
    expect(index.issues.filter(({ code }) => code === 'FILE_MISSING')).toEqual([
      expect.objectContaining({ subject: 'sub-2', session: 'ses-1' }),
    ]);
    expect(index.issues).toContainEqual({ code: 'TABLE_UNPLACED', path: 'scans.tsv', facts: { rows: 1 } });
  });
});
