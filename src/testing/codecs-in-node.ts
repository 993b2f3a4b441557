import { initialize as initializeHtj2k } from 'dicom-decoders/decodeHTJ2K.js';
import { initialize as initializeJpeg2000 } from 'dicom-decoders/decodeJPEG2000.js';
import { initialize as initializeJpeg } from 'dicom-decoders/decodeJPEGBaseline8Bit.js';
import { initialize as initializeJpegLs } from 'dicom-decoders/decodeJPEGLS.js';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const resolve = createRequire(import.meta.url).resolve;

const from = (module: string) => ({
  wasmBasePath: dirname(resolve(module)),
  initializeCodecsOnStartup: false,
});

/** Tells the decoders where their WebAssembly lies in node_modules; in a page the bundler does. */
export async function codecsInNode(): Promise<void> {
  await initializeJpeg(from('@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasm'));
  await initializeJpegLs(from('@cornerstonejs/codec-charls/decodewasm'));
  await initializeJpeg2000(from('@cornerstonejs/codec-openjpeg/decodewasm'));
  await initializeHtj2k(from('@cornerstonejs/codec-openjph/wasm'));
}
