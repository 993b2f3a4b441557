import type { DicomDataset, DicomElement, DicomValue } from '../../domain/imaging/dicom-dataset.ts';
import { TAG } from '../../domain/imaging/dicom-dataset.ts';

const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
/** Implementation Class UID of these files, derived from a UUID (PS3.5 annex B.2). */
const IMPLEMENTATION = '2.25.241672519480311532098436129074515824011';

/** One element as dcmjs takes it. */
interface JsonElement {
  vr: string;
  Value: unknown[];
}

/**
 * Writes a DICOM file (PS3.10) in Explicit VR Little Endian. Texts are written as UTF-8, so Specific
 * Character Set is set to ISO_IR 192 whatever the data set says.
 *
 * @param dataset attributes without group 0002 and without Pixel Data; SOP Class and SOP Instance UID are needed
 * @param pixels bytes of Pixel Data, little endian, written as OW, or as OB when Bits Allocated is 8; without them it
 *   is a document
 * @throws RangeError when a UID is missing
 */
export async function writeDicom(
  dataset: DicomDataset,
  pixels?: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded when first needed: the library is larger than the rest of the demo together.
  const { data } = await import('dcmjs');
  const file = new data.DicomDict({
    '00020001': { vr: 'OB', Value: [new Uint8Array([0, 1]).buffer] },
    '00020002': { vr: 'UI', Value: [uidOf(dataset, TAG.SOPClassUID)] },
    '00020003': { vr: 'UI', Value: [uidOf(dataset, TAG.SOPInstanceUID)] },
    '00020010': { vr: 'UI', Value: [EXPLICIT_LITTLE_ENDIAN] },
    '00020012': { vr: 'UI', Value: [IMPLEMENTATION] },
    '00020013': { vr: 'SH', Value: ['MIDSCOPE'] },
  });
  const elements = toJson(
    new Map(dataset).set(TAG.SpecificCharacterSet, { vr: 'CS', values: ['ISO_IR 192'] }),
  );
  file.dict = { ...elements, ...(pixels && pixelElement(dataset, pixels)) };
  return new Uint8Array(file.write());
}

function pixelElement(dataset: DicomDataset, pixels: Uint8Array): Record<string, JsonElement> {
  const bits = dataset.get(TAG.BitsAllocated)?.values[0];
  // Pixel Data is padded to an even length (PS3.5 section 8.1.1).
  const even = new Uint8Array(pixels.length + (pixels.length % 2));
  even.set(pixels);
  return { [TAG.PixelData]: { vr: bits === 8 ? 'OB' : 'OW', Value: [even.buffer] } };
}

function uidOf(dataset: DicomDataset, tag: string): string {
  const value = dataset.get(tag)?.values[0];
  if (typeof value !== 'string') throw new RangeError(`no UID in ${tag}`);
  return value;
}

/** The library's own shape of a data set; it sorts the tags when it writes. */
const toJson = (dataset: DicomDataset): Record<string, JsonElement> =>
  Object.fromEntries(
    [...dataset].map(([tag, element]) => [tag, { vr: element.vr, Value: valuesOf(element) }]),
  );

function valuesOf({ vr, values, bytes }: DicomElement): unknown[] {
  if (bytes) return [bytes.slice().buffer];
  return values.map((value) => valueOf(vr, value));
}

function valueOf(vr: string, value: DicomValue): unknown {
  if (typeof value === 'object') return toJson(value);
  if (vr === 'PN') return { Alphabetic: String(value) };
  // The library takes a tag for a number.
  if (vr === 'AT') return Number.parseInt(String(value), 16);
  return vr === 'DS' || vr === 'IS' ? String(value) : value;
}
