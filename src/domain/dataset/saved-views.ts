import { RELEASES, type Release } from './dataset-index.ts';
import { foldText } from './text.ts';

/** A view of the library that was given a name. Its name is its own among those of one kind of dataset. */
export interface SavedView {
  readonly name: string;
  /** The kind of dataset that it was made of: other kinds have other labels, and other reasons. */
  readonly kind: Release;
  /** The query of the library's address, without a question mark. */
  readonly search: string;
}

/** Characters of a name. */
export const LONGEST_NAME = 60;

export const viewsOf = (views: readonly SavedView[], kind: Release): readonly SavedView[] =>
  views.filter((view) => view.kind === kind);

/** The view of a kind that has a name already, whatever its capitals and accents. */
export const viewNamed = (views: readonly SavedView[], kind: Release, name: string): SavedView | undefined =>
  viewsOf(views, kind).find((view) => foldText(view.name) === foldText(name.trim()));

/** Puts a view in the place of the one that has its name, else at the end. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  const own = { ...view, name: view.name.trim().slice(0, LONGEST_NAME) };
  const known = viewNamed(views, own.kind, own.name);
  return known ? views.map((one) => (one === known ? own : one)) : [...views, own];
}

/** Gives a view another name; a view that had that name gives way. */
export function withNewName(
  views: readonly SavedView[],
  view: SavedView,
  name: string,
): readonly SavedView[] {
  const other = viewNamed(views, view.kind, name);
  return views
    .filter((one) => one === view || one !== other)
    .map((one) => (one === view ? { ...view, name: name.trim().slice(0, LONGEST_NAME) } : one));
}

/** The views among what was kept, whoever wrote it. */
export function readViews(saved: unknown): readonly SavedView[] {
  const known: readonly unknown[] = Array.isArray(saved) ? saved : [];
  return known.reduce<readonly SavedView[]>((views, one) => {
    if (typeof one !== 'object' || one === null) return views;
    const { name, kind, search } = one as Readonly<Record<string, unknown>>;
    const release = RELEASES.find((each) => each === kind);
    if (typeof name !== 'string' || name.trim() === '' || typeof search !== 'string' || !release)
      return views;
    return withView(views, { name, kind: release, search });
  }, []);
}
