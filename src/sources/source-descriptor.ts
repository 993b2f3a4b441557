import type { FileSource } from '../domain/dataset/file-source.ts';
import { handleSource } from './handle-source.ts';
import { httpSource } from './http-source.ts';
import { portSource } from './port-source.ts';

/** How a worker opens the page's source; can be posted, with {@link transfersOf} as the transfer list. */
export type SourceDescriptor =
  | { readonly kind: 'served'; readonly name: string; readonly baseUrl: string }
  | { readonly kind: 'demo' }
  | { readonly kind: 'handle'; readonly handle: FileSystemDirectoryHandle }
  | { readonly kind: 'port'; readonly name: string; readonly port: MessagePort };

/** What must be handed over with a descriptor: a port belongs to one side only. */
export const transfersOf = (descriptor: SourceDescriptor): Transferable[] =>
  descriptor.kind === 'port' ? [descriptor.port] : [];

/**
 * Opens the source a descriptor names. A port can be opened once.
 * @param gather for whoever reads thousands of small files; see {@link httpSource}.
 */
export async function openSource(descriptor: SourceDescriptor, gather = false): Promise<FileSource> {
  if (descriptor.kind === 'served') return httpSource({ ...descriptor, gather });
  if (descriptor.kind === 'handle') return handleSource(descriptor.handle);
  if (descriptor.kind === 'port') return portSource(descriptor.port, descriptor.name);
  // The phantom is large, and most datasets are not the demo.
  const [{ demoSource }, { demoDataset }] = await Promise.all([
    import('./demo-source.ts'),
    import('../phantom/demo-dataset.ts'),
  ]);
  return demoSource(demoDataset());
}
