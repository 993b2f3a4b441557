import type { FileSource } from '../domain/dataset/file-source.ts';
import { directoryInputSource } from '../sources/directory-input-source.ts';
import { serveFiles } from '../sources/serve-files.ts';
import type { SourceDescriptor } from '../sources/source-descriptor.ts';

/** Where an open dataset comes from. `files` live in the page; the other two can be opened anywhere. */
export type DatasetOrigin =
  | { readonly kind: 'served'; readonly name: string; readonly baseUrl: string }
  | { readonly kind: 'demo'; readonly name: string }
  | { readonly kind: 'files'; readonly name: string; readonly source: FileSource };

/** The same dataset opened again has the same key. */
export const originKey = ({ kind, name }: DatasetOrigin): string => `${kind}:${name}`;

/** What one worker needs to open the dataset; each call makes a new one, since a port has one holder. */
export function describeOrigin(origin: DatasetOrigin): SourceDescriptor {
  switch (origin.kind) {
    case 'served':
      return { kind: 'served', name: origin.name, baseUrl: origin.baseUrl };
    case 'demo':
      return { kind: 'demo' };
    case 'files': {
      const { port1, port2 } = new MessageChannel();
      serveFiles(origin.source, port1);
      return { kind: 'port', name: origin.name, port: port2 };
    }
  }
}

/** A folder picked with the browser's directory input. */
export function directoryOrigin(files: readonly File[]): DatasetOrigin {
  const source = directoryInputSource(files);
  return { kind: 'files', name: source.name, source };
}

export const DEMO_ORIGIN: DatasetOrigin = { kind: 'demo', name: 'demo' };

/** The dataset that the page's server offers, by the meta element it put into the page. */
export function servedOrigin(document: Document): DatasetOrigin | undefined {
  const name = document.querySelector<HTMLMetaElement>('meta[name="midscope-dataset"]')?.content;
  return name === undefined
    ? undefined
    : { kind: 'served', name, baseUrl: new URL('/dataset/', document.baseURI).href };
}
