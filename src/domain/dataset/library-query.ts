/** The facets of the library, by the names the URL uses. */
export const FACETS = ['modality', 'finding', 'location', 'test', 'mask'] as const;
export type FacetKey = (typeof FACETS)[number];

export const SORT_KEYS = ['subject', 'date', 'age', 'findings', 'images'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sort {
  readonly key: SortKey;
  readonly descending: boolean;
}

/**
 * What the library shows. Values inside a facet are alternatives, facets and the text narrow each other.
 * A finding or location stands for itself and everything below it in the label graph; a test value is
 * `kind:result` (`PCR:positive`); the one value of `mask` is `1`.
 */
export interface LibraryQuery {
  readonly text: string;
  readonly facets: Readonly<Record<FacetKey, readonly string[]>>;
  readonly sort: Sort;
}

export const EMPTY_QUERY: LibraryQuery = {
  text: '',
  facets: { modality: [], finding: [], location: [], test: [], mask: [] },
  sort: { key: 'subject', descending: false },
};

export const isFiltered = (query: LibraryQuery): boolean =>
  query.text.trim() !== '' || FACETS.some((key) => query.facets[key].length > 0);

/** The query with one facet value switched on or off. */
export function toggleFacet(query: LibraryQuery, key: FacetKey, value: string): LibraryQuery {
  const values = query.facets[key];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return { ...query, facets: { ...query.facets, [key]: next } };
}
