/** What days of a patient are counted from: the first positive PCR, or the session that is read. */
export const DAY_ZEROS = ['first-positive', 'session'] as const;
export type DayZero = (typeof DAY_ZEROS)[number];
