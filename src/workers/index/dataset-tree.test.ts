import { describe, expect, it } from 'vitest';
import { cellOf } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { codesOf, pngHead } from '../../testing/index-contents.ts';
import { memorySource } from '../../testing/memory-source.ts';
import { scan } from './test-scan.ts';

const PATH = 'derivatives/labels/tree_term_CUI_counts_image_covid_posi.csv';
const FILES = {
  'sub-1/ses-1/mod-rx/sub-1_ses-1_dx.png': pngHead(),
  'derivatives/labels/labels.tsv': [
    '\tPatientID\tReportID\tReport\tLabels\tLocalizations\tLabelsLocalizationsBySentence\tlabelCUIS\tLocalizationsCUIS',
    "0\tsub-1\tses-1\tx .\t['crazy paving']\t['loc apical']\t['crazy paving', 'loc apical']\t[]\t[]",
    '',
  ].join('\n'),
};
/** As it ships: places without their prefix, two backslashes at the end of a line. */
const TREE = String.raw`radiological finding [CUI:C0436485, counts:0, 9]\\
├── infiltrates [CUI:C0277877, counts:10, 42]\\
│   └── crazy paving [counts:1, 1]\\
localization [counts:0, 3]\\
├── cardiac [CUI:C1522601, counts:1, 3]\\
│   └── apical [counts:2, 2]\\
`;

const countedAs = (index: DatasetIndex, facet: 'finding' | 'location'): readonly string[] => {
  const { values, cells } = index.filters.facets[facet];
  return Array.from(cellOf(cells, 0), (value) => values[value] ?? '').toSorted();
};

describe('the tree of terms that comes with a dataset', () => {
  it('says what its labels count under', async () => {
    const index = await scan(memorySource({ ...FILES, [PATH]: TREE }));
    expect(index.tree?.paths).toEqual([PATH]);
    expect(countedAs(index, 'finding')).toEqual(['crazy paving', 'infiltrates']);
    expect(countedAs(index, 'location')).toEqual(['loc apical', 'loc cardiac']);
    expect(codesOf(index)).not.toContain('LABEL_UNKNOWN');
  });

  it('is not needed', async () => {
    const index = await scan(memorySource(FILES));
    expect(index.tree).toBeUndefined();
    expect(countedAs(index, 'finding')).toEqual(['crazy paving']);
    expect(countedAs(index, 'location')).toContain('loc upper lung field');
    expect(codesOf(index)).toContain('LABEL_UNKNOWN');
  });
});
