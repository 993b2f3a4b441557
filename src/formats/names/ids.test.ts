import { describe, expect, test } from 'vitest';
import { datasetPath } from './dataset-path.ts';
import { sessionId, subjectId } from './ids.ts';

describe('subject and session labels', () => {
  test('a label keeps its case and length, its key becomes lower case', () => {
    expect(subjectId('sub-S331013')).toBe('sub-S331013');
    expect(subjectId(' SUB-Aß7 ')).toBe('sub-Aß7');
    expect(sessionId('Ses-e07001')).toBe('ses-e07001');
  });

  test('a bare BIMCV label gets its key', () => {
    expect(subjectId('S03999')).toBe('sub-S03999');
    expect(sessionId('E07001')).toBe('ses-E07001');
  });

  test.each(['derivatives', '', 'sub-', 'sub-a b', 'sub-a/b', 'ses-E07001', '1'])(
    '%j is no subject',
    (text) => {
      expect(subjectId(text)).toBeUndefined();
    },
  );
});

describe('paths in tables', () => {
  test('./ and doubled slashes go away', () => {
    expect(datasetPath('./sub-S1//ses-E1/./x.png')).toBe('sub-S1/ses-E1/x.png');
  });

  test.each(['', '.', '/etc/passwd', '../x', 'a/../../x', 'a/..', 'a\0b'])(
    '%j is no path in the dataset',
    (text) => {
      expect(datasetPath(text)).toBeUndefined();
    },
  );

  test('two dots within a name are no parent folder', () => {
    expect(datasetPath('a/..b/c..png')).toBe('a/..b/c..png');
  });
});
