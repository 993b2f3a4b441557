import { DATE_SOURCES, LABEL_STATES } from '../domain/dataset/dataset-index.ts';
import {
  FACETS,
  RANGES,
  type FacetKey,
  type LibraryQuery,
  type Range,
  type RangeKey,
} from '../domain/dataset/library-query.ts';
import { PROJECTION_SOURCES, REPORT_KINDS } from '../domain/dataset/session-summary.ts';
import { RULES } from '../domain/report/rules/rule-ids.ts';
import { ISSUE_SEVERITY, type IssueCode } from '../domain/issues.ts';
import { TEST_RESULTS } from '../domain/labs/lab-test.ts';
import { LOCATION_PREFIX } from '../domain/vocabulary/vocabulary.ts';
import type { Formats } from '../i18n/formats.ts';
import type { Messages } from '../i18n/messages/en.ts';

/** The text for a value of a fixed list; the value itself where it is none. */
const named = <Value extends string>(
  values: readonly Value[],
  texts: Readonly<Record<Value, string>>,
  value: string,
): string => {
  const known = values.find((one) => one === value);
  return known === undefined ? value : texts[known];
};

const isIssueCode = (code: string): code is IssueCode => Object.hasOwn(ISSUE_SEVERITY, code);

function testName(t: Messages, value: string): string {
  const [kind = '', filed = ''] = value.split(':');
  return `${kind} ${named(TEST_RESULTS, t.test, filed)}`;
}

/** A place without the prefix it is filed with. */
export const placeName = (label: string): string =>
  label.startsWith(LOCATION_PREFIX) ? label.slice(LOCATION_PREFIX.length) : label;

/** What a facet value is called on screen; labels stay as filed. */
export function facetValueName(t: Messages, key: FacetKey, value: string): string {
  switch (key) {
    case 'mask':
      return t.library.hasMask;
    case 'missing':
      return t.library.hasMissing;
    case 'location':
      return placeName(value);
    case 'test':
      return testName(t, value);
    case 'projected':
      return named(PROJECTION_SOURCES, t.library.projected, value);
    case 'dated':
      return named(DATE_SOURCES, t.library.dated, value);
    case 'labels':
      return named(LABEL_STATES, t.library.labelled, value);
    case 'report':
      return named(REPORT_KINDS, t.library.report, value);
    case 'sex':
      return named(['F', 'M', 'O', 'unknown'], t.library.sexes, value);
    case 'issue':
      return isIssueCode(value) ? t.issues[value].title : value;
    case 'contradiction':
      return named(RULES, t.contradictions.names, value);
    case 'modality':
    case 'projection':
    case 'finding':
      return value;
  }
}

/** Where the value alone would not say what it is of. */
const NEEDS_FACET: ReadonlySet<FacetKey> = new Set(['projected', 'dated', 'labels', 'report', 'sex']);

/** One end of a range, or any value of it, as it is read. */
export const rangeValue = (format: Formats, key: RangeKey, value: number): string =>
  key === 'date' ? format.date(value) : format.number(value);

function rangeName(t: Messages, format: Formats, key: RangeKey, { from, to }: Range): string {
  const name = t.library.facets[key];
  const [low, high] = [from, to].map((end) => (end === undefined ? '' : rangeValue(format, key, end)));
  if (from === undefined) return `${t.library.highest(name)} ${high}`;
  if (to === undefined) return `${t.library.lowest(name)} ${low}`;
  return `${name} ${from === to ? low : `${low} – ${high}`}`;
}

/** One filter that is on: what it says, and the query without it. */
export interface ActiveFilter {
  readonly id: string;
  readonly name: string;
  readonly without: LibraryQuery;
}

/** Every filter that is on but the text, each with the query that is left when it goes. */
export function activeFilters(t: Messages, format: Formats, query: LibraryQuery): readonly ActiveFilter[] {
  const facets = (['facets', 'not'] as const).flatMap((side) =>
    FACETS.flatMap((key) =>
      query[side][key].map((value): ActiveFilter => {
        const plain = facetValueName(t, key, value);
        const full = NEEDS_FACET.has(key) ? `${t.library.facets[key]}: ${plain}` : plain;
        const rest = query[side][key].filter((one) => one !== value);
        return {
          id: `${side}.${key}:${value}`,
          name: side === 'not' ? t.library.not(full) : full,
          without: { ...query, [side]: { ...query[side], [key]: rest } },
        };
      }),
    ),
  );
  const ranges = RANGES.flatMap((key): readonly ActiveFilter[] => {
    const range = query.ranges[key];
    const without = { ...query, ranges: { ...query.ranges, [key]: undefined } };
    return range ? [{ id: key, name: rangeName(t, format, key, range), without }] : [];
  });
  return [...facets, ...ranges];
}
