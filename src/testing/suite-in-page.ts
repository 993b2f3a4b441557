/**
 * The few functions of vitest that the contract suite of a source uses, for a page: vitest itself cannot run beside
 * a folder that a browser handed out. The build of `e2e/source-contract.spec.ts` puts this module in its place.
 */
interface Case {
  readonly name: string;
  readonly run: () => unknown;
}

const cases: Case[] = [];
const before: (() => unknown)[] = [];

/** Runs everything that was described; hands out what failed, and how many tests there were. */
export async function runSuite(): Promise<{ readonly tests: number; readonly failures: string[] }> {
  const failures: string[] = [];
  // What was described runs once, so that the next suite begins with nothing.
  const tests = cases.splice(0);
  for (const prepare of before.splice(0)) await prepare();
  for (const { name, run } of tests) {
    try {
      await run();
    } catch (thrown) {
      failures.push(`${name}: ${String(thrown)}`);
    }
  }
  return { tests: tests.length, failures };
}

export const describe = (_name: string, body: () => void): void => body();
export const beforeAll = (prepare: () => unknown): void => void before.push(prepare);
export const afterAll = (_end: () => unknown): void => undefined;

const each =
  (values: readonly string[]) =>
  (name: string, run: (value: string) => unknown): void =>
    values.forEach((value) => cases.push({ name: name.replace('%s', value), run: () => run(value) }));

export const test = Object.assign(
  (name: string, run: () => unknown): void => void cases.push({ name, run }),
  {
    each,
  },
);

class Containing {
  readonly properties: Readonly<Record<string, unknown>>;
  constructor(properties: Readonly<Record<string, unknown>>) {
    this.properties = properties;
  }
}

function equals(found: unknown, wanted: unknown): boolean {
  if (wanted instanceof Containing)
    return Object.entries(wanted.properties).every(
      ([key, value]) => Reflect.get(Object(found), key) === value,
    );
  if (wanted instanceof Uint8Array) return found instanceof Uint8Array && equals([...found], [...wanted]);
  if (Array.isArray(wanted))
    return (
      Array.isArray(found) &&
      found.length === wanted.length &&
      wanted.every((one, at) => equals(found[at], one))
    );
  return Object.is(found, wanted);
}

const check = (holds: boolean, found: unknown, wanted: unknown): void => {
  if (!holds) throw new Error(`found ${String(found)}, wanted ${JSON.stringify(wanted)}`);
};

/** As vitest's, for the comparisons of the contract suite alone. */
export const expect = Object.assign(
  (found: unknown) => ({
    toEqual: (wanted: unknown) => check(equals(found, wanted), found, wanted),
    toBe: (wanted: unknown) => check(Object.is(found, wanted), found, wanted),
    toHaveLength: (wanted: number) => {
      const { length } = found as ArrayLike<unknown>;
      check(length === wanted, length, wanted);
    },
    toBeGreaterThan: (wanted: number) => check(Number(found) > wanted, found, wanted),
    toBeLessThanOrEqual: (wanted: number) => check(Number(found) <= wanted, found, wanted),
    rejects: {
      toEqual: async (wanted: unknown): Promise<void> => {
        const outcome = await (found as Promise<unknown>).then(
          () => 'no rejection',
          (reason: unknown) => reason,
        );
        check(equals(outcome, wanted), outcome, wanted);
      },
    },
  }),
  { objectContaining: (properties: Readonly<Record<string, unknown>>) => new Containing(properties) },
);
