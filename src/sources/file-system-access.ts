/**
 * The parts of the File System Access API that TypeScript's library lacks (WICG draft, sections 2.3, 3 and 4).
 * Optional, since Firefox and Safari have none of them.
 */
declare global {
  interface FileSystemHandle {
    queryPermission?(descriptor: { readonly mode: 'read' }): Promise<PermissionState>;
    requestPermission?(descriptor: { readonly mode: 'read' }): Promise<PermissionState>;
  }
  interface Window {
    showDirectoryPicker?(options: {
      readonly id: string;
      readonly mode: 'read';
    }): Promise<FileSystemDirectoryHandle>;
  }
  interface DataTransferItem {
    getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
  }
}

const READ = { mode: 'read' } as const;

/** Whether the browser's folder prompt hands out a folder that can be kept and opened again. */
export const canPickFolder = (): boolean => typeof window.showDirectoryPicker === 'function';

/**
 * Shows the browser's folder prompt; call it in the user's gesture.
 * @returns undefined when the user closed the prompt.
 * @throws DOMException when the browser refuses the prompt or the folder.
 */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await window.showDirectoryPicker?.({ id: 'dataset', mode: 'read' });
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return undefined;
    throw thrown;
  }
}

/** Whether a folder may be read now, without asking anybody. */
export const isReadable = async (folder: FileSystemHandle): Promise<boolean> =>
  ((await folder.queryPermission?.(READ)) ?? 'granted') === 'granted';

/** Asks the user for a folder where that is needed; call it first in the user's gesture. False when refused. */
export async function askToRead(folder: FileSystemHandle): Promise<boolean> {
  try {
    return ((await folder.requestPermission?.(READ)) ?? 'granted') === 'granted';
  } catch {
    // The gesture is over, or the folder belongs to another profile: as good as a refusal.
    return false;
  }
}
