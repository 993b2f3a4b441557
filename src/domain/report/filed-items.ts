import type { ListCell } from '../dataset/rows.ts';
import type { FiledItem, ItemHint } from './bind-items.ts';

/** The items of a list by sentence, each with what the cell tells of where it belongs. */
export function filedItems({ items, groups, spaced }: ListCell): readonly FiledItem[] {
  if (groups)
    return groups.flatMap((group) =>
      group.map((label, at): FiledItem => ({ label, hint: at === 0 ? 'start' : 'same' })),
    );
  return items.map((label, at): FiledItem => ({ label, hint: hintOf(spaced?.[at]) }));
}

const hintOf = (isSpaced: boolean | undefined): ItemHint =>
  isSpaced === undefined ? 'none' : isSpaced ? 'spaced' : 'unspaced';
