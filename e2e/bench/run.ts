import { chromium, type Browser } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { createServer } from '../../src/server/create-server.ts';
import { ensureBuild } from '../../src/server/ensure-build.ts';
import { ensureChromium, findChromium, SOFTWARE_WEBGL } from '../support/chromium.ts';
import { ensureTree, writeManySessions } from './data/write-tree.ts';
import type { Bench, Lab } from './lab.ts';
import { describeMachine, type Machine } from './machine.ts';
import { containers } from './measure/containers.ts';
import { explained } from './measure/explained.ts';
import { filters, manySessions } from './measure/filters.ts';
import { films } from './measure/films.ts';
import { firstPage } from './measure/first-page.ts';
import { memory } from './measure/memory.ts';
import { opening } from './measure/opening.ts';
import { png } from './measure/png.ts';
import { volumes } from './measure/volumes.ts';
import { readOptions, type Options } from './options.ts';
import { formatTable, Results, summarise, type Result } from './results.ts';

const BENCHES: readonly Bench[] = [
  firstPage,
  opening,
  filters,
  manySessions,
  films,
  explained,
  containers,
  png,
  volumes,
  memory,
];

/** A folder that is gone when the program ends, however it ends. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'midscope-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function dataFolder({ data }: Options): string {
  if (data === undefined) return temporaryFolder();
  mkdirSync(data, { recursive: true });
  return resolve(data);
}

function launch(): Promise<Browser> {
  ensureChromium();
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: SOFTWARE_WEBGL,
    // Ctrl+C ends this program, which takes the browser and the data with it.
    handleSIGINT: false,
    handleSIGTERM: false,
  });
}

async function measure(benches: readonly Bench[], lab: Omit<Lab, 'during'>): Promise<void> {
  for (const { name, run } of benches) {
    console.log(`Measuring ${name} …`);
    const during: Lab['during'] = async (part, work) => {
      try {
        return await work();
      } catch (thrown) {
        throw new Error(`The benchmark ${name} does not work at ${part}.`, { cause: thrown });
      }
    };
    await run({ ...lab, during });
  }
}

/** `npm run bench`: measures the built page in a browser and prints what was found. */
async function main(): Promise<void> {
  const options = readOptions(
    process.argv.slice(2),
    BENCHES.map(({ name }) => name),
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const distDir = await ensureBuild(process.cwd(), {
    say: console.log,
    build: async (root) => void (await build({ root, logLevel: 'error' })),
  });
  console.log('Preparing the data …');
  const folder = dataFolder(options);
  const [dataDir, manyDir] = [await ensureTree(folder), await writeManySessions(folder)];
  const [served, many, bare] = await Promise.all([
    createServer({ distDir, dataDir, port: 0 }),
    createServer({ distDir, dataDir: manyDir, port: 0 }),
    createServer({ distDir, port: 0 }),
  ]);
  const browser = await launch();
  const machine = await describeMachine(browser);
  for (const [fact, value] of Object.entries(machine)) console.log(`${fact}: ${value}`);

  const results = new Results();
  try {
    await measure(
      BENCHES.filter(({ name }) => options.only === undefined || name === options.only),
      {
        browser,
        url: served.url,
        manyUrl: many.url,
        bareUrl: bare.url,
        runs: options.runs,
        distDir,
        record: (stage, ...samples) => results.record(stage, ...samples),
      },
    );
  } finally {
    // What was measured before something failed is still worth knowing.
    await present(results.all, machine, options);
    await Promise.all([browser.close(), served.close(), many.close(), bare.close()]);
  }
}

async function present(results: readonly Result[], machine: Machine, options: Options): Promise<void> {
  console.log(`\n${formatTable(results)}`);
  if (options.json === undefined) return;
  const stages = results.map((result) => ({ ...result, ...summarise(result.samples) }));
  await writeFile(options.json, `${JSON.stringify({ machine, runs: options.runs, stages }, null, 2)}\n`);
}

try {
  await main();
} catch (thrown) {
  console.error(thrown);
  process.exit(1);
}
process.exit(0);
