import type { FileSource } from '../domain/dataset/file-source.ts';
import { directoryInputSource } from '../sources/directory-input-source.ts';
import { serveFiles } from '../sources/serve-files.ts';
import type { SourceDescriptor } from '../sources/source-descriptor.ts';

/** Where an open dataset comes from. `files` live in the page and last as long; the others can be opened anywhere. */
export type DatasetOrigin =
  | { readonly kind: 'served'; readonly name: string; readonly baseUrl: string }
  | { readonly kind: 'demo'; readonly name: string }
  | { readonly kind: 'folder'; readonly name: string; readonly handle: FileSystemDirectoryHandle }
  | { readonly kind: 'files'; readonly name: string; readonly source: FileSource };

/**
 * Under which key the browser keeps things of a dataset: the same whenever it is opened again, and for a folder
 * whichever way it was opened. Two folders of one name share it; what is kept must tell them apart.
 */
export const storageKeyOf = ({ kind, name }: Pick<DatasetOrigin, 'kind' | 'name'>): string =>
  `${kind === 'folder' ? 'files' : kind}:${name}`;

/** What one worker needs to open the dataset; each call makes a new one, since a port has one holder. */
export function describeOrigin(origin: DatasetOrigin): SourceDescriptor {
  switch (origin.kind) {
    case 'served':
      return { kind: 'served', name: origin.name, baseUrl: origin.baseUrl };
    case 'demo':
      return { kind: 'demo' };
    case 'folder':
      return { kind: 'handle', handle: origin.handle };
    case 'files': {
      const { port1, port2 } = new MessageChannel();
      serveFiles(origin.source, port1);
      return { kind: 'port', name: origin.name, port: port2 };
    }
  }
}

/** A folder with a handle: picked, dropped, or kept. */
export const folderOrigin = (handle: FileSystemDirectoryHandle): DatasetOrigin => ({
  kind: 'folder',
  name: handle.name,
  handle,
});

/** A folder picked with the browser's directory input. */
export function directoryOrigin(files: readonly File[]): DatasetOrigin {
  const source = directoryInputSource(files);
  return { kind: 'files', name: source.name, source };
}

export const DEMO_ORIGIN = { kind: 'demo', name: 'demo' } as const satisfies DatasetOrigin;

/** The dataset that the page's server offers, by the meta element it put into the page. */
export function servedOrigin(document: Document): DatasetOrigin | undefined {
  const name = document.querySelector<HTMLMetaElement>('meta[name="midscope-dataset"]')?.content;
  return name === undefined
    ? undefined
    : { kind: 'served', name, baseUrl: new URL('/dataset/', document.baseURI).href };
}
