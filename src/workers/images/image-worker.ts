import type { FileSource } from '../../domain/dataset/file-source.ts';
import { makeThumbnail } from '../../domain/imaging/thumbnail.ts';
import { openSource } from '../../sources/source-descriptor.ts';
import { serveJobs, withTransfer, type Endpoint } from '../rpc.ts';
import { describeStack } from './describe-stack.ts';
import type { ImageJobs } from './image-contract.ts';
import { loadImage, readWhole } from './load-image.ts';
import { loadMask } from './load-mask.ts';
import { loadNifti } from './load-nifti.ts';
import { readTags } from './read-tags.ts';

let opened: Promise<FileSource> | undefined;

function source(): Promise<FileSource> {
  if (!opened) throw new Error('no source was opened');
  return opened;
}

serveJobs<ImageJobs>(self as unknown as Endpoint, {
  async open({ source: descriptor }) {
    opened = openSource(descriptor);
    await opened;
    return null;
  },
  async stack({ files }, { signal }) {
    return describeStack(await source(), files, signal);
  },
  async image(slice, { signal }) {
    const image = await loadImage(await source(), slice, signal);
    return withTransfer(image, [image.pixels.data.buffer]);
  },
  async thumbnail({ slice, side }, { signal }) {
    const { pixels, attributes, valuesAreModality } = await loadImage(await source(), slice, signal);
    const thumbnail = makeThumbnail(pixels, attributes, valuesAreModality, side);
    return withTransfer(thumbnail, [thumbnail.data.buffer]);
  },
  async volume({ file }, { signal }) {
    const files = await source();
    const images = await loadNifti(files, file, await readWhole(files, file.path, signal), signal);
    return withTransfer(
      { images },
      images.map(({ pixels }) => pixels.data.buffer),
    );
  },
  async tags({ file }, { signal }) {
    return readTags(await source(), file, signal);
  },
  async mask(mask, { signal }) {
    return loadMask(await source(), mask, signal);
  },
});
