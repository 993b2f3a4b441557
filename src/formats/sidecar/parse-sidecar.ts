import type { DicomDataset, Tag } from '../../domain/imaging/dicom-dataset.ts';
import { tagOfName } from '../../domain/imaging/dicom-dictionary.ts';
import { valueIssue, type ImageIssue } from '../../domain/imaging/image-issue.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { decodeText } from '../tables/decode-text.ts';
import { isDicomJson, isJsonObject, isTag, readDicomJson } from './dicom-json.ts';
import { isFlatJson, readFlatJson } from './flat-json.ts';
import { jsonErrorOffset } from './json-error.ts';
import { withoutPythonNumbers } from './python-numbers.ts';
import { readXnatJson, xnatRows } from './xnat-json.ts';

/** The largest sidecar that is read: lookup tables make them some hundred kilobytes at most. */
export const MAX_SIDECAR_BYTES = 64 * 2 ** 20;

export interface Sidecar {
  readonly dataset: DicomDataset;
  /** DICOM JSON (BIMCV releases), XNAT ResultSet (MIDS examples), keyword to text (xnat2mids, dcm2mids). */
  readonly dialect: 'dicom-json' | 'xnat' | 'flat';
  /** SIDECAR_VALUE, and TABLE_ENCODING where the text is not UTF-8. */
  readonly issues: readonly ImageIssue[];
}

/**
 * Reads the JSON file beside an image; its dialect is told by its shape. NaN and Infinity, which Python writes, are null.
 *
 * Fails with FILE_EMPTY, SIDECAR_JSON (not valid JSON; facts: `line` and `column` of the first wrong
 * character, from 1) or SIDECAR_SHAPE (valid JSON of no known dialect, or more than
 * {@link MAX_SIDECAR_BYTES}).
 */
export function parseSidecar(bytes: Uint8Array): Result<Sidecar, ImageIssue> {
  if (bytes.length === 0) return fail({ code: 'FILE_EMPTY' });
  if (bytes.length > MAX_SIDECAR_BYTES)
    return fail({ code: 'SIDECAR_SHAPE', facts: { bytes: bytes.length } });
  const { text, issues: textIssues } = decodeText(bytes);
  const issues: ImageIssue[] = [...textIssues];
  const json = parseJson(text, (issue) => issues.push(issue));
  if (!json.ok) return json;
  const read = readDialect(json.value, (issue) => issues.push(issue));
  return read ? ok({ ...read, issues }) : fail({ code: 'SIDECAR_SHAPE' });
}

function readDialect(
  json: unknown,
  report: (issue: ImageIssue) => void,
): Pick<Sidecar, 'dataset' | 'dialect'> | undefined {
  // The DICOM JSON model wraps datasets in an array (PS3.18 F.2.1); a sidecar describes one.
  const root: unknown = Array.isArray(json) ? json[0] : json;
  if (!isJsonObject(root)) return undefined;
  if (isDicomJson(root)) return { dataset: readDicomJson(root, report), dialect: 'dicom-json' };
  const rows = xnatRows(root);
  if (rows) return { dataset: readXnatJson(rows), dialect: 'xnat' };
  return isFlatJson(root) ? { dataset: readFlatJson(root, report), dialect: 'flat' } : undefined;
}

function parseJson(text: string, report: (issue: ImageIssue) => void): Result<unknown, ImageIssue> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return parsePythonJson(text, report);
  }
}

/** Reads JSON as Python writes it, with numbers that are none; each attribute that has one is an issue. */
function parsePythonJson(text: string, report: (issue: ImageIssue) => void): Result<unknown, ImageIssue> {
  const { text: mended, found } = withoutPythonNumbers(text, () => 'null');
  try {
    const json: unknown = JSON.parse(mended);
    const byTag = new Map(found.map(({ key, value }) => [tagOf(key) ?? key, value]));
    for (const [tag, value] of byTag) report(valueIssue(tag, value));
    return ok(json);
  } catch {
    // A number as long as what stood there leaves every other character in its place.
    const placed = withoutPythonNumbers(text, (value) => '0'.padEnd(value.length));
    const offset = jsonErrorOffset(placed.text);
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - before.lastIndexOf('\n');
    return fail({ code: 'SIDECAR_JSON', facts: { line, column } });
  }
}

/** The attribute that a key of any dialect names. */
const tagOf = (key: string): Tag | undefined => (isTag(key) ? key.toUpperCase() : tagOfName(key));
