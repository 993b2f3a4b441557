import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Options {
  /** Times each measurement is repeated. */
  readonly runs: number;
  /** Name of the only benchmark to run. */
  readonly only: string | undefined;
  /** File to write the results to, as JSON. */
  readonly json: string | undefined;
  /** Folder to keep the data in, or to find it in. */
  readonly data: string | undefined;
}

/** @throws Error with a sentence for the user when an option is not understood. */
export function readOptions(args: readonly string[], names: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '5' },
      only: { type: 'string' },
      json: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs needs a whole number from 1 on.');
  if (values.only !== undefined && !names.includes(values.only))
    throw new Error(`--only knows ${names.join(', ')}.`);
  return { runs, only: values.only, json: values.json, data: values.data };
}
