import type { FileHandle } from 'node:fs/promises';
import { lstat, open, realpath } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join, sep } from 'node:path';
import { Refusal, statusOf } from './refusal.ts';

/** An open file inside a served folder; whoever opened it closes it. */
export interface OpenFile {
  readonly handle: FileHandle;
  /** Bytes, when it was opened. */
  readonly size: number;
  readonly modified: Date;
  /** Strong validator (RFC 9110 section 8.8.3): changes with size and time of change, which has nanoseconds. */
  readonly etag: string;
}

/** Whether a real path is a served folder or lies in it. */
export const isInside = (root: string, real: string): boolean =>
  real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);

/**
 * The real path that names below a folder lead to, links followed.
 * @param root the folder's own real path.
 * @throws Refusal 404 when it lies outside; the file system's error when there is nothing.
 */
export async function resolveInside(root: string, names: readonly string[]): Promise<string> {
  const real = await realpath(join(root, ...names)).catch((thrown: unknown) => {
    // A link into a folder that is barred must look like one that leads nowhere.
    throw statusOf(thrown) === 403 ? new Refusal(404) : thrown;
  });
  if (!isInside(root, real)) throw new Refusal(404);
  return real;
}

/**
 * Opens a regular file inside a folder.
 *
 * Between finding the real path and opening it, a folder on the way could be exchanged for a link that leads
 * out. So the path is resolved again after opening, and must still be real and lead to the very file that is
 * open (device and inode). `O_NOFOLLOW` covers the last name, `O_NONBLOCK` keeps a pipe from blocking.
 *
 * @throws Refusal 404 when it is no regular file inside; the file system's error when it cannot be opened.
 */
export async function openInside(root: string, names: readonly string[]): Promise<OpenFile> {
  const real = await resolveInside(root, names);
  const handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const [opened, found, path] = await Promise.all([
      handle.stat({ bigint: true }),
      lstat(real, { bigint: true }),
      realpath(real),
    ]);
    const same = opened.dev === found.dev && opened.ino === found.ino && path === real;
    if (!same || !opened.isFile()) throw new Refusal(404);
    return {
      handle,
      size: Number(opened.size),
      modified: opened.mtime,
      etag: `"${opened.size.toString(36)}-${opened.mtimeNs.toString(36)}"`,
    };
  } catch (thrown) {
    await handle.close();
    throw thrown;
  }
}
