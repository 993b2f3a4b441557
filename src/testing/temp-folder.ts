import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder on disk that lasts as long as a test. */
export interface TempFolder {
  /** Its real path. */
  readonly path: string;
  write(path: string, content: string | Uint8Array): Promise<void>;
  remove(): Promise<void>;
}

/** Makes a folder with the given files: contents by path, as a map or as the entries of an object. */
export async function tempFolder(
  files: Iterable<readonly [path: string, content: string | Uint8Array]> = [],
): Promise<TempFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'midscope-')));
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    const target = join(path, name);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  };
  for (const [name, content] of files) await write(name, content);
  return { path, write, remove: () => rm(path, { recursive: true, force: true }) };
}
