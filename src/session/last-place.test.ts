import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { storageOrMemory } from '../storage/web-storage.ts';
import { INITIAL_STATE, type DatasetState } from './dataset-state.ts';
import { forgetPlace, keepPlace } from './last-place.ts';

const memory = () =>
  storageOrMemory(() => {
    throw new Error('none');
  });
const opened = (tab: ReturnType<typeof memory>, dataset: string) => {
  const state = createStore<DatasetState>(() => INITIAL_STATE);
  keepPlace(tab, dataset, state);
  return state;
};
const PLACE = { subject: 'sub-1', session: 'ses-2' };

test('a place is found again by the dataset it is of, and by no other', () => {
  const tab = memory();
  const first = opened(tab, 'folder:a');
  expect(first.getState().place).toBe(undefined);
  first.setState({ place: PLACE });
  expect(opened(tab, 'folder:b').getState().place).toBe(undefined);
  expect(opened(tab, 'folder:a').getState().place).toEqual(PLACE);
  forgetPlace(tab);
  expect(opened(tab, 'folder:a').getState().place).toBe(undefined);
});
