import { describe, expect, it } from 'vitest';
import { COLUMNS, FIRST_COLUMNS, fitColumns } from './library-columns.ts';

const total = (widths: ReadonlyMap<string, number>): number =>
  [...widths.values()].reduce((sum, width) => sum + width, 32 + 12 * (widths.size - 1));

describe('columns', () => {
  it('fit into any width, and keep who it is about', () => {
    for (const width of [300, 480, 700, 832, 1004, 1400, 2000, 3000]) {
      const { shown, widths } = fitColumns(COLUMNS, {}, width);
      expect(shown).toContain('subject');
      expect(total(widths)).toBeLessThanOrEqual(width + 0.01);
    }
    expect(fitColumns(COLUMNS, {}, 0).shown).toEqual(['subject']);
  });

  it('give way from the least to the most important, and say so', () => {
    expect(fitColumns(FIRST_COLUMNS, {}, 832).shown).toEqual([
      'subject',
      'date',
      'images',
      'findings',
      'tests',
    ]);
    expect(fitColumns(FIRST_COLUMNS, {}, 480).shown).toEqual(['subject', 'date', 'findings']);
    expect(fitColumns(FIRST_COLUMNS, {}, 360).shown).toEqual(['subject', 'findings']);
    expect(fitColumns(FIRST_COLUMNS, {}, 480).dropped).toContain('tests');
    expect(fitColumns(FIRST_COLUMNS, {}, 2400).dropped).toEqual([]);
  });

  it('leave a width that was set as it is', () => {
    const { widths, fluid } = fitColumns(['subject', 'date', 'findings'], { date: 200, findings: 300 }, 1200);
    expect(widths.get('date')).toBe(200);
    expect(widths.get('findings')).toBe(300);
    expect(fluid).toBe('subject');
  });
});
