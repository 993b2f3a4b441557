/** Contents of a file by its path. */
type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** A folder in memory: files and folders by name. */
interface FakeFolder {
  readonly name: string;
  readonly inside: Map<string, FakeFolder | File>;
}

const folderNamed = (name: string): FakeFolder => ({ name, inside: new Map() });

function folderOf(name: string, files: Files): FakeFolder {
  const root = folderNamed(name);
  for (const [path, bytes] of files) {
    const segments = path.split('/');
    const last = segments.pop() ?? '';
    let folder = root;
    for (const segment of segments) {
      const next = folder.inside.get(segment);
      const child = next && !(next instanceof File) ? next : folderNamed(segment);
      folder.inside.set(segment, child);
      folder = child;
    }
    folder.inside.set(last, new File([bytes], last, { lastModified: 86_400_000 }));
  }
  return root;
}

const fault = (name: string): DOMException => new DOMException('as browsers throw it', name);

/** What lies under a name, of the wanted kind; throws what browsers throw. */
function find(folder: FakeFolder, name: string, kind: 'file' | 'directory'): FakeFolder | File {
  const found = folder.inside.get(name.toWellFormed());
  if (!found) throw fault('NotFoundError');
  if (found instanceof File !== (kind === 'file')) throw fault('TypeMismatchError');
  return found;
}

/** How a fake answers, where a test wants more than files. */
export interface FakeOptions {
  /** Called before a folder is read, with its name; may throw. */
  readonly onRead?: (folder: string) => void;
}

/** A directory handle of the File System Access API, over files in memory. */
export function fakeHandle(name: string, files: Files, options: FakeOptions = {}): FileSystemDirectoryHandle {
  return handleOf(folderOf(name, files), options) as unknown as FileSystemDirectoryHandle;
}

function handleOf(folder: FakeFolder, options: FakeOptions): object {
  const { name, inside } = folder;
  return {
    kind: 'directory',
    name,
    async *values() {
      await Promise.resolve();
      options.onRead?.(name);
      for (const child of inside.values())
        yield child instanceof File ? fileHandle(child) : handleOf(child, options);
    },
    getDirectoryHandle: async (child: string) =>
      handleOf(find(folder, child, 'directory') as FakeFolder, options),
    getFileHandle: async (child: string) => fileHandle(find(folder, child, 'file') as File),
  };
}

const fileHandle = (file: File): object => ({ kind: 'file', name: file.name, getFile: async () => file });

/** How many entries a reader hands out at once, as in Chromium. */
const AT_ONCE = 100;

type Found = (value: unknown) => void;
type Failed = (error: Error) => void;

/** A directory entry of a drop, over files in memory. */
export const fakeEntry = (name: string, files: Files): FileSystemDirectoryEntry =>
  entryOf(folderOf(name, files)) as unknown as FileSystemDirectoryEntry;

function answer(value: () => unknown, found: Found, failed: Failed): void {
  queueMicrotask(() => {
    try {
      found(value());
    } catch (thrown) {
      failed(thrown as Error);
    }
  });
}

function entryOf(folder: FakeFolder): object {
  return {
    isDirectory: true,
    name: folder.name,
    createReader() {
      const children = [...folder.inside.values()].map((child) =>
        child instanceof File ? fileEntry(child) : entryOf(child),
      );
      return {
        readEntries: (found: Found, failed: Failed) =>
          answer(() => children.splice(0, AT_ONCE), found, failed),
      };
    },
    getDirectory: (name: string, _options: object, found: Found, failed: Failed) =>
      answer(() => entryOf(find(folder, name, 'directory') as FakeFolder), found, failed),
    getFile: (name: string, _options: object, found: Found, failed: Failed) =>
      answer(() => fileEntry(find(folder, name, 'file') as File), found, failed),
  };
}

const fileEntry = (file: File): object => ({
  isDirectory: false,
  name: file.name,
  file: (found: Found) => queueMicrotask(() => found(file)),
});
