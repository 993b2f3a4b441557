import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('start.ts', import.meta.url));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

function start(...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--import', 'tsx', SCRIPT, ...args], (_error, out, errors) =>
      resolve({ code: child.exitCode ?? -1, out, errors }),
    );
  });
}

test('npm start -- --help shows the usage', async () => {
  const { code, out } = await start('--help');
  expect([code, out.split('\n')[0]]).toEqual([0, 'Usage: npm start [-- --data DIR]']);
});

test('npm start ends with exit code 2 and one sentence at an unknown option', async () => {
  expect(await start('--open')).toEqual({
    code: 2,
    out: '',
    errors: "Unknown option '--open'. Usage: npm start [-- --data DIR]\n",
  });
});

test('npm start ends with exit code 2 and one sentence when the folder is missing', async () => {
  expect(await start('--data', '/nothing/here')).toEqual({
    code: 2,
    out: '',
    errors: 'There is no folder /nothing/here.\n',
  });
});
