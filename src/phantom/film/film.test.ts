import { describe, expect, it } from 'vitest';
import { createChest } from '../anatomy/chest.ts';
import type { Chest } from '../anatomy/chest.ts';
import { createHabitus } from '../anatomy/habitus.ts';
import type { Shadow } from '../anatomy/shadows.ts';
import { createRandom } from '../random.ts';
import { renderFilm } from './film.ts';
import type { Film } from './film.ts';
import { renderMasks } from './masks.ts';
import type { FilmGeometry, View } from './projection.ts';
import { exposureOf, geometryOf } from './techniques.ts';

const chest = (...shadows: readonly Shadow[]): Chest =>
  createChest({ person: 'p', day: 'd', habitus: createHabitus(createRandom('p'), 'M', 60), shadows });

const geometry = (view: View): FilmGeometry => geometryOf(view, 'test', 1.6);
const take = (subject: Chest, view: View): Film =>
  renderFilm(subject, { geometry: geometry(view), exposure: exposureOf(view) });

/** Mean of a square around a place given in millimetres from the middle of the film. */
function around(film: Film, right: number, down: number): number {
  const column = Math.round(film.columns / 2 + right / 1.6);
  const row = Math.round(film.rows / 2 + down / 1.6);
  let sum = 0;
  for (let r = row - 3; r <= row + 3; r++)
    for (let c = column - 3; c <= column + 3; c++) sum += film.values[r * film.columns + c]!;
  return sum / 49;
}

const consolidation = (side: 'right' | 'left'): Shadow => ({
  kind: 'cloud',
  label: 'consolidation',
  side,
  place: [0.5, 0.7, 0.5],
  size: [32, 36, 30],
  density: 1,
});

const fluid = (height: number): Shadow => ({
  kind: 'fluid',
  side: 'left',
  height,
  label: 'pleural effusion',
});

const mean = (film: Film, inside: (n: number) => boolean): number => {
  let [sum, count] = [0, 0];
  film.values.forEach((value, n) => {
    if (inside(n)) [sum, count] = [sum + value, count + 1];
  });
  return sum / count;
};

describe('a frontal film', () => {
  const film = take(chest(), 'PA');

  it('is dark in the lungs, bright in the middle and below, black beside the body', () => {
    const lung = around(film, -85, -20);
    expect(around(film, 85, -20)).toBeLessThan(0.3);
    expect(lung).toBeLessThan(0.3);
    expect(around(film, 0, 40)).toBeGreaterThan(lung + 0.6);
    expect(around(film, -60, 140)).toBeGreaterThan(lung + 0.4);
    expect(around(film, 170, -200)).toBeLessThan(-0.3);
  });

  it('has the heart on the image right, the liver side higher on the image left', () => {
    expect(around(film, 58, 45)).toBeGreaterThan(around(film, -58, 45) + 0.2);
  });

  it('is the same whenever it is taken, and another for another person', () => {
    expect(take(chest(), 'PA').values).toEqual(film.values);
    const other = createChest({
      person: 'q',
      day: 'd',
      habitus: createHabitus(createRandom('q'), 'F', 60),
      shadows: [],
    });
    expect(take(other, 'PA').values).not.toEqual(film.values);
  });
});

describe('opacities', () => {
  it.each(['right', 'left'] as const)(
    'of the %s lung lie on their side of the film and whiten it',
    (side) => {
      const subject = chest(consolidation(side));
      const { columns } = geometry('PA');
      const mask = renderMasks(subject, geometry('PA')).get('consolidation')!;
      const covered = [...mask.keys()].filter((n) => mask[n] === 1);
      expect(covered.length).toBeGreaterThan(400);
      // The patient's right is on the image left.
      for (const n of covered) expect(n % columns < columns / 2).toBe(side === 'right');

      const [without, withIt] = [take(chest(), 'PA'), take(subject, 'PA')];
      const gain = mean(withIt, (n) => mask[n] === 1) - mean(without, (n) => mask[n] === 1);
      const rest = mean(withIt, (n) => mask[n] === 0) - mean(without, (n) => mask[n] === 0);
      expect(gain).toBeGreaterThan(0.15);
      expect(Math.abs(rest)).toBeLessThan(0.05);
    },
  );

  it('of both views belong to the same place: as high on the lateral film as on the frontal one', () => {
    const subject = chest(consolidation('right'));
    const middle = (view: View): number => {
      const at = geometry(view);
      const mask = renderMasks(subject, at).get('consolidation')!;
      const rows = [...mask.keys()].filter((n) => mask[n] === 1).map((n) => Math.floor(n / at.columns));
      const row = rows.reduce((sum, one) => sum + one, 0) / rows.length;
      return at.centre[1] - (row - at.rows / 2) * at.pixel;
    };
    // Magnification differs a little between the views.
    expect(Math.abs(middle('PA') - middle('lateral'))).toBeLessThan(10);
  });

  it('an effusion whitens the base and has a mask, a blunt angle has none', () => {
    const [dry, wet] = [take(chest(), 'PA'), take(chest(fluid(90)), 'PA')];
    expect(around(wet, 95, 70)).toBeGreaterThan(around(dry, 95, 70) + 0.3);
    expect([...renderMasks(chest(fluid(90)), geometry('PA')).keys()]).toEqual(['pleural effusion']);
    expect([...renderMasks(chest(fluid(10)), geometry('PA')).keys()]).toEqual([]);
  });

  it('cardiomegaly widens the heart', () => {
    const large = take(chest({ kind: 'build', change: 'cardiomegaly' }), 'PA');
    expect(around(large, 100, 60)).toBeGreaterThan(around(take(chest(), 'PA'), 100, 60) + 0.2);
  });
});

it('every film carries its mark in the lower right corner', () => {
  const { columns, rows, values } = take(chest(), 'PA');
  const top = Math.round(rows * 0.92);
  const strip = (from: number, to: number): number[] => {
    const steps: number[] = [];
    for (let r = top; r < rows * 0.965; r++)
      for (let c = Math.round(columns * from); c < columns * to; c++)
        steps.push(Math.abs(values[r * columns + c]! - values[r * columns + c - 1]!));
    return steps;
  };
  expect(strip(0.6, 0.96).filter((step) => step > 0.2).length).toBeGreaterThan(60);
  expect(strip(0.15, 0.5).filter((step) => step > 0.2).length).toBeLessThan(20);
});
