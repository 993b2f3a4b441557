import { createRequire } from 'node:module';
import { deflateRawSync } from 'node:zlib';
import { rleFrame } from '../../support/rle.ts';
import { encapsulated } from '../../support/encapsulated.ts';
import { niftiGz } from '../../support/nifti.ts';
import { filmAttributes, filmDicom, filmPng, type Film } from './film.ts';

/** Transfer syntaxes (PS3.6 annex A). */
const SYNTAX = {
  deflated: '1.2.840.10008.1.2.1.99',
  rle: '1.2.840.10008.1.2.5',
  jpegLs: '1.2.840.10008.1.2.4.80',
  jpeg2000: '1.2.840.10008.1.2.4.90',
  htj2k: '1.2.840.10008.1.2.4.201',
} as const;

/** What the encoders of the codecs have in common; the codecs are those whose decoders midscope uses. */
interface Encoder {
  getDecodedBuffer(info: object): Uint8Array;
  encode(): void;
  getEncodedBuffer(): Uint8Array;
  setNearLossless?(steps: number): void;
  setQuality?(reversible: boolean, quality: number): void;
}

type Codec = () => Promise<Readonly<Record<string, new () => Encoder>>>;

// They come with the image loader, which is asked where they are.
const fromLoader = createRequire(import.meta.resolve('@cornerstonejs/dicom-image-loader'));

async function encodeWith(codec: string, encoder: string, film: Film): Promise<Buffer> {
  const module = await (fromLoader(codec) as Codec)();
  const Made = module[encoder];
  if (!Made) throw new Error(`${codec} has no ${encoder}`);
  const made = new Made();
  const { columns, rows, values } = film;
  const info = { width: columns, height: rows, bitsPerSample: 14, componentCount: 1, isSigned: false };
  made
    .getDecodedBuffer({ ...info, isUsingColorTransform: false })
    .set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  made.setNearLossless?.(0);
  made.setQuality?.(true, 0);
  made.encode();
  return Buffer.from(made.getEncodedBuffer());
}

/** Deflated Explicit VR Little Endian: all behind the meta information is compressed (PS3.5 A.5). */
function deflatedDicom(film: Film): Buffer {
  const file = filmDicom(film, SYNTAX.deflated);
  const dataset = 144 + file.readUInt32LE(140);
  return Buffer.concat([file.subarray(0, dataset), deflateRawSync(file.subarray(dataset))]);
}

/** As a radiograph in NIfTI, whose values fit into signed words. */
const filmNifti = ({ columns, rows, values }: Film): Buffer =>
  niftiGz({
    dimensions: [columns, rows, 1],
    voxels: values,
    sform: [
      [-0.139, 0, 0, 0],
      [0, -0.139, 0, 0],
      [0, 0, 1, 0],
    ],
  });

/** One film in every container that films come in, all without loss: file endings and contents by name. */
export async function encodedFilms(
  film: Film,
): Promise<readonly (readonly [name: string, ending: string, bytes: Buffer])[]> {
  const compressed = (syntax: string, frame: Buffer): Buffer =>
    encapsulated(filmAttributes(film), syntax, frame);
  const openjph = await encodeWith('@cornerstonejs/codec-openjph/wasmjs', 'HTJ2KEncoder', film);
  const openjpeg = await encodeWith('@cornerstonejs/codec-openjpeg/wasmjs', 'J2KEncoder', film);
  const charls = await encodeWith('@cornerstonejs/codec-charls/wasmjs', 'JpegLSEncoder', film);
  return [
    ['PNG', '.png', filmPng(film)],
    ['NIfTI, gzipped', '.nii.gz', filmNifti(film)],
    ['DICOM, not compressed', '.dcm', filmDicom(film)],
    ['DICOM, deflated', '.dcm', deflatedDicom(film)],
    ['DICOM, RLE', '.dcm', compressed(SYNTAX.rle, rleFrame(film.values))],
    ['DICOM, JPEG-LS', '.dcm', compressed(SYNTAX.jpegLs, charls)],
    ['DICOM, JPEG 2000', '.dcm', compressed(SYNTAX.jpeg2000, openjpeg)],
    ['DICOM, HTJ2K', '.dcm', compressed(SYNTAX.htj2k, openjph)],
  ];
}
