import { expect, test } from 'vitest';
import { Refusal, statusOf } from './refusal.ts';

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

test.each([
  ['ENOENT', 404],
  ['ENOTDIR', 404],
  ['ELOOP', 404],
  ['ENAMETOOLONG', 404],
  ['EACCES', 403],
  ['EPERM', 403],
  ['EIO', 500],
])('%s of the file system is answered with %i', (code, status) => {
  expect(statusOf(systemError(code))).toBe(status);
});

test('a refusal is answered with its own status, and anything else with 500', () => {
  expect(statusOf(new Refusal(421))).toBe(421);
  expect(statusOf(new TypeError('oh'))).toBe(500);
  expect(statusOf('oh')).toBe(500);
});
