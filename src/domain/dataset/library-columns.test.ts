import { describe, expect, it } from 'vitest';
import { COLUMNS, DENSITIES, fitColumns, type WantedColumns } from './library-columns.ts';

const sum = (widths: ReadonlyMap<string, number>): number =>
  [...widths.values()].reduce((all, width) => all + width, 32 + 12 * (widths.size - 1));
const fit = (wanted: Partial<WantedColumns> = {}) =>
  fitColumns({ chosen: undefined, set: {}, available: 832, density: 'comfortable', ...wanted });

describe('columns that nobody chose', () => {
  it('fill any width, and keep who it is about', () => {
    for (const density of DENSITIES)
      for (const available of [300, 360, 480, 700, 832, 1004, 1400, 2000, 3000]) {
        const { shown, widths, total } = fit({ available, density });
        expect(shown[0]).toBe('subject');
        expect(sum(widths)).toBeCloseTo(available, 6);
        expect(total).toBe(available);
      }
    expect(fit({ available: 0 }).shown).toEqual(['subject']);
  });

  it('give way from the least to the most important', () => {
    const ordinary = ['subject', 'date', 'images', 'findings', 'tests'];
    expect(fit().shown).toEqual(ordinary);
    expect(fit({ density: 'compact' }).shown).toEqual(ordinary);
    expect(fit({ available: 480 }).shown).toEqual(['subject', 'date', 'findings']);
    expect(fit({ available: 360 }).shown).toEqual(['subject', 'findings']);
    expect(fit({ available: 2400 }).shown).toHaveLength(10);
  });

  it('are not driven out by a width that was set by hand', () => {
    const { shown, widths, total } = fit({ set: { date: 400 } });
    expect(shown).toEqual(fit().shown);
    expect(widths.get('date')).toBe(400);
    expect(total).toBeCloseTo(sum(widths), 6);
    expect(total).toBeGreaterThan(832);
  });

  it('share what is left among findings, locations and tests, each up to what it can use', () => {
    const { widths } = fit({ available: 1740 });
    expect(widths.get('tests')).toBeGreaterThan(180);
    expect(widths.get('locations')).toBeGreaterThan(240);
    const wide = fit({ available: 4000 }).widths;
    expect(wide.get('tests')).toBe(270);
    expect(wide.get('locations')).toBe(440);
    expect(wide.get('findings')).toBeGreaterThan(1000);
  });
});

describe('chosen columns', () => {
  it('are all there, wider than the table where they must be', () => {
    const { shown, widths, total } = fit({ chosen: COLUMNS });
    expect(shown).toEqual(COLUMNS);
    expect(total).toBeGreaterThan(832);
    expect(total).toBeCloseTo(sum(widths), 6);
  });

  it('keep their order and the first one, whatever was chosen', () => {
    expect(fit({ chosen: ['missing', 'age'] }).shown).toEqual(['subject', 'age', 'missing']);
    expect(fit({ chosen: [] }).shown).toEqual(['subject']);
  });

  it('leave a width that was set as it is, and fill the table', () => {
    const { widths } = fit({
      chosen: ['date', 'findings'],
      set: { date: 200, findings: 300 },
      available: 1200,
    });
    expect(widths.get('date')).toBe(200);
    expect(widths.get('findings')).toBe(300);
    expect(sum(widths)).toBeCloseTo(1200, 6);
  });
});
