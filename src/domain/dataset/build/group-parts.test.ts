import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupMarks, groupParts, type Relation } from './group-parts.ts';

/** Parts whose files have versions by place, as `root: place=version …`. */
interface TestPart {
  readonly root: string;
  readonly files: Readonly<Record<string, number>>;
}

const part = (root: string, files: Readonly<Record<string, number>> = {}): TestPart => ({ root, files });

function relate(one: TestPart, other: TestPart): Relation {
  const shared = Object.keys(one.files).filter((place) => place in other.files);
  if (shared.some((place) => one.files[place] !== other.files[place])) return 'different';
  return shared.length > 0 ? 'same' : 'unrelated';
}

const rootsOf = (parts: readonly TestPart[]): readonly (readonly string[])[] =>
  groupParts(parts, relate).map(({ members }) => members.map(({ root }) => root));

describe('groupParts', () => {
  it('leaves together what nothing keeps apart', () => {
    expect(rootsOf([part('a', { x: 1 }), part('b', { y: 2 }), part('c')])).toEqual([['a', 'b', 'c']]);
  });

  it('keeps apart what differs, and puts what is the same with its like', () => {
    expect(
      rootsOf([part('a', { x: 1 }), part('b', { x: 2 }), part('c', { x: 1, y: 1 }), part('d', { y: 1 })]),
    ).toEqual([['a', 'c', 'd'], ['b']]);
  });

  it('puts what has no file in common to what it lies nearest to', () => {
    const [a, b] = [part('posi/images', { x: 1 }), part('nega/images', { x: 2 })];
    expect(rootsOf([b, part('nega/tables'), a, part('posi')])).toEqual([
      ['nega/images', 'nega/tables'],
      ['posi/images', 'posi'],
    ]);
  });

  it('makes a group of its own of what fits several', () => {
    const groups = groupParts([part(''), part('a', { x: 1 }), part('b', { x: 2 }), part('tables')], relate);
    expect(groups.map(({ members, isDoubtful }) => [members.map(({ root }) => root), isDoubtful])).toEqual([
      [['a'], false],
      [['b'], false],
      [['', 'tables'], true],
    ]);
    expect(groupMarks(groups)).toEqual(['', '@b', '@.']);
  });

  it('has every part in one group, and never two that differ', () => {
    const parts = fc.uniqueArray(
      fc.record({
        root: fc.constantFrom('', 'a', 'a/b', 'a b', 'a/c', 'd', 'd/e/f'),
        files: fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.integer({ min: 1, max: 3 })),
      }),
      { selector: ({ root }) => root, minLength: 1 },
    );
    fc.assert(
      fc.property(parts, (given) => {
        const groups = groupParts(given, relate);
        expect(groups.flatMap(({ members }) => members)).toHaveLength(given.length);
        expect(new Set(groups.flatMap(({ members }) => members))).toEqual(new Set(given));
        for (const { members } of groups) {
          expect(members.length).toBeGreaterThan(0);
          for (const one of members)
            for (const other of members) expect(relate(one, other)).not.toBe('different');
        }
        const marks = groupMarks(groups);
        expect(new Set(marks).size).toBe(groups.length);
        for (const mark of marks) expect(mark).toMatch(/^(@[^\s/\\]+)?$/);
      }),
    );
  });
});
