import type { DicomDataset, DicomElement, DicomValue, Tag } from '../../domain/imaging/dicom-dataset.ts';
import { TAG } from '../../domain/imaging/dicom-dataset.ts';
import { vrOfTag } from '../../domain/imaging/dicom-dictionary.ts';
import { MAX_SEQUENCE_DEPTH } from '../../domain/imaging/dicom-values.ts';
import { valueIssue, type ImageIssue } from '../../domain/imaging/image-issue.ts';
import { elementOf } from './element-value.ts';

/** A JSON object of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TAG_KEY = /^[0-9a-f]{8}$/i;

/** Whether a key of the DICOM JSON model is an attribute's. */
export const isTag = (key: string): boolean => TAG_KEY.test(key);

/** Whether an object is a dataset of the DICOM JSON model: tags with objects under them. */
export const isDicomJson = (json: JsonObject): boolean =>
  Object.entries(json).some(([key, value]) => isTag(key) && isJsonObject(value));

/**
 * A dataset of the DICOM JSON model (PS3.18 annex F). Pixel Data and bulk data kept elsewhere are left out.
 *
 * @param report takes a SIDECAR_VALUE issue for each element that cannot be read.
 */
export function readDicomJson(
  json: JsonObject,
  report: (issue: ImageIssue) => void,
  depth = 1,
): DicomDataset {
  const dataset = new Map<Tag, DicomElement>();
  for (const [key, filed] of Object.entries(json)) {
    const tag = key.toUpperCase();
    if (!isTag(key) || !isJsonObject(filed) || tag === TAG.PixelData) continue;
    const vr = typeof filed['vr'] === 'string' ? filed['vr'] : (vrOfTag(tag) ?? 'UN');
    dataset.set(tag, readElement(tag, vr, filed, report, depth));
  }
  return dataset;
}

function readElement(
  tag: Tag,
  vr: string,
  filed: JsonObject,
  report: (issue: ImageIssue) => void,
  depth: number,
): DicomElement {
  if (typeof filed['InlineBinary'] === 'string') {
    const bytes = decodeBase64(filed['InlineBinary']);
    if (bytes) return { vr, values: [], bytes };
    report(valueIssue(tag, 'InlineBinary'));
  }
  const value = filed['Value'];
  const values: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  if (values.some(isJsonObject) && vr !== 'PN') {
    if (depth < MAX_SEQUENCE_DEPTH)
      return {
        vr: 'SQ',
        values: values.filter(isJsonObject).map((item) => readDicomJson(item, report, depth + 1)),
      };
    report(valueIssue(tag, `> ${MAX_SEQUENCE_DEPTH}`));
    return { vr, values: [] };
  }
  return elementOf(vr, values.map(scalar));
}

/** A name's alphabetic representation; null, which keeps the place of an empty value, becomes an empty text. */
function scalar(value: unknown): DicomValue {
  if (typeof value === 'number' || typeof value === 'string') return value;
  const alphabetic = isJsonObject(value) ? value['Alphabetic'] : undefined;
  return typeof alphabetic === 'string' ? alphabetic : '';
}

function decodeBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
