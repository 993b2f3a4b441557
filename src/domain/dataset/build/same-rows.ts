import type { ConflictSubject } from '../../issues.ts';
import type { LabelRow, ListCell, ParticipantRow, SessionRow } from '../rows.ts';

/** In what two rows about the same differ; nothing when they say the same, however they are written. */
export type Difference<Row> = (one: Row, other: Row) => ConflictSubject | undefined;

const sameItems = <Item>(one: readonly Item[], other: readonly Item[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);

const sameList = (one: ListCell, other: ListCell): boolean => sameItems(one.items, other.items);

export const participantDifference: Difference<ParticipantRow> = (one, other) => {
  if (!sameItems(one.ages, other.ages) || one.sex !== other.sex) return 'age-or-sex';
  return sameItems(one.modalities, other.modalities) ? undefined : 'modalities';
};

export const labelDifference: Difference<LabelRow> = (one, other) => {
  const isSame =
    one.report === other.report &&
    sameList(one.labels, other.labels) &&
    sameList(one.locations, other.locations) &&
    sameList(one.bySentence, other.bySentence);
  if (!isSame) return 'labels';
  const haveSameCuis =
    sameList(one.labelCuis, other.labelCuis) && sameList(one.locationCuis, other.locationCuis);
  return haveSameCuis ? undefined : 'cuis';
};

export const sessionDifference: Difference<SessionRow> = (one, other) =>
  one.date === other.date && sameItems(one.reports, other.reports) ? undefined : 'date-or-report';
