import { expect, test } from 'vitest';
import { en } from '../../i18n/messages/en.ts';
import { es } from '../../i18n/messages/es.ts';
import { pageOf, placeInTour } from './step-machine.ts';
import { TOUR_STEPS, type TourCases } from './steps.ts';

const CASES: TourCases = {
  rich: { subject: 'sub-1', session: 'ses-2' },
  ct: { subject: 'sub-3', session: 'ses-4' },
  word: 'vidrio',
};

test('the tour goes from the filters to the promise, one step after the other and back', () => {
  const first = placeInTour('filters');
  expect([first.number, first.count, first.before, first.after?.id]).toEqual([1, 10, undefined, 'search']);
  const middle = placeInTour('labels');
  expect([middle.number, middle.before?.id, middle.after?.id]).toEqual([5, 'truth', 'report']);
  const last = placeInTour('privacy');
  expect([last.number, last.before?.id, last.after]).toEqual([10, 'health', undefined]);
});

test('a name that no step has is the first step', () => {
  expect(placeInTour('beginning').step.id).toBe('filters');
  expect(placeInTour('').number).toBe(1);
});

test('every step names its page, and the search its word', () => {
  expect(TOUR_STEPS.map(({ id, address }) => [id, address(CASES)])).toEqual([
    ['filters', '/library'],
    ['search', '/library?q=vidrio&view=gallery'],
    ['open', '/library'],
    ['truth', '/case/sub-1/ses-2'],
    ['labels', '/case/sub-1/ses-2'],
    ['report', '/case/sub-1/ses-2'],
    ['next', '/case/sub-1/ses-2'],
    ['ct', '/case/sub-3/ses-4'],
    ['health', '/health'],
    ['privacy', '/health'],
  ]);
});

test('all cases are one page, whatever the library is asked for', () => {
  expect(pageOf('/case/sub-1/ses-2')).toBe(pageOf('/case/sub-3/ses-4?q=a'));
  expect(pageOf('/library?q=vidrio')).toBe('/library');
  expect(pageOf('/')).toBe('/');
});

const wordsOf = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

test.each([
  ['English', en],
  ['Spanish', es],
])('a step is two sentences of at most 35 words in %s, and the whole takes about two minutes', (_, t) => {
  const texts = TOUR_STEPS.map(({ id }) => t.tour.steps[id].text);
  for (const text of texts) {
    expect(wordsOf(text), text).toBeLessThanOrEqual(35);
    expect(text.match(/[.](\s|$)/g), text).toHaveLength(2);
  }
  // 200 words a minute, and a moment to look at each step.
  const seconds = (texts.reduce((sum, text) => sum + wordsOf(text), 0) / 200) * 60 + texts.length * 3;
  expect(seconds).toBeGreaterThan(90);
  expect(seconds).toBeLessThan(135);
});
