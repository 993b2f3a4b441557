import type { DicomDataset, DicomElement, DicomValue } from './dicom-dataset.ts';

/**
 * Whether two data sets say the same: the same attributes with the same values, in whatever order and with whatever
 * value representation they are filed.
 */
export const sameDataset = (one: DicomDataset, other: DicomDataset): boolean =>
  one.size === other.size &&
  [...one].every(([tag, element]) => {
    const found = other.get(tag);
    return found !== undefined && sameElement(element, found);
  });

function sameElement(one: DicomElement, other: DicomElement): boolean {
  const [bytes = [], otherBytes = []] = [one.bytes, other.bytes];
  return (
    one.values.length === other.values.length &&
    one.values.every((value, at) => sameValue(value, other.values[at])) &&
    bytes.length === otherBytes.length &&
    bytes.every((byte, at) => byte === otherBytes[at])
  );
}

function sameValue(one: DicomValue, other: DicomValue | undefined): boolean {
  if (typeof one === 'object') return typeof other === 'object' && sameDataset(one, other);
  return one === other;
}
