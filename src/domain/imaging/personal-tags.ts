import type { Tag } from './dicom-dataset.ts';

/** Unlimited text and names of persons (PS3.5 section 6.2). */
const FREE_TEXT: ReadonlySet<string> = new Set(['LT', 'ST', 'UT', 'UC', 'PN']);

/** Birth dates, descriptors and comments that are typed by hand, and what leads to a person or a place. */
const TYPED =
  /Birth|Comment|Description|History|Reason|Address|Telephone|Occupation|Allerg|Alerts|OtherPatient|PatientName|PatientID$|Institution|StationName|Operator|Physician|AccessionNumber|Remark/;

/**
 * Whether an attribute is hidden until it is asked for: who the patient is, and free text, which may say so too. The
 * attributes of makers (odd groups) hold anything.
 */
export const isPersonal = (tag: Tag, keyword: string, vr: string): boolean =>
  FREE_TEXT.has(vr) || TYPED.test(keyword) || Number.parseInt(tag.slice(0, 4), 16) % 2 === 1;
