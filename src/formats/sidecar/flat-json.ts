import type { DicomDataset, DicomElement, DicomValue, Tag } from '../../domain/imaging/dicom-dataset.ts';
import { tagOfName, vrOfTag } from '../../domain/imaging/dicom-dictionary.ts';
import { MAX_SEQUENCE_DEPTH } from '../../domain/imaging/dicom-values.ts';
import { valueIssue, type ImageIssue } from '../../domain/imaging/image-issue.ts';
import { isJsonObject, type JsonObject } from './dicom-json.ts';
import { elementOf } from './element-value.ts';
import { readPythonValue } from './python-value.ts';

/** Whether an object has DICOM keywords or attribute names for keys: one that midscope knows is enough. */
export const isFlatJson = (json: JsonObject): boolean =>
  Object.keys(json).some((key) => tagOfName(key) !== undefined);

/**
 * The dataset of a flat sidecar: keyword to text, several values printed as a Python list, a sequence as a list
 * of objects. Attributes midscope does not know by name are left out.
 *
 * @param report takes a SIDECAR_VALUE issue for a sequence that is too deep.
 */
export function readFlatJson(json: JsonObject, report: (issue: ImageIssue) => void, depth = 1): DicomDataset {
  const dataset = new Map<Tag, DicomElement>();
  for (const [key, value] of Object.entries(json)) {
    const tag = tagOfName(key);
    if (tag === undefined) continue;
    const vr = vrOfTag(tag) ?? 'UN';
    if (vr === 'SQ') dataset.set(tag, { vr, values: readItems(tag, value, report, depth) });
    else dataset.set(tag, readElement(vr, value));
  }
  return dataset;
}

function readItems(
  tag: Tag,
  value: unknown,
  report: (issue: ImageIssue) => void,
  depth: number,
): readonly DicomDataset[] {
  const items = (Array.isArray(value) ? value : [value]).filter(isJsonObject);
  if (depth < MAX_SEQUENCE_DEPTH) return items.map((item) => readFlatJson(item, report, depth + 1));
  if (items.length > 0) report(valueIssue(tag, `> ${MAX_SEQUENCE_DEPTH}`));
  return [];
}

function readElement(vr: string, value: unknown): DicomElement {
  const values: DicomValue[] = [];
  for (const item of Array.isArray(value) ? value : [value]) {
    if (typeof item === 'number') values.push(item);
    if (typeof item !== 'string') continue;
    const read = readPythonValue(item);
    if (read instanceof Uint8Array) return { vr, values: [], bytes: read };
    values.push(...read);
  }
  return elementOf(vr, values);
}
