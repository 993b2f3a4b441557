import { expect, test } from 'vitest';
import { createTourMemory } from './tour.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('a reload in the same tab comes back to the step, another tab has no tour', () => {
  const [browser, tab] = [memory(), memory()];
  const before = createTourMemory(browser, tab);
  before.start();
  before.go('masks');
  expect(createTourMemory(browser, tab).state.getState()).toEqual({ step: 'masks', answered: true });
  expect(createTourMemory(browser, memory()).state.getState()).toEqual({ step: undefined, answered: true });
});

test('the offer is answered by starting and by declining, and stays answered when the tour ends', () => {
  for (const answer of ['start', 'decline'] as const) {
    const browser = memory();
    const tour = createTourMemory(browser, memory());
    expect(tour.state.getState().answered).toBe(false);
    tour[answer]();
    tour.end();
    expect(createTourMemory(browser, memory()).state.getState()).toEqual({ step: undefined, answered: true });
  }
});

test('forgetting ends the tour and offers it again', () => {
  const [browser, tab] = [memory(), memory()];
  const tour = createTourMemory(browser, tab);
  tour.start();
  tour.forget();
  expect(tour.state.getState()).toEqual({ step: undefined, answered: false });
  expect(createTourMemory(browser, tab).state.getState()).toEqual({ step: undefined, answered: false });
});
