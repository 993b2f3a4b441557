/** The facets of the library, by the names the URL uses. */
export const FACETS = [
  'modality',
  'projection',
  'projected',
  'finding',
  'location',
  'test',
  'sex',
  'dated',
  'mask',
  'labels',
  'report',
  'issue',
  'missing',
  'contradiction',
] as const;
export type FacetKey = (typeof FACETS)[number];

/** The facets whose values \`unchanged\` adds to. */
export const RESOLVED = ['finding', 'location'] as const satisfies readonly FacetKey[];
export type ResolvedKey = (typeof RESOLVED)[number];

/** How \`unchanged\` is read: as a label like others, or as the findings that it stands for. */
export const UNCHANGED_READINGS = ['written', 'resolved'] as const;
export type UnchangedReading = (typeof UNCHANGED_READINGS)[number];

/** What a finding or a place counts under: itself and all that is above it in the label graph, or itself alone. */
export const TERM_SCOPES = ['branch', 'own'] as const;
export type TermScope = (typeof TERM_SCOPES)[number];

/** What is narrowed by a lowest and a highest value: years of age, and dates as yyyymmdd. */
export const RANGES = ['age', 'date'] as const;
export type RangeKey = (typeof RANGES)[number];

/** Both ends belong to it; an end that is absent is open. */
export interface Range {
  readonly from?: number;
  readonly to?: number;
}

export const SORT_KEYS = [
  'subject',
  'session',
  'date',
  'age',
  'sex',
  'modality',
  'projection',
  'images',
  'findings',
  'locations',
  'tests',
  'report',
  'masks',
  'issues',
  'missing',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sort {
  readonly key: SortKey;
  readonly descending: boolean;
}

export const VIEWS = ['table', 'gallery'] as const;
export type LibraryView = (typeof VIEWS)[number];

export const GROUPINGS = ['session', 'patient'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export type FacetValues = Readonly<Record<FacetKey, readonly string[]>>;

/**
 * What the library shows. Chosen values inside a facet are alternatives; facets, ranges and the text narrow each
 * other; a session with an excluded value is left out. A finding or location stands for itself and everything
 * below it in the label graph, unless terms are asked for by themselves; a projection stands for the narrower ones; when `unchanged` is resolved sessions have the labels they
 * inherit too; a test value is `kind:result` (`PCR:positive`); the one value of `mask` and of
 * `missing` is `1`.
 */
export interface LibraryQuery {
  readonly text: string;
  readonly facets: FacetValues;
  readonly not: FacetValues;
  readonly ranges: Readonly<Record<RangeKey, Range | undefined>>;
  readonly unchanged: UnchangedReading;
  readonly terms: TermScope;
  readonly sort: Sort;
  readonly group: Grouping;
  readonly view: LibraryView;
}

/** The same for every facet. */
export const eachFacet = <Value>(make: (key: FacetKey) => Value): Readonly<Record<FacetKey, Value>> =>
  Object.fromEntries(FACETS.map((key) => [key, make(key)])) as Record<FacetKey, Value>;

/** The same for every range. */
export const eachRange = <Value>(make: (key: RangeKey) => Value): Readonly<Record<RangeKey, Value>> =>
  Object.fromEntries(RANGES.map((key) => [key, make(key)])) as Record<RangeKey, Value>;

export const EMPTY_QUERY: LibraryQuery = {
  text: '',
  facets: eachFacet(() => []),
  not: eachFacet(() => []),
  ranges: eachRange(() => undefined),
  unchanged: 'written',
  terms: 'branch',
  sort: { key: 'subject', descending: false },
  group: 'session',
  view: 'table',
};

/** The query without any filter; how it is read and shown stays. */
export const withoutFilters = ({ unchanged, terms, sort, group, view }: LibraryQuery): LibraryQuery => ({
  ...EMPTY_QUERY,
  unchanged,
  terms,
  sort,
  group,
  view,
});

/** How many filters are on, the text among them. */
export const filterCount = ({ text, facets, not, ranges }: LibraryQuery): number =>
  Number(text.trim() !== '') +
  FACETS.reduce((sum, key) => sum + facets[key].length + not[key].length, 0) +
  RANGES.filter((key) => ranges[key] !== undefined).length;

export const isFiltered = (query: LibraryQuery): boolean => filterCount(query) > 0;

/** What a query makes of a facet value. */
export type Choice = 'off' | 'on' | 'not';

export function choiceOf({ facets, not }: LibraryQuery, key: FacetKey, value: string): Choice {
  if (not[key].includes(value)) return 'not';
  return facets[key].includes(value) ? 'on' : 'off';
}

/** The query with one facet value chosen, excluded or neither. */
export function chooseFacet(query: LibraryQuery, key: FacetKey, value: string, choice: Choice): LibraryQuery {
  const set = (values: FacetValues, isIn: boolean): FacetValues =>
    values[key].includes(value) === isIn
      ? values
      : { ...values, [key]: isIn ? [...values[key], value] : values[key].filter((one) => one !== value) };
  return { ...query, facets: set(query.facets, choice === 'on'), not: set(query.not, choice === 'not') };
}
