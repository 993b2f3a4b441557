import { fail, ok, type Result } from '../domain/result.ts';
import { isFolder } from './handle-source.ts';

/** A folder that was dropped onto the page: with a handle where the browser gives one. */
export type DroppedFolder =
  | { readonly kind: 'handle'; readonly folder: FileSystemDirectoryHandle }
  | { readonly kind: 'entry'; readonly folder: FileSystemDirectoryEntry };

/** Why a drop names no folder to open. */
export type DropFault = 'no-folder' | 'several';

/** Whether what is dragged comes from the file system; which it is, a browser tells only when it is dropped. */
export const isFileDrag = (transfer: DataTransfer | null): transfer is DataTransfer =>
  transfer?.types.includes('Files') ?? false;

/** Takes the folder out of a drop; call it in the event itself, whose items are gone right after. */
export function takeFolder({ items }: DataTransfer): Promise<Result<DroppedFolder, DropFault>> {
  const folders = [...items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    if (!entry?.isDirectory) return [];
    return [{ entry: entry as FileSystemDirectoryEntry, handle: item.getAsFileSystemHandle?.() }];
  });
  const [dropped] = folders;
  if (!dropped) return Promise.resolve(fail('no-folder'));
  return folders.length > 1 ? Promise.resolve(fail('several')) : bestOf(dropped.entry, dropped.handle);
}

async function bestOf(
  entry: FileSystemDirectoryEntry,
  handle: Promise<FileSystemHandle | null> | undefined,
): Promise<Result<DroppedFolder, DropFault>> {
  try {
    const given = await handle;
    if (given && isFolder(given)) return ok({ kind: 'handle', folder: given });
  } catch {
    // Some folders, a whole disk for one, are refused as handles; their entries can be read all the same.
  }
  return ok({ kind: 'entry', folder: entry });
}
