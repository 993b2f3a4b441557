import { fuzz, type FuzzOptions, type FuzzReport } from './fuzz.ts';
import { DICOM_TARGETS } from './fuzz-dicom.ts';
import { IMAGE_TARGETS } from './fuzz-images.ts';
import { MASK_TARGETS } from './fuzz-masks.ts';
import { TEXT_TARGETS } from './fuzz-texts.ts';

/** Every parser that reads what someone else wrote. */
export const TARGETS = [...IMAGE_TARGETS, ...DICOM_TARGETS, ...TEXT_TARGETS, ...MASK_TARGETS];

/** Fuzzes one of them by its name. */
export async function fuzzByName(asked: string, options: FuzzOptions): Promise<FuzzReport> {
  const target = TARGETS.find(({ name }) => name === asked);
  if (!target) throw new RangeError(`no parser of the name ${asked}`);
  return fuzz(target, options);
}
