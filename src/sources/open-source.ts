import type { FileSource } from '../domain/dataset/file-source.ts';
import { handleSource } from './handle-source.ts';
import { httpSource } from './http-source.ts';
import { portSource } from './port-source.ts';
import type { SourceDescriptor } from './source-descriptor.ts';

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
