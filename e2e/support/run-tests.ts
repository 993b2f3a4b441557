import { spawnSync } from 'node:child_process';
import { build } from 'vite';
import { ensureBuild } from '../../src/server/ensure-build.ts';
import { ensureChromium } from './chromium.ts';

/** Runs a tool of node_modules in this process's terminal; ends with its code when it fails. */
function run(tool: string, args: readonly string[]): void {
  const { status } = spawnSync(`node_modules/.bin/${tool}`, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

// `npm test -- e2e/demo.spec.ts` runs some browser tests alone.
const chosen = process.argv.slice(2);
if (chosen.length === 0) run('vitest', ['run']);
ensureChromium();
await ensureBuild(process.cwd(), {
  say: (line) => console.log(line),
  build: async (root) => void (await build({ root, logLevel: 'error' })),
});
run('playwright', ['test', ...chosen]);
