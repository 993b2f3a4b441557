import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf, listColumn } from './columns.ts';
import {
  inheritedOf,
  joinCells,
  previousSessions,
  resolveUnchanged,
  unchangedChain,
  type LabelledSessions,
} from './unchanged.ts';

interface Visit {
  readonly subject: number;
  /** yyyymmdd, 0 without. */
  readonly date: number;
  readonly findings: readonly string[];
  readonly places?: readonly string[];
}

const TERMS = [
  'unchanged',
  'normal',
  'exclude',
  'suboptimal study',
  'cardiomegaly',
  'nodule',
  'pacemaker',
  'loc cardiac',
  'loc right',
];
const numbers = (labels: readonly string[]): readonly number[] => labels.map((label) => TERMS.indexOf(label));

const tableOf = (visits: readonly Visit[]): LabelledSessions => ({
  count: visits.length,
  subject: Uint32Array.from(visits, ({ subject }) => subject),
  date: Uint32Array.from(visits, ({ date }) => date),
  findings: listColumn(visits.map(({ findings }) => numbers(findings))),
  locations: listColumn(visits.map(({ places = [] }) => numbers(places))),
});

/** What each session inherits, as `finding < row`. */
function inherited(visits: readonly Visit[], previous?: Int32Array): readonly (readonly string[])[] {
  const { findings } = resolveUnchanged(tableOf(visits), TERMS, previous);
  return visits.map((_, row) =>
    inheritedOf(findings, row)
      .map(({ term, from }) => `${TERMS[term]} < ${from}`)
      .toSorted(),
  );
}

const visit = (date: number, ...findings: readonly string[]): Visit => ({ subject: 0, date, findings });

describe('unchanged', () => {
  it('stands for the findings of the session before', () => {
    expect(inherited([visit(20200301, 'cardiomegaly', 'nodule'), visit(20200305, 'unchanged')])).toEqual([
      [],
      ['cardiomegaly < 0', 'nodule < 0'],
    ]);
  });

  it('leads on through sessions that say unchanged themselves, each finding from where it is written', () => {
    const visits = [
      visit(20200301, 'cardiomegaly'),
      visit(20200303, 'unchanged', 'nodule'),
      visit(20200305, 'unchanged'),
      visit(20200307, 'unchanged', 'cardiomegaly'),
    ];
    expect(inherited(visits)).toEqual([
      [],
      ['cardiomegaly < 0'],
      ['cardiomegaly < 0', 'nodule < 1'],
      // What a session names itself it does not inherit.
      ['nodule < 1'],
    ]);
    expect(unchangedChain(previousSessions(tableOf(visits), TERMS), 3)).toEqual([2, 1, 0]);
  });

  it('goes past sessions without labels and such that say nothing of findings', () => {
    const visits = [
      visit(20200301, 'nodule'),
      visit(20200302),
      visit(20200303, 'exclude'),
      visit(20200304, 'suboptimal study', 'exclude'),
      visit(20200305, 'unchanged'),
    ];
    expect(inherited(visits)[4]).toEqual(['nodule < 0']);
    expect(unchangedChain(previousSessions(tableOf(visits), TERMS), 4)).toEqual([0]);
  });

  it('stops at a session that says normal, and passes on neither normal nor technique', () => {
    const visits = [
      visit(20200301, 'nodule'),
      visit(20200302, 'normal'),
      visit(20200303, 'unchanged'),
      visit(20200304, 'unchanged', 'suboptimal study', 'pacemaker'),
      visit(20200305, 'unchanged'),
    ];
    expect(inherited(visits)).toEqual([[], [], [], [], ['pacemaker < 3']]);
  });

  it('is nothing without an earlier session, and nothing without a date', () => {
    expect(inherited([visit(20200301, 'unchanged'), visit(0, 'nodule'), visit(0, 'unchanged')])).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('refers to an earlier day: of sessions on one day none is known to come first', () => {
    const visits = [
      visit(20200301, 'nodule'),
      visit(20200305, 'cardiomegaly'),
      visit(20200305, 'unchanged'),
      visit(20200305, 'pacemaker'),
      visit(20200306, 'unchanged'),
    ];
    expect(inherited(visits)).toEqual([[], [], ['nodule < 0'], [], ['pacemaker < 3']]);
  });

  it('never crosses from one patient to another', () => {
    expect(
      inherited([visit(20200301, 'nodule'), { subject: 1, date: 20200302, findings: ['unchanged'] }]),
    ).toEqual([[], []]);
  });

  it('that leads back to itself ends there', () => {
    const visits = [
      visit(20200301, 'unchanged', 'nodule'),
      visit(20200302, 'unchanged'),
      visit(20200303, 'unchanged'),
    ];
    const cycle = Int32Array.of(1, 0, 1);
    expect(inherited(visits, cycle)).toEqual([[], ['nodule < 0'], ['nodule < 0']]);
    expect(unchangedChain(cycle, 0)).toEqual([1]);
    expect(unchangedChain(cycle, 2)).toEqual([1, 0]);
    expect(inherited(visits, Int32Array.of(0, 1, 2))).toEqual([[], [], []]);
  });

  it('brings the places too', () => {
    const { locations } = resolveUnchanged(
      tableOf([
        { subject: 0, date: 20200301, findings: ['nodule'], places: ['loc right'] },
        { subject: 0, date: 20200302, findings: ['unchanged'], places: ['loc cardiac'] },
      ]),
      TERMS,
    );
    expect(inheritedOf(locations, 1).map(({ term, from }) => [TERMS[term], from])).toEqual([
      ['loc right', 0],
    ]);
  });
});

/** Told again, one session at a time and without columns. */
function naive(visits: readonly Visit[], row: number): ReadonlySet<string> {
  const own = visits[row];
  if (!own || own.date === 0 || !own.findings.includes('unchanged')) return new Set();
  const speaks = (one: Visit): boolean =>
    one.findings.some((label) => label !== 'exclude' && label !== 'suboptimal study');
  let before = -1;
  visits.forEach((one, at) => {
    if (one.subject !== own.subject || one.date === 0 || one.date >= own.date || !speaks(one)) return;
    if (before < 0 || one.date >= (visits[before]?.date ?? 0)) before = at;
  });
  if (before < 0) return new Set();
  const all = new Set([...(visits[before]?.findings ?? []), ...naive(visits, before)]);
  for (const label of ['normal', 'exclude', 'suboptimal study', 'unchanged', ...own.findings])
    all.delete(label);
  return all;
}

describe('any patients', () => {
  const visits = fc
    .array(
      fc.record<Visit>({
        subject: fc.nat(2),
        date: fc.constantFrom(0, 20200301, 20200302, 20200303, 20200304, 20200305),
        findings: fc.uniqueArray(fc.constantFrom(...TERMS.slice(0, 7)), { maxLength: 4 }),
      }),
      { maxLength: 14 },
    )
    .map((list) =>
      list.toSorted((a, b) => a.subject - b.subject || (a.date || Infinity) - (b.date || Infinity)),
    );

  it('inherit what a plain recursion finds', () => {
    fc.assert(
      fc.property(visits, (list) => {
        const found = inherited(list).map((labels) => labels.map((one) => one.split(' <')[0]));
        expect(found).toEqual(list.map((_, row) => [...naive(list, row)].toSorted()));
      }),
    );
  });

  it('end, whatever refers to what', () => {
    fc.assert(
      fc.property(visits, fc.infiniteStream(fc.nat(20)), (list, picks) => {
        const previous = Int32Array.from(list, () => (Number(picks.next().value) % (list.length + 1)) - 1);
        for (let row = 0; row < list.length; row++) {
          const chain = unchangedChain(previous, row);
          expect(new Set(chain).size).toBe(chain.length);
        }
        expect(inherited(list, previous)).toHaveLength(list.length);
      }),
    );
  });

  it('have cells put together row by row', () => {
    const cells = fc.array(fc.array(fc.nat(9), { maxLength: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const joined = joinCells(listColumn(a), listColumn(b));
        expect(a.map((_, row) => [...cellOf(joined, row)])).toEqual(
          a.map((cell, row) => [...cell, ...(b[row] ?? [])]),
        );
      }),
    );
  });
});
