import { describe, expect, test } from 'vitest';
import { parseChecksums } from './parse-checksums.ts';

describe('checksum lists', () => {
  test('each line is a sum and a name', () => {
    expect(
      parseChecksums(
        'da39a3ee5e6b4b0d3255bfef95601890afd80709  covid19_posi_head.tar.gz\n' +
          'DA39A3EE5E6B4B0D3255BFEF95601890AFD80709 *LICENSE (copy).md\n' +
          '\n' +
          'da39a3ee LICENSE.md\n' +
          'da39a3ee5e6b4b0d3255bfef95601890afd80709\n',
      ),
    ).toEqual({
      rows: [
        { sha1: 'da39a3ee5e6b4b0d3255bfef95601890afd80709', name: 'covid19_posi_head.tar.gz' },
        { sha1: 'da39a3ee5e6b4b0d3255bfef95601890afd80709', name: 'LICENSE (copy).md' },
      ],
      issues: [
        { code: 'TABLE_ROW', facts: { line: 4, value: 'da39a3ee LICENSE.md' } },
        { code: 'TABLE_ROW', facts: { line: 5, value: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' } },
      ],
    });
  });
});
