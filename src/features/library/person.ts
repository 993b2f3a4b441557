import { cellOf } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { Messages } from '../../i18n/messages/en.ts';

/** Every age of a patient: there is one per distinct age in the table. */
export function agesOf(t: Messages, { subjects }: DatasetIndex, subject: number): string {
  const ages = Array.from(cellOf(subjects.ages, subject), String).join(t.app.listSeparator);
  return ages === '' ? '' : t.library.years(ages);
}

/** Age and sex, as far as they are known. */
export function personOf(t: Messages, index: DatasetIndex, subject: number): string {
  const sex = index.subjects.sex[subject] ?? 'unknown';
  return [agesOf(t, index, subject), sex === 'unknown' ? '' : sex].filter((part) => part !== '').join(', ');
}
