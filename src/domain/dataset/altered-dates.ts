import { cellOf } from './columns.ts';
import { PRESENCES, READ_STATES, type DatasetIndex } from './dataset-index.ts';

/**
 * What headers and sidecars of a patient's images say of their dates (PS3.3 C.12.1, Longitudinal Temporal Information
 * Modified): that they were altered, nothing so far since some are unread, or nothing.
 */
export type DatesSaid = 'altered' | 'unread' | 'nothing';

/** Of all images of a patient: dates are altered by person, and tests come from another table than images. */
export function datesSaid({ subjects, sessions, images, filters }: DatasetIndex, subject: number): DatesSaid {
  const rows = cellOf(subjects.sessions, subject);
  const { values, cells } = filters.facets.issue;
  const altered = values.indexOf('DATES_MODIFIED');
  if (altered >= 0 && rows.some((row) => cellOf(cells, row).includes(altered))) return 'altered';
  const [unread, listed] = [READ_STATES.indexOf('unread'), PRESENCES.indexOf('listed')];
  const isUnread = (image: number): boolean =>
    images.readState[image] === unread && images.presence[image] !== listed;
  return rows.some((row) => cellOf(sessions.images, row).some(isUnread)) ? 'unread' : 'nothing';
}
