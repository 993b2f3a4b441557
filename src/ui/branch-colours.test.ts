import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BRANCH_COLOURS } from '../domain/vocabulary/branch.ts';

test('files are written in the colours of the dark theme', () => {
  const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
  const dark = css.slice(css.indexOf("[data-theme='dark']"), css.indexOf("[data-theme='light']"));
  const tokens = Object.fromEntries(
    Array.from(dark.matchAll(/--branch-(\w+): (#[0-9a-f]{6})/g), ([, branch, colour]) => [branch, colour]),
  );
  expect(BRANCH_COLOURS).toEqual(tokens);
});
