import { expect, it } from 'vitest';
import { keepLast } from './keep-last.ts';

it('the results used last are kept, the others are made again', () => {
  const made: string[] = [];
  const get = keepLast(
    2,
    (name: string) => name,
    (name) => {
      made.push(name);
      return name.toUpperCase();
    },
  );
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(get)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
