import { spawnSync } from 'node:child_process';
import { build } from 'vite';
import { overBudget } from './size-budgets.ts';

const CODE = ['src', 'e2e', '.ci', 'vite.config.ts', 'playwright.config.ts'];

/** Each tool with its arguments; all run, so that one run shows every fault. */
const TOOLS: readonly (readonly string[])[] = [
  [
    'prettier',
    '--config',
    '.ci/prettier.json',
    '--check',
    '--log-level',
    'warn',
    ...CODE,
    '*.md',
    'src/**/*.md',
  ],
  ['oxlint', '--config', '.ci/lint/oxlint.json', '--type-aware', '--deny-warnings', ...CODE],
  ['tsc', '--project', '.'],
  ['knip', '--no-progress'],
];

const faults: string[] = [];
for (const [tool = '', ...args] of TOOLS) {
  console.log(`· ${tool}`);
  const { status } = spawnSync(`node_modules/.bin/${tool}`, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) faults.push(tool);
}

console.log('· size budgets');
await build({ logLevel: 'error' });
faults.push(...overBudget('dist'));

if (faults.length > 0) {
  console.error(`\nNot clean:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  process.exit(1);
}
console.log('\nAll clean.');
