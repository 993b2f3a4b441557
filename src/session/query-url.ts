import { DATE_SOURCES, LABEL_STATES } from '../domain/dataset/dataset-index.ts';
import {
  EMPTY_QUERY,
  eachFacet,
  eachRange,
  FACETS,
  GROUPINGS,
  RANGES,
  SORT_KEYS,
  TERM_SCOPES,
  UNCHANGED_READINGS,
  VIEWS,
  type FacetKey,
  type LibraryQuery,
  type Range,
  type RangeKey,
  type Sort,
} from '../domain/dataset/library-query.ts';
import { PROJECTION_SOURCES, REPORT_KINDS } from '../domain/dataset/session-summary.ts';
import { RULES } from '../domain/report/rules/rule-ids.ts';
import { ISSUE_SEVERITY } from '../domain/issues.ts';
import { dateOfDay, dayNumber } from '../domain/labs/day-distance.ts';
import { TEST_KINDS, TEST_RESULTS } from '../domain/labs/lab-test.ts';

export interface ReadQuery {
  readonly query: LibraryQuery;
  /** What the address held that is not understood, as written. */
  readonly invalid: readonly string[];
}

const isTest = (value: string): boolean =>
  TEST_KINDS.some((kind) => TEST_RESULTS.some((result) => value === `${kind}:${result}`));

const isText = (value: string): boolean => value !== '';
const isOneOf =
  (values: readonly string[]) =>
  (value: string): boolean =>
    values.includes(value);
const isFlag = isOneOf(['1']);

const VALID: Readonly<Record<FacetKey, (value: string) => boolean>> = {
  modality: isText,
  projection: isText,
  projected: isOneOf(PROJECTION_SOURCES),
  finding: isText,
  location: isText,
  test: isTest,
  sex: isOneOf(['F', 'M', 'O', 'unknown']),
  dated: isOneOf(DATE_SOURCES),
  mask: isFlag,
  labels: isOneOf(LABEL_STATES),
  report: isOneOf(REPORT_KINDS),
  issue: isOneOf(Object.keys(ISSUE_SEVERITY)),
  missing: isFlag,
  contradiction: isOneOf(RULES),
};

const NUMBERS: Readonly<Record<RangeKey, RegExp>> = { age: /^\d{1,3}$/, date: /^\d{8}$/ };

/** Whether a number can be an end of a range: any age, and dates that the calendar has. */
const isEnd = (key: RangeKey, text: string): boolean =>
  NUMBERS[key].test(text) && (key === 'age' || dateOfDay(dayNumber(Number(text))) === Number(text));

/** `60..80`, `60..`, `..80` or `60`; undefined when it is none of these or runs backwards. */
function readRange(key: RangeKey, text: string): Range | undefined {
  const [from = '', to = from, ...rest] = text.split('..');
  if (rest.length > 0 || (from === '' && to === '')) return undefined;
  if (![from, to].every((end) => end === '' || isEnd(key, end))) return undefined;
  if (from !== '' && to !== '' && Number(from) > Number(to)) return undefined;
  return { ...(from !== '' && { from: Number(from) }), ...(to !== '' && { to: Number(to) }) };
}

const writeRange = ({ from, to }: Range): string => `${from ?? ''}..${to ?? ''}`;

function readSort(text: string): Sort | undefined {
  const key = SORT_KEYS.find((one) => one === text.replace(/^-/, ''));
  return key === undefined ? undefined : { key, descending: text.startsWith('-') };
}

/** The library's query from the address; what is not understood is left out and named. */
export function readQuery(params: URLSearchParams): ReadQuery {
  const invalid: string[] = [];
  const values = (key: FacetKey, prefix: string): readonly string[] => {
    const all = [...new Set(params.getAll(prefix + key))];
    invalid.push(...all.filter((value) => !VALID[key](value)).map((value) => `${prefix}${key}=${value}`));
    return all.filter(VALID[key]);
  };
  const single = <Value>(key: string, parse: (text: string) => Value | undefined): Value | undefined => {
    const text = params.get(key);
    const value = text === null ? undefined : parse(text);
    if (text !== null && value === undefined) invalid.push(`${key}=${text}`);
    return value;
  };
  const query: LibraryQuery = {
    text: params.get('q') ?? '',
    facets: eachFacet((key) => values(key, '')),
    not: eachFacet((key) => values(key, 'not.')),
    ranges: eachRange((key) => single(key, (text) => readRange(key, text))),
    unchanged:
      single('unchanged', (text) => UNCHANGED_READINGS.find((one) => one === text)) ?? EMPTY_QUERY.unchanged,
    terms: single('terms', (text) => TERM_SCOPES.find((one) => one === text)) ?? EMPTY_QUERY.terms,
    sort: single('sort', readSort) ?? EMPTY_QUERY.sort,
    group: single('group', (text) => GROUPINGS.find((one) => one === text)) ?? EMPTY_QUERY.group,
    view: single('view', (text) => VIEWS.find((one) => one === text)) ?? EMPTY_QUERY.view,
  };
  return { query, invalid };
}

/** The address of a query; only what differs from the empty query is written. */
export function writeQuery(query: LibraryQuery): URLSearchParams {
  const { text, facets, not, ranges, unchanged, terms, sort, group, view } = query;
  const params = new URLSearchParams();
  if (text !== '') params.set('q', text);
  for (const key of FACETS) for (const value of facets[key]) params.append(key, value);
  for (const key of FACETS) for (const value of not[key]) params.append(`not.${key}`, value);
  for (const key of RANGES) if (ranges[key]) params.set(key, writeRange(ranges[key]));
  if (unchanged !== EMPTY_QUERY.unchanged) params.set('unchanged', unchanged);
  if (terms !== EMPTY_QUERY.terms) params.set('terms', terms);
  if (sort.key !== EMPTY_QUERY.sort.key || sort.descending !== EMPTY_QUERY.sort.descending)
    params.set('sort', `${sort.descending ? '-' : ''}${sort.key}`);
  if (group !== EMPTY_QUERY.group) params.set('group', group);
  if (view !== EMPTY_QUERY.view) params.set('view', view);
  return params;
}

/** Address of a case, with the library's query so that neighbours and the way back are known. */
export function caseAddress(subject: string, session: string, query?: LibraryQuery): string {
  const search = query ? writeQuery(query).toString() : '';
  return `/case/${encodeURIComponent(subject)}/${encodeURIComponent(session)}${search === '' ? '' : `?${search}`}`;
}
