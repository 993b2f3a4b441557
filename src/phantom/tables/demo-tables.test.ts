import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../../domain/brand.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { bundledVocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { DEMO_CASES } from '../demo-cases.ts';
import type { DemoCase } from '../demo-cases.ts';
import { demoDataset } from '../demo-dataset.ts';
import { MASK_BRANCHES } from './write-tables.ts';

const demo = demoDataset();
const { signal } = new AbortController();
const text = async (path: string): Promise<string> =>
  new TextDecoder().decode(await demo.render(path as DatasetPath, signal));

describe('the tables of the demo', () => {
  it('file participants with the stray row of the published ones', async () => {
    const lines = (await text('participants.tsv')).split('\n');
    expect(lines[0]).toBe('participant\tmodality_dicom\tbody_parts\tage\tgender');
    expect(lines[1]).toBe("sub-S03027\t['CR', 'CT', 'DX']\t[['chest']]\t[67]\tM");
    expect(lines.at(-2)).toBe('derivatives\t[]\t[]\t[]\tNone');
  });

  it('file the labels of the first case sentence by sentence', async () => {
    const [header, first] = (await text('derivatives/labels/labels_covid_posi.tsv')).split('\n');
    expect(header).toBe(
      '\tPatientID\tReportID\tReport\tLabels\tLocalizations\tLabelsLocalizationsBySentence\tlabelCUIS\tLocalizationsCUIS',
    );
    const cells = first!.split('\t');
    expect(cells.slice(0, 3)).toEqual(['0', 'sub-S03027', 'ses-E05012']);
    expect(cells[3]).toMatch(
      /^aumento de densidad en base derecha con broncograma aereo compatible con consolidacion \. /,
    );
    expect(cells[3]).toMatch(/ neumonia por covid 19 \. resto sin cambios \.$/);
    expect(cells[4]).toBe(
      "['consolidation', ' air bronchogram', 'ground glass pattern', 'costophrenic angle blunting', 'COVID 19', ' pneumonia', 'unchanged']",
    );
    expect(cells[7]).toBe('[C0521530,C3669021,C3544344,C0742855,C5203670,C0032285]');
  });

  it('break two rows of labels in the middle of a word', async () => {
    const rows = (await text('derivatives/labels/labels_covid_posi.tsv')).split('\n');
    const open = rows.filter((row) => row.split('\t').length === 7 && !row.endsWith("']"));
    expect(open.map((row) => row.split('\t')[2])).toEqual(['ses-E07301', 'ses-E07901']);
  });

  it('file empty cells, empty labels, duplicates and a hole among the CUIs', async () => {
    const rows = (await text('derivatives/labels/labels_covid_posi.tsv'))
      .split('\n')
      .map((row) => row.split('\t'));
    const row = ({ session }: DemoCase): string[] => rows.find((cells) => cells[2] === session) ?? [];
    expect(row(DEMO_CASES.emptyLabels).slice(3)).toEqual(['', '', '', '', '', '']);
    expect(row(DEMO_CASES.emptyLabelItem)[4]).toBe("['', 'normal']");
    expect(row(DEMO_CASES.duplicateLabels)[4]).toBe("['normal', 'normal']");
    expect(row(DEMO_CASES.cuiHole)[7]).toBe('[C0742855,,C0018800]');
    expect(row(DEMO_CASES.imagesWithoutLabels)).toEqual([]);
    expect(row(DEMO_CASES.onlyExclude)[4]).toBe("['exclude']");
    expect(row(DEMO_CASES.onlyUnchanged)[4]).toBe("['unchanged']");
  });

  it('use only labels and CUIs of the vocabulary', async () => {
    const vocabulary = bundledVocabulary();
    const cuis = new Set([...vocabulary.terms.values()].map(({ cui }) => cui));
    const rows = (await text('derivatives/labels/labels_covid_posi.tsv')).split('\n').slice(1, -1);
    for (const cells of rows.map((row) => row.split('\t'))) {
      for (const [, label] of (cells[4] + cells[5]!).matchAll(/'([^']*)'/g))
        expect(label === '' || vocabulary.terms.has(label!.trim()), label).toBe(true);
      for (const [cui] of `${cells[7] ?? ''}${cells[8] ?? ''}`.matchAll(/C\d+/g))
        expect(cuis.has(cui), cui).toBe(true);
    }
  });

  it('file a report whose sentences are those of the labels table', async () => {
    const labels = (await text('derivatives/labels/labels_covid_posi.tsv')).split('\n').slice(1, -1);
    for (const [, subject, session, normalised] of labels.map((row) => row.split('\t'))) {
      const table = await text(`${subject}/${subject}_sessions.tsv`);
      const row = table.split('\n').find((line) => line.startsWith(`${session}\t`));
      const readable = row!
        .split('\t')[2]!
        .replaceAll('\\n', ' ')
        .replace(/', 'Anexo:/, ' ')
        .normalize('NFD')
        .replace(/[^A-Za-z0-9. ]/g, (letter) => (/\p{M}/u.test(letter) ? '' : ' '))
        .toLowerCase();
      const sentences = normalised!.split(' .').map((one) => one.trim());
      for (const sentence of sentences)
        expect(readable.replace(/\s+/g, ' ').replaceAll(' .', '.')).toContain(sentence);
    }
  });

  it('file tests of all five kinds with all three results and a trailing tab', async () => {
    const lines = (await text('derivatives/EHR/sil_reg_covid_posi.tsv')).split('\n').slice(0, -1);
    expect(lines[0]).toBe('label\tsubject\tdate\ttest\tresult\tparticipant\t');
    expect(lines[1]).toBe('1\t1\t17.03.2020\tPCR\tNEGATIVO\tsub-S03027\t');
    expect(lines.at(-1)).toMatch(/\tsub-S04999\t$/);
    const column = (n: number): Set<string | undefined> =>
      new Set(lines.slice(1).map((line) => line.split('\t')[n]));
    expect(column(3)).toEqual(new Set(['PCR', 'IGG', 'IGM', 'IGA', 'ACT']));
    expect(column(4)).toEqual(new Set(['POSITIVO', 'NEGATIVO', 'INDETERMINADO']));
  });

  it('index every image in partitions.tsv under a header divided by spaces', async () => {
    const lines = (await text('derivatives/partitions.tsv')).split('\n').slice(0, -1);
    expect(lines[0]).toBe('subject session filepath');
    const images = demo.paths.filter((path) => /mod-rx\/.*(png|dcm|nii\.gz)$/.test(path));
    expect(
      lines
        .slice(1)
        .map((line) => line.split('\t')[2]!.slice(2))
        .toSorted(),
    ).toEqual(images);
  });

  it('join the files of one series in a cell of the scans table', async () => {
    const lines = (await text('sub-S03467/ses-E07204/sub-S03467_ses-E07204_scans.tsv')).split('\n');
    expect(lines[0]).toBe(
      "filename\tPatient's Sex (00100040)\tPatient's Age (00101010)\tSeries Description (0008103E)",
    );
    expect(lines[1]).toBe(
      'mod-rx/sub-S03467_ses-E07204_acq-1_run-1_bp-chest_vp-pa_dx.png,mod-rx/sub-S03467_ses-E07204_acq-2_run-1_bp-chest_vp-pa_dx.png\tM\t049Y\tW033 Tórax PA',
    );
  });

  it('draw the tree of terms with box characters, counting sessions', async () => {
    const lines = (await text('derivatives/labels/tree_term_CUI_counts_image_covid_posi.csv')).split('\n');
    expect(lines[0]).toMatch(/^radiological finding \[CUI:C0436485, counts:0, \d+\]\\\\$/);
    expect(lines.find((line) => line.includes('bullas'))).toBe('├── bullas [CUI:C0241982, counts:0, 0]\\\\');
    expect(
      lines.some(
        (line) => /^│ {3}├── peripheral/.test(line) || line.startsWith('├── peripheral [CUI:C0205100'),
      ),
    ).toBe(true);
  });
});

it('masks have the colours of their findings', () => {
  const vocabulary = bundledVocabulary();
  for (const [label, branch] of Object.entries(MASK_BRANCHES)) {
    expect(vocabulary.terms.has(label), label).toBe(true);
    expect(branchOf(vocabulary, label), label).toBe(branch);
  }
});
