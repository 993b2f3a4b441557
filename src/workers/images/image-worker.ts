import type { FileSource } from '../../domain/dataset/file-source.ts';
import { makeThumbnail } from '../../domain/imaging/thumbnail.ts';
import { openSource } from '../../sources/open-source.ts';
import type { SourceDescriptor } from '../../sources/source-descriptor.ts';
import { serveJobs, withTransfer, type Endpoint } from '../rpc.ts';
import { createAnnotationFiles, type AnnotationFiles } from './annotation-files.ts';
import { createDicomFiles, type DicomFiles } from './dicom-files.ts';
import { describeStack } from './describe-stack.ts';
import { exportMask } from './export-mask.ts';
import type { ImageJobs, LoadedImage } from './image-contract.ts';
import { loadImage, readWhole } from './load-image.ts';
import { loadAttachedMask, loadMask } from './load-mask.ts';
import { loadNifti } from './load-nifti.ts';
import { readTags } from './read-tags.ts';

/** The dataset that the worker was opened for, with which it ends. */
interface Opened {
  readonly files: FileSource;
  /** The same files, for whoever reads the beginnings of many. */
  readonly small: FileSource;
  readonly annotations: AnnotationFiles;
  readonly dicom: DicomFiles;
}

let opened: Promise<Opened> | undefined;

function dataset(): Promise<Opened> {
  if (!opened) throw new Error('no source was opened');
  return opened;
}

const source = async (): Promise<FileSource> => (await dataset()).files;

async function openDataset(descriptor: SourceDescriptor): Promise<Opened> {
  const files = await openSource(descriptor);
  const small = descriptor.kind === 'served' ? await openSource(descriptor, true) : files;
  return { files, small, annotations: createAnnotationFiles(files), dicom: createDicomFiles(files) };
}

serveJobs<ImageJobs>(self as unknown as Endpoint, {
  async open({ source: descriptor }) {
    opened = openDataset(descriptor);
    await opened;
    return null;
  },
  async stack({ files }, { signal }) {
    return describeStack((await dataset()).small, files, signal);
  },
  async image(slice, { signal }) {
    const { files, dicom } = await dataset();
    const image = await loadImage(files, slice, signal, dicom);
    return withTransfer(image, [image.pixels.data.buffer]);
  },
  async thumbnail({ slice, side }, { signal }) {
    const { files, dicom } = await dataset();
    const { pixels, attributes, valuesAreModality } = await loadImage(files, slice, signal, dicom);
    const thumbnail = makeThumbnail(pixels, attributes, valuesAreModality, side);
    return withTransfer(thumbnail, [thumbnail.data.buffer]);
  },
  async volume({ file, ...wanted }, { signal, emit }) {
    const files = await source();
    const bytes = await readWhole(files, file.path, signal);
    const take = (image: LoadedImage): void => emit(image, [image.pixels.data.buffer]);
    await loadNifti(files, file, bytes, signal, { ...wanted, take });
    return null;
  },
  async tags({ file }, { signal }) {
    return readTags(await source(), file, signal);
  },
  async mask(mask, { signal }) {
    const { files, annotations } = await dataset();
    return loadMask(files, mask, annotations, signal);
  },
  async exportMask(request, { signal }) {
    const file = await exportMask(await source(), request, signal);
    return withTransfer(file, [file.bytes.buffer]);
  },
  async attachedMask(mask, { signal }) {
    return loadAttachedMask(await source(), mask, signal);
  },
});
