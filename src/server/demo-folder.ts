import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DatasetPath } from '../domain/brand.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { isServableName } from './request-path.ts';

/** The file by which a folder is known to hold the demo, and nothing that would be missed. */
const DESCRIPTION = 'dataset_description.json';

/**
 * Makes sure that the demo may be written into a folder: one that does not exist, is empty but for hidden
 * files, or holds a demo written before. A failure is a sentence for the user.
 */
export async function prepareDemoFolder(directory: string): Promise<Result<undefined, string>> {
  try {
    await mkdir(directory, { recursive: true });
    const names = (await readdir(directory)).filter(isServableName);
    return names.length === 0 || (await holdsDemo(directory))
      ? ok(undefined)
      : fail(`The folder ${directory} holds other files. Name an empty one, or a new one.`);
  } catch (thrown) {
    return fail(`The folder ${directory} cannot be written (${String(thrown)}).`);
  }
}

async function holdsDemo(directory: string): Promise<boolean> {
  try {
    return isDemo(JSON.parse(await readFile(join(directory, DESCRIPTION), 'utf8')));
  } catch {
    return false;
  }
}

const isDemo = (description: unknown): boolean =>
  typeof description === 'object' &&
  description !== null &&
  'Name' in description &&
  description.Name === 'midscope demo' &&
  'synthetic' in description &&
  description.synthetic === true;

/** Writes a file under a hidden name first, so that a file that was broken off is never taken for a whole one. */
export async function writeWhole(
  directory: string,
  path: DatasetPath,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<void> {
  const target = join(directory, path);
  const part = join(dirname(target), `.${basename(target)}.part`);
  await mkdir(dirname(target), { recursive: true });
  try {
    await writeFile(part, bytes, { signal });
    await rename(part, target);
  } catch (thrown) {
    await rm(part, { force: true });
    throw thrown;
  }
}
