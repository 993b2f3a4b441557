import type { StoreApi } from 'zustand/vanilla';
import { keepItem, type SmallStorage } from '../storage/web-storage.ts';
import type { CaseIds, DatasetState } from './dataset-state.ts';

/** In this tab: the session of the open dataset that was in front. */
const PLACE_KEY = 'midscope:place';

function readPlace(tab: SmallStorage, dataset: string): CaseIds | undefined {
  const [name, subject = '', session = ''] = (tab.getItem(PLACE_KEY) ?? '').split('\n');
  return name === dataset && session !== '' ? { subject, session } : undefined;
}

/**
 * Keeps in this tab which session of a dataset was in front, and puts it there again: a reload comes back to it.
 * @param dataset under which the browser keeps things of the dataset.
 */
export function keepPlace(tab: SmallStorage, dataset: string, state: StoreApi<DatasetState>): void {
  state.setState({ place: readPlace(tab, dataset) });
  state.subscribe(({ place }, before) => {
    if (place !== undefined && place !== before.place)
      keepItem(tab, PLACE_KEY, [dataset, place.subject, place.session].join('\n'));
  });
}

export const forgetPlace = (tab: SmallStorage): void => void keepItem(tab, PLACE_KEY, undefined);
