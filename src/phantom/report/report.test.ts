import { describe, expect, it } from 'vitest';
import { bundledVocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { cuiCell, normalised, normalisedReport, pythonList, reportLabels } from './report.ts';
import type { Sentence } from './sentence.ts';
import { SENTENCES } from './sentences.ts';

const sentence = (
  labels: readonly string[],
  locations: readonly string[] = [],
  text = 'Texto.',
): Sentence => ({
  text,
  labels,
  locations,
  shadows: [],
});

describe('normalised text', () => {
  it('is lower case letters and digits without accents', () => {
    expect(normalised('Neumonía por COVID-19, señal en «vidrio» (2 cm).')).toBe(
      'neumonia por covid 19 senal en vidrio 2 cm',
    );
  });

  it('closes each sentence with a point between spaces', () => {
    const report = [sentence([], [], 'Opacidad en base derecha.'), sentence([], [], 'Senos libres.')];
    expect(normalisedReport(report)).toBe('opacidad en base derecha . senos libres .');
  });
});

describe('labels of a report', () => {
  it('are the union of those of its sentences, second ones of a sentence with a leading space', () => {
    const { labels, bySentence } = reportLabels([
      sentence(['unchanged']),
      sentence(['COVID 19', 'pneumonia'], ['loc basal', 'loc right']),
      sentence(['unchanged']),
    ]);
    expect(labels).toEqual(['unchanged', 'COVID 19', ' pneumonia']);
    expect(bySentence).toEqual([
      'unchanged',
      'COVID 19',
      ' pneumonia',
      'loc basal',
      'loc right',
      'unchanged',
    ]);
  });

  it('drop exclude and normal only when something else remains', () => {
    expect(reportLabels([sentence(['exclude']), sentence(['normal'])]).labels).toEqual(['normal']);
    expect(reportLabels([sentence(['exclude'])]).labels).toEqual(['exclude']);
    expect(reportLabels([sentence(['exclude']), sentence(['normal']), sentence(['nodule'])]).labels).toEqual([
      'nodule',
    ]);
  });

  it('keep a normal that has a leading space', () => {
    expect(reportLabels([sentence(['aortic elongation', 'normal'])]).labels).toEqual([
      'aortic elongation',
      ' normal',
    ]);
  });
});

describe('CUI cells', () => {
  const vocabulary = bundledVocabulary();

  it('leave out labels without identifier and leave a hole for those outside the trees', () => {
    expect(cuiCell(vocabulary, ['pneumonia', ' COVID 19', 'unchanged'])).toBe('[C0032285,C5203670]');
    expect(cuiCell(vocabulary, ['bronchiectasis', 'hypoexpansion basal', 'COVID 19 uncertain'])).toBe(
      '[C0006267,,C5203671]',
    );
    expect(cuiCell(vocabulary, [])).toBe('[]');
  });
});

it('a Python list escapes line breaks, tabs and the quote it uses', () => {
  expect(pythonList(['Uno.\nDos.', 'a\tb'])).toBe("['Uno.\\nDos.', 'a\\tb']");
  expect(pythonList(["l'arc"])).toBe('["l\'arc"]');
  expect(pythonList([`l'arc "x"`])).toBe(`['l\\'arc "x"']`);
  expect(pythonList([])).toBe('[]');
});

describe('the sentences', () => {
  const vocabulary = bundledVocabulary();
  const all = Object.entries<Sentence>(SENTENCES);

  it.each(all)('%s carries only terms of the vocabulary', (_, { labels, locations }) => {
    for (const label of labels) {
      expect(vocabulary.terms.has(label), label).toBe(true);
      expect(label.startsWith('loc ')).toBe(false);
    }
    for (const location of locations) {
      expect(vocabulary.terms.get(location)?.kind, location).toBe('location');
    }
  });

  it.each(all)('%s is one clean Spanish sentence', (_, { text }) => {
    expect(text).toMatch(/^[A-ZÁÉÍÓÚÑ][A-Za-zÁÉÍÓÚÑáéíóúñü0-9, -]*\.$/u);
    expect(text).not.toMatch(/ {2}| ,|,,/);
  });

  it('masks are named by labels that their sentence carries', () => {
    const named = all.flatMap(([key, { labels, shadows }]) =>
      shadows.flatMap((shadow) => ('label' in shadow ? [{ key, labels, label: shadow.label }] : [])),
    );
    // A CT sentence shows what the film of the day shows, and may say it in other words.
    for (const { key, labels, label } of named.filter((one) => !one.key.startsWith('ct')))
      expect(labels, key).toContain(label);
  });
});
