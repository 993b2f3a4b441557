import { expect, it } from 'vitest';
import { NAMED_LABELS, termName } from './term-names.ts';
import { bundledVocabulary } from './vocabulary.ts';

it('has English and Spanish names for every term, and for nothing else', () => {
  expect(NAMED_LABELS.toSorted()).toEqual([...bundledVocabulary().terms.keys()].toSorted());
  const empty = NAMED_LABELS.filter((label) => {
    const name = termName(label);
    return !name || [name.en, name.es].some((one) => one.trim() === '' || one.startsWith('loc '));
  });
  expect(empty).toEqual([]);
});

it('tells terms of one kind apart in both languages', () => {
  const { terms } = bundledVocabulary();
  for (const language of ['en', 'es'] as const) {
    const names = NAMED_LABELS.map((label) => `${terms.get(label)?.kind} ${termName(label)?.[language]}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  }
});

it('is the label without its prefix where that is good English', () => {
  expect(termName('loc right upper lobe')).toEqual({ en: 'right upper lobe', es: 'lóbulo superior derecho' });
  expect(termName('dai')?.en).toBe('implantable defibrillator');
  expect(termName('toString')).toBeUndefined();
});
