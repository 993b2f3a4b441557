import { describe, expect, it } from 'vitest';
import {
  LONGEST_NAME,
  readViews,
  viewNamed,
  viewsOf,
  withNewName,
  withView,
  type SavedView,
} from './saved-views.ts';

const view = (name: string, search = 'q=a', kind: SavedView['kind'] = 'synthetic'): SavedView => ({
  name,
  kind,
  search,
});
const names = (views: readonly SavedView[]): readonly string[] => views.map(({ name }) => name);

describe('saved views', () => {
  it('are added at the end, and take the place of one with their name, whatever its letters', () => {
    const one = withView(withView([], view('Consolidación')), view('Masks'));
    expect(names(one)).toEqual(['Consolidación', 'Masks']);
    const two = withView(one, view(' consolidacion ', 'q=b'));
    expect(two).toEqual([view('consolidacion', 'q=b'), view('Masks')]);
  });

  it('of one kind of dataset know nothing of another', () => {
    const all = withView([view('A')], view('a', 'q=b', 'bimcv-1'));
    expect(all).toHaveLength(2);
    expect(viewsOf(all, 'bimcv-1')).toEqual([view('a', 'q=b', 'bimcv-1')]);
    expect(viewNamed(all, 'mids', 'a')).toBeUndefined();
  });

  it('are renamed in their place; the name of another takes that one away', () => {
    const all = [view('A'), view('B'), view('C')] as const;
    expect(names(withNewName(all, all[1], ' D '))).toEqual(['A', 'D', 'C']);
    expect(names(withNewName(all, all[1], 'b'))).toEqual(['A', 'b', 'C']);
    expect(names(withNewName(all, all[1], 'c'))).toEqual(['A', 'c']);
    expect(names(withView([], view('x'.repeat(200))))[0]).toHaveLength(LONGEST_NAME);
  });

  it('that make no sense are not read', () => {
    expect(
      readViews([
        view('A'),
        7,
        null,
        { name: '', kind: 'mids', search: '' },
        { name: 'B', kind: 'no such', search: '' },
        { name: 'C', kind: 'mids' },
        view('a', 'q=z'),
      ]),
    ).toEqual([view('a', 'q=z')]);
    expect(readViews('A')).toEqual([]);
  });
});
