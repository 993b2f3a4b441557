import type { DicomDataset, DicomElement, DicomValue } from '../../domain/imaging/dicom-dataset.ts';

/**
 * A data set as the published sidecars write it: DICOM JSON (PS3.18 annex F) on a single line, `Value`
 * before `vr`, keys sorted, everything beyond ASCII escaped, no `Value` in an empty element.
 */
export const dicomJson = (dataset: DicomDataset): string => escapeNonAscii(objectOf(dataset));

// Written out by hand: an object would put keys that look like numbers, such as 20500020, first.
function objectOf(dataset: DicomDataset): string {
  const members = [...dataset]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, element]) => `"${tag}": ${elementOf(element)}`);
  return `{${members.join(', ')}}`;
}

function elementOf(element: DicomElement): string {
  // LUT Data is filed as numbers, under the VR that has numbers.
  const vr = element.bytes ? 'US' : element.vr;
  const all = element.bytes
    ? Array.from(new Uint16Array(element.bytes.slice().buffer), String)
    : element.values.map((value) => valueOf(vr, value));
  return all.length === 0 ? `{"vr": "${vr}"}` : `{"Value": [${all.join(', ')}], "vr": "${vr}"}`;
}

function valueOf(vr: string, value: DicomValue): string {
  if (typeof value === 'object') return objectOf(value);
  if (vr === 'PN') return `{"Alphabetic": ${JSON.stringify(value)}}`;
  // Decimal strings are written as Python writes floats.
  if (vr === 'DS' && typeof value === 'number') return Number.isInteger(value) ? `${value}.0` : `${value}`;
  return JSON.stringify(value);
}

const escapeNonAscii = (text: string): string =>
  text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
