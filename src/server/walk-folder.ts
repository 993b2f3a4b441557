import { readdir, realpath, stat } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from './errno.ts';
import { isInside } from './open-inside.ts';
import { isServableName } from './request-path.ts';

/** Folders that are read at the same time: enough to keep a disk busy, few enough for a network share. */
const WAVE = 16;

/** One file or folder inside a served folder, links resolved. */
export interface ServedEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
  readonly real: string;
  readonly linked: boolean;
}

/**
 * The entries of a folder that are offered: files and folders, and links to such that stay inside. Hidden
 * names, links that lead out and special files are left out. A folder that is exchanged for a link at this very
 * moment could give away names, not contents: those are opened by `openInside` only.
 * @param root real path of the served folder.
 * @param real real path of the folder to read.
 */
export async function readFolder(root: string, real: string): Promise<readonly ServedEntry[]> {
  const entries = await readdir(real, { withFileTypes: true });
  const served = await Promise.all(
    entries.filter(({ name }) => isServableName(name)).map((entry) => servedEntry(root, real, entry)),
  );
  return served.filter((entry) => entry !== undefined);
}

async function servedEntry(root: string, folder: string, entry: Dirent): Promise<ServedEntry | undefined> {
  const { name } = entry;
  const path = join(folder, name);
  if (entry.isFile()) return { name, kind: 'file', real: path, linked: false };
  if (entry.isDirectory()) return { name, kind: 'directory', real: path, linked: false };
  return entry.isSymbolicLink() ? linkedEntry(root, name, path) : undefined;
}

async function linkedEntry(root: string, name: string, path: string): Promise<ServedEntry | undefined> {
  try {
    const real = await realpath(path);
    if (!isInside(root, real)) return undefined;
    const target = await stat(real);
    if (target.isFile()) return { name, kind: 'file', real, linked: true };
    return target.isDirectory() ? { name, kind: 'directory', real, linked: true } : undefined;
  } catch {
    // A link that leads nowhere, or in a circle.
    return undefined;
  }
}

/** A folder still to be walked: under which path its files are offered, and where it really is. */
interface Pending {
  readonly path: string;
  readonly real: string;
}

/**
 * The paths of every file below a folder, some at a time. Each real folder is walked once, under its own path
 * where it has one: links to folders come last, so that one into a hidden store is followed, and one to a
 * folder already walked, or to one above itself, is not.
 *
 * @param warn told of each folder that cannot be read; the walk goes on without it.
 * @throws the file system's error when the served folder itself cannot be read.
 */
export async function* walkFolder(
  root: string,
  warn: (message: string) => void,
): AsyncGenerator<readonly string[], void, undefined> {
  const walked = new Set<string>();
  const links: Pending[] = [];
  const pending: Pending[] = [{ path: '', real: root }];
  const read = async (folder: Pending): Promise<readonly ServedEntry[]> => {
    try {
      return await readFolder(root, folder.real);
    } catch (thrown) {
      if (folder.path === '') throw thrown;
      // Quoted, since a hostile name could hold control sequences of the terminal.
      warn(`The folder ${JSON.stringify(folder.path)} cannot be read and is left out (${errnoOf(thrown)}).`);
      return [];
    }
  };
  for (;;) {
    if (pending.length === 0) pending.push(...links.splice(-1));
    if (pending.length === 0) return;
    const wave = pending.splice(-WAVE).filter(({ real }) => !walked.has(real));
    for (const { real } of wave) walked.add(real);
    const contents = await Promise.all(wave.map(read));
    const files: string[] = [];
    for (const [index, entries] of contents.entries()) {
      const folder = wave[index]?.path ?? '';
      for (const { name, kind, real, linked } of entries) {
        const path = folder === '' ? name : `${folder}/${name}`;
        if (kind === 'file') files.push(path);
        else (linked ? links : pending).push({ path, real });
      }
    }
    if (files.length > 0) yield files;
  }
}
