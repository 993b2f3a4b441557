import { expect, test } from 'vitest';
import { pairMaskFiles } from './pair-mask-files.ts';

const pairs = (...names: readonly string[]): readonly string[] =>
  pairMaskFiles(names.map((name) => ({ name }))).map(({ file, names: list }) =>
    list ? `${file.name} with ${list.name}` : file.name,
  );

test.each([
  [['a.png'], ['a.png']],
  [['a.tsv', 'a.png'], ['a.png with a.tsv']],
  [['names.json', 'A.nii.gz'], ['A.nii.gz with names.json']],
  [
    ['B.NII.GZ', 'b.tsv', 'a.png', 'a.csv'],
    ['B.NII.GZ with b.tsv', 'a.png with a.csv'],
  ],
  [
    ['a.png', 'b.png', 'c.tsv'],
    ['a.png', 'b.png', 'c.tsv'],
  ],
  [['marks.csv'], ['marks.csv']],
  [
    ['coco.json', 'marks.csv'],
    ['coco.json', 'marks.csv'],
  ],
  [[], []],
] as const)('%j', (files, expected) => {
  expect(pairs(...files)).toEqual(expected);
});
