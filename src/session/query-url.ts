import {
  EMPTY_QUERY,
  FACETS,
  SORT_KEYS,
  type FacetKey,
  type LibraryQuery,
  type Sort,
} from '../domain/dataset/library-query.ts';
import { TEST_KINDS, TEST_RESULTS } from '../domain/labs/lab-test.ts';

export interface ReadQuery {
  readonly query: LibraryQuery;
  /** What the address held that is not understood, as written. */
  readonly invalid: readonly string[];
}

const isTest = (value: string): boolean =>
  TEST_KINDS.some((kind) => TEST_RESULTS.some((result) => value === `${kind}:${result}`));

const VALID: Readonly<Record<FacetKey, (value: string) => boolean>> = {
  modality: (value) => value !== '',
  finding: (value) => value !== '',
  location: (value) => value !== '',
  test: isTest,
  mask: (value) => value === '1',
};

function readSort(text: string | null): Sort | undefined {
  if (text === null) return EMPTY_QUERY.sort;
  const descending = text.startsWith('-');
  const key = SORT_KEYS.find((one) => one === text.replace(/^-/, ''));
  return key === undefined ? undefined : { key, descending };
}

/** The library's query from the address; what is not understood is left out and named. */
export function readQuery(params: URLSearchParams): ReadQuery {
  const invalid: string[] = [];
  const values = (key: FacetKey): readonly string[] => {
    const all = [...new Set(params.getAll(key))];
    invalid.push(...all.filter((value) => !VALID[key](value)).map((value) => `${key}=${value}`));
    return all.filter(VALID[key]);
  };
  const facets = Object.fromEntries(FACETS.map((key) => [key, values(key)])) as Record<
    FacetKey,
    readonly string[]
  >;
  const sort = readSort(params.get('sort'));
  if (!sort) invalid.push(`sort=${params.get('sort')}`);
  return { query: { text: params.get('q') ?? '', facets, sort: sort ?? EMPTY_QUERY.sort }, invalid };
}

/** The address of a query; only what differs from the empty query is written. */
export function writeQuery({ text, facets, sort }: LibraryQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (text !== '') params.set('q', text);
  for (const key of FACETS) for (const value of facets[key]) params.append(key, value);
  if (sort.key !== EMPTY_QUERY.sort.key || sort.descending !== EMPTY_QUERY.sort.descending)
    params.set('sort', `${sort.descending ? '-' : ''}${sort.key}`);
  return params;
}

/** Address of a case, with the library's query so that neighbours and the way back are known. */
export function caseAddress(subject: string, session: string, query?: LibraryQuery): string {
  const search = query ? writeQuery(query).toString() : '';
  return `/case/${encodeURIComponent(subject)}/${encodeURIComponent(session)}${search === '' ? '' : `?${search}`}`;
}
