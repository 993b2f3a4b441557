import { cellOf } from '../domain/dataset/columns.ts';
import type { DatasetIndex } from '../domain/dataset/dataset-index.ts';
import type { Messages } from '../i18n/messages/en.ts';

/** Every age of a patient: there is one per distinct age in the table. Empty when none is known. */
export function agesOf(t: Messages, { subjects }: DatasetIndex, subject: number): string {
  const ages = Array.from(cellOf(subjects.ages, subject), String).join(t.app.listSeparator);
  return ages === '' ? '' : t.library.years(ages);
}

/** The sex of a patient in as few letters as the language allows; empty when it is not known. */
export const sexOf = (t: Messages, { subjects }: DatasetIndex, subject: number): string =>
  t.app.sexes[subjects.sex[subject] ?? 'unknown'];

/** Age and sex, as far as they are known. */
export const personOf = (
  t: Messages,
  index: DatasetIndex,
  subject: number,
  separator = t.app.listSeparator,
): string =>
  [agesOf(t, index, subject), sexOf(t, index, subject)].filter((part) => part !== '').join(separator);
