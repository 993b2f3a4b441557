import { access, constants, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { errnoOf } from './errno.ts';

/** Fixed, since browsers keep saved work by origin, and the port is part of it. */
export const DEFAULT_PORT = 4178;

const START_LINE = 'Usage: npm start [-- --data DIR]';
const DEMO_LINE = 'Usage: npm run demo:write -- DIR';

/** What `npm start -- --help` shows. */
export const START_USAGE = `${START_LINE}

  --data DIR   open the extracted dataset in the folder DIR
  --help       show this

MIDSCOPE_PORT changes the port (${DEFAULT_PORT}).`;

/** What `npm run demo:write -- --help` shows. */
export const DEMO_USAGE = `${DEMO_LINE}

Writes the synthetic demo dataset into the folder DIR, which must be new, empty, or hold a former demo.`;

/** The environment variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the start script was asked to do; the folder's path is absolute. */
export type StartCommand =
  | { readonly kind: 'help' }
  | { readonly kind: 'start'; readonly dataDir: string | undefined; readonly port: number };

/** What the demo script was asked to do; the folder's path is absolute. */
export type DemoCommand = { readonly kind: 'help' } | { readonly kind: 'write'; readonly directory: string };

/** Reads the command line of the start script; a failure is a sentence for the user. */
export function parseStartArguments(args: readonly string[], env: Environment): Result<StartCommand, string> {
  const parsed = parseStrictly(START_LINE, () =>
    parseArgs({ args: [...args], options: { ...HELP, data: { type: 'string' } } }),
  );
  if (!parsed.ok) return parsed;
  const { data, help } = parsed.value.values;
  if (help === true) return ok({ kind: 'help' });
  if (data === '') return fail('--data needs the path of a folder.');
  const port = parsePort(env['MIDSCOPE_PORT']);
  if (!port.ok) return port;
  return ok({
    kind: 'start',
    dataDir: data === undefined ? undefined : fromShell(data, env),
    port: port.value,
  });
}

/** Reads the command line of the script that writes the demo; a failure is a sentence for the user. */
export function parseDemoArguments(args: readonly string[], env: Environment): Result<DemoCommand, string> {
  const parsed = parseStrictly(DEMO_LINE, () =>
    parseArgs({ args: [...args], options: HELP, allowPositionals: true }),
  );
  if (!parsed.ok) return parsed;
  const { positionals, values } = parsed.value;
  if (values.help === true) return ok({ kind: 'help' });
  const [directory = '', ...more] = positionals;
  if (directory === '' || more.length > 0) return fail(`Name one folder to write into. ${DEMO_LINE}`);
  return ok({ kind: 'write', directory: fromShell(directory, env) });
}

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

/** Node's own refusal without the advice after its first sentence, which is about other programs. */
function parseStrictly<Parsed>(usage: string, parse: () => Parsed): Result<Parsed, string> {
  try {
    return ok(parse());
  } catch (thrown) {
    const [sentence] = (thrown instanceof Error ? thrown.message : String(thrown)).split(/\.\s/, 1);
    return fail(`${sentence}. ${usage}`);
  }
}

function parsePort(text: string | undefined): Result<number, string> {
  if (text === undefined || text === '') return ok(DEFAULT_PORT);
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1024 && port <= 65_535
    ? ok(port)
    : fail(`MIDSCOPE_PORT must be a number from 1024 to 65535, not "${text}".`);
}

/** A path as seen from the folder the user typed it in; npm runs scripts in the package's own. */
const fromShell = (path: string, env: Environment): string => resolve(env['INIT_CWD'] ?? process.cwd(), path);

/** Whether a folder can be read; a failure is a sentence for the user. */
export async function checkFolder(path: string): Promise<Result<undefined, string>> {
  try {
    if (!(await stat(path)).isDirectory()) return fail(`${path} is not a folder.`);
    await access(path, constants.R_OK | constants.X_OK);
    return ok(undefined);
  } catch (thrown) {
    const code = errnoOf(thrown);
    if (code === 'EACCES' || code === 'EPERM') return fail(`The folder ${path} may not be read.`);
    return fail(`There is no folder ${path}.`);
  }
}
