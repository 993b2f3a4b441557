import { daysBetween } from '../labs/day-distance.ts';
import { cellLength, cellOf, type FacetColumn } from './columns.ts';
import type { DatasetIndex } from './dataset-index.ts';
import type { Sort, SortKey } from './library-query.ts';
import { REPORT_KINDS, missingImages, reportKind } from './session-summary.ts';

/** All sessions of an index in an order. */
export type Order = (sort: Sort) => Uint32Array;

/** Days to the nearest test of the patient; NaN without dates. */
function testDistance({ sessions, subjects, tests }: DatasetIndex, row: number): number {
  let nearest = Infinity;
  for (const test of cellOf(subjects.tests, sessions.subject[row] ?? 0)) {
    const days = daysBetween(sessions.date[row] ?? 0, tests.date[test] ?? 0);
    if (days !== undefined) nearest = Math.min(nearest, Math.abs(days));
  }
  return Number.isFinite(nearest) ? nearest : Number.NaN;
}

/** Place of each text in their order, numbers inside them by value; NaN for an empty one. */
function ranks(texts: readonly string[]): Float64Array {
  const padded = texts.map((text) => text.replace(/\d+/g, (digits) => digits.padStart(12, '0')));
  const places = new Map([...new Set(padded)].toSorted().map((text, at) => [text, at]));
  return Float64Array.from(padded, (text) => (text === '' ? Number.NaN : (places.get(text) ?? 0)));
}

/** The first value of a facet in each session, by name. */
function firstValue({ values, cells }: FacetColumn): (row: number) => number {
  const rank = ranks(values);
  return (row) => rank[cellOf(cells, row)[0] ?? -1] ?? Number.NaN;
}

/** A number per session row to sort by, not below 0; NaN where there is no value, which sorts last either way. */
function sortValue(index: DatasetIndex, key: SortKey): (row: number) => number {
  const { sessions, subjects } = index;
  const { facets } = index.filters;
  switch (key) {
    case 'subject':
      return (row) => sessions.subject[row] ?? 0;
    case 'session': {
      const rank = ranks(sessions.ids);
      return (row) => rank[row] ?? 0;
    }
    case 'date':
      return (row) => sessions.date[row] || Number.NaN;
    case 'age':
      return (row) => cellOf(subjects.ages, sessions.subject[row] ?? 0)[0] ?? Number.NaN;
    case 'sex':
    case 'modality':
    case 'projection':
      return firstValue(facets[key]);
    case 'images':
      return (row) => cellLength(sessions.images, row);
    case 'findings':
    case 'locations':
    case 'masks':
      return (row) => cellLength(sessions[key], row);
    case 'tests':
      return (row) => testDistance(index, row);
    case 'report':
      return (row) => REPORT_KINDS.indexOf(reportKind(index, row));
    case 'issues':
      return (row) => cellLength(facets.issue.cells, row);
    case 'missing':
      return (row) => missingImages(index, row).length;
  }
}

/** Rows by subject, newest first, undated ones last, later ids first: the order of what is otherwise equal. */
function plainOrder({ sessions, subjects }: DatasetIndex): Uint32Array {
  const order = new Uint32Array(sessions.count);
  let at = 0;
  for (let subject = 0; subject < subjects.count; subject++) {
    const rows = cellOf(subjects.sessions, subject);
    order.set(
      rows.length < 2
        ? rows
        : rows.toSorted((a, b) => (sessions.date[b] ?? 0) - (sessions.date[a] ?? 0) || b - a),
      at,
    );
    at += rows.length;
  }
  return order;
}

/**
 * All session rows in the order asked for. Value and place in the plain order become one number, so that numbers
 * alone are sorted: four times faster than with a function that compares.
 */
function orderRows(index: DatasetIndex, plain: Uint32Array, { key, descending }: Sort): Uint32Array {
  if (key === 'subject' && !descending) return plain;
  const { count } = index.sessions;
  const read = sortValue(index, key);
  const values = Float64Array.from(plain, (row) => read(row));
  const most = values.reduce((max, value) => (value > max ? value : max), 0);
  const joint = values.map((value, place) => {
    const shown = Number.isNaN(value) ? most + 1 : descending ? most - value : value;
    return Math.round(shown) * count + place;
  });
  return Uint32Array.from(joint.toSorted(), (one) => plain[one % count] ?? 0);
}

/** Orders of all sessions of one index; each is made when it is first asked for. */
export function createOrder(index: DatasetIndex): Order {
  const plain = plainOrder(index);
  const made = new Map<string, Uint32Array>();
  return (sort) => {
    const name = `${sort.descending ? '-' : ''}${sort.key}`;
    const order = made.get(name) ?? orderRows(index, plain, sort);
    made.set(name, order);
    return order;
  };
}

/** The rows with all sessions of a patient together, patients in the order of their first row. */
export function togetherByPatient({ sessions, subjects }: DatasetIndex, rows: Uint32Array): Uint32Array {
  const counts = new Uint32Array(subjects.count);
  const order: number[] = [];
  for (const row of rows) {
    const subject = sessions.subject[row] ?? 0;
    if (counts[subject] === 0) order.push(subject);
    counts[subject] = (counts[subject] ?? 0) + 1;
  }
  const next = new Uint32Array(subjects.count);
  let at = 0;
  for (const subject of order) {
    next[subject] = at;
    at += counts[subject] ?? 0;
  }
  const grouped = new Uint32Array(rows.length);
  for (const row of rows) {
    const subject = sessions.subject[row] ?? 0;
    const place = next[subject] ?? 0;
    grouped[place] = row;
    next[subject] = place + 1;
  }
  return grouped;
}
