import { fail, ok, type Result } from '../domain/result.ts';
import { takeFolder, type DropFault } from '../sources/dropped-folder.ts';
import { entrySource } from '../sources/entry-source.ts';
import { pickFolder } from '../sources/file-system-access.ts';
import { folderOrigin, type DatasetOrigin } from './origin.ts';

export { isFileDrag, type DropFault } from '../sources/dropped-folder.ts';
export { canPickFolder } from '../sources/file-system-access.ts';

/** The folder that the user picks; call it in the user's gesture. */
export async function pickedOrigin(): Promise<Result<DatasetOrigin, 'cancelled' | 'refused'>> {
  try {
    const folder = await pickFolder();
    return folder ? ok(folderOrigin(folder)) : fail('cancelled');
  } catch {
    return fail('refused');
  }
}

/** The folder that was dropped; call it in the event itself. */
export async function droppedOrigin(transfer: DataTransfer): Promise<Result<DatasetOrigin, DropFault>> {
  const dropped = await takeFolder(transfer);
  if (!dropped.ok) return dropped;
  const { kind, folder } = dropped.value;
  if (kind === 'handle') return ok(folderOrigin(folder));
  return ok({ kind: 'files', name: folder.name, source: entrySource(folder) });
}
