import type { FileSource } from '../../domain/dataset/file-source.ts';
import { sniff } from '../../formats/sniff.ts';
import { listTags } from '../../domain/imaging/list-tags.ts';
import type { ImageFileRef, ImageTags } from './image-contract.ts';
import { readHeader } from './read-header.ts';
import { readSidecar } from './read-sidecar.ts';
import { readHead } from '../read-head.ts';

/**
 * Everything that an image's header or sidecar says, as text.
 * @throws MidscopeError when a header cannot be read; an AbortError once aborted.
 */
export async function readTags(
  source: FileSource,
  file: ImageFileRef,
  signal: AbortSignal,
): Promise<ImageTags> {
  const head = await readHead(source, file.path, signal);
  const { default: keywords } = await import('../../formats/dicom/keywords.json');
  if (sniff(head) === 'dicom') {
    const { header } = await readHeader(source, file.path, signal);
    return { from: 'header', rows: listTags(header.dataset, keywords) };
  }
  const { dataset } = await readSidecar(source, file.sidecar, signal);
  return dataset ? { from: 'sidecar', rows: listTags(dataset, keywords) } : { from: 'none', rows: [] };
}
