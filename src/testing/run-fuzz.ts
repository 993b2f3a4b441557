import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

// Through Vite, as in the tests: Node finds no names in some packages that the parsers use.
const { module } = await runnerImport<typeof import('./fuzz-targets.ts')>('./src/testing/fuzz-targets.ts', {
  configFile: false,
  logLevel: 'error',
});

/** `npm run fuzz -- --count 1000000 --seed 1 --only PNG --from 0`: every parser, or one, with that many inputs. */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string' },
    from: { type: 'string', default: '0' },
  },
});
const [count = 0, seed = 0, from = 0] = [values.count, values.seed, values.from].map(Number);
const known = module.TARGETS.map(({ name }) => name);
const chosen = known.filter((name) => values.only === undefined || name === values.only);
if (![count, seed, from].every(Number.isSafeInteger) || chosen.length === 0) {
  console.error(`--count, --seed and --from are whole numbers; --only is one of ${known.join(', ')}.`);
  process.exit(2);
}

console.log(`seed ${seed}, ${count} inputs each`);
let faults = 0;
for (const name of chosen) {
  const start = performance.now();
  try {
    const { accepted, refused } = await module.fuzzByName(name, { count, seed, from });
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(`${name}: ${accepted} read, ${refused} refused, ${seconds} s`);
  } catch (thrown) {
    faults++;
    console.error(thrown instanceof Error ? thrown.message : thrown);
  }
}
process.exit(faults === 0 ? 0 : 1);
