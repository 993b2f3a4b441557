/** Days since 1970-01-01 of a yyyymmdd number. */
export const dayNumber = (date: number): number =>
  Date.UTC(Math.floor(date / 10_000), (Math.floor(date / 100) % 100) - 1, date % 100) / 86_400_000;

/** The yyyymmdd number of a day since 1970-01-01. */
export function dateOfDay(day: number): number {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

/** Days from one yyyymmdd to another, positive when `to` is later; undefined when either has no date (0). */
export const daysBetween = (from: number, to: number): number | undefined =>
  from > 0 && to > 0 ? dayNumber(to) - dayNumber(from) : undefined;

/** yyyymmdd → `yyyy-mm-dd`; empty for 0. */
export const isoDate = (date: number): string =>
  date > 0 ? String(date).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') : '';
