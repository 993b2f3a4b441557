import type { DicomElement, DicomValue } from '../../domain/imaging/dicom-dataset.ts';
import { valuesOfText } from '../../domain/imaging/dicom-values.ts';

/** An element out of texts and numbers: texts joined by `\` are divided, those of numeric VRs become numbers. */
export const elementOf = (vr: string, values: readonly DicomValue[]): DicomElement => ({
  vr,
  values: values.flatMap((value): readonly DicomValue[] =>
    typeof value === 'string' ? valuesOfText(vr, value) : [value],
  ),
});
