export interface Formats {
  /** 1,204 or 1.204; below zero with a real minus: −600. */
  number(value: number): string;
  /** With so many digits after the point: 0.400 or 0,400. */
  fixed(value: number, digits: number): string;
  /** yyyymmdd → "27 Mar 2020"; empty for 0. */
  date(value: number): string;
  /** yyyymmdd → "27 Mar"; empty for 0. */
  shortDate(value: number): string;
  /** Days with their sign and a real minus: +6, −2, 0. */
  signedDays(value: number): string;
  /** Bytes → "14.5 MB". */
  bytes(value: number): string;
  /** Milliseconds since 1970 → "13:58". */
  time(value: number): string;
  /** Two times in milliseconds since 1970 → "today", "yesterday", "18 Nov", "18 Nov 2025". */
  day(value: number, now: number): string;
}

const toUtc = (value: number): Date =>
  new Date(Date.UTC(Math.floor(value / 10_000), (Math.floor(value / 100) % 100) - 1, value % 100));

/** Day first in both languages, as in the reports. */
function dayFirst(format: Intl.DateTimeFormat, value: number): string {
  const found = format.formatToParts(toUtc(value));
  const part = (type: string): string =>
    found.find((each) => each.type === type)?.value.replace('.', '') ?? '';
  return [part('day'), part('month'), part('year')].filter((text) => text !== '').join(' ');
}

/** The day of a time on this machine's clock, as yyyymmdd. */
const dayNumber = (at: Date): number => at.getFullYear() * 10_000 + (at.getMonth() + 1) * 100 + at.getDate();

const midnight = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/** Numbers are written with a hyphen by the browser. */
const withMinus = (text: string): string => text.replace('-', '−');

export function createFormats(locale: string): Formats {
  // "es" groups four digits only on request; a count of 1204 is easier to read as 1.204.
  const number = new Intl.NumberFormat(locale, { useGrouping: 'always', signDisplay: 'negative' });
  const one = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, useGrouping: 'always' });
  const date = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    number: (value) => withMinus(number.format(value)),
    fixed: (value, digits) =>
      withMinus(
        value.toLocaleString(locale, {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
          signDisplay: 'negative',
          useGrouping: 'always',
        }),
      ),
    date: (value) => (value > 0 ? dayFirst(date, value) : ''),
    shortDate: (value) => (value > 0 ? dayFirst(short, value) : ''),
    signedDays: (value) => (value > 0 ? `+${number.format(value)}` : withMinus(number.format(value))),
    bytes: (value) => {
      if (value >= 1e9) return `${one.format(value / 1e9)} GB`;
      if (value >= 1e6) return `${one.format(value / 1e6)} MB`;
      return value >= 1e3 ? `${one.format(value / 1e3)} kB` : `${number.format(value)} B`;
    },
    time: (value) => time.format(value),
    day: (value, now) => {
      const ago = Math.round((midnight(now) - midnight(value)) / 86_400_000);
      if (ago === 0 || ago === 1) return relative.format(-ago, 'day');
      const sameYear = new Date(value).getFullYear() === new Date(now).getFullYear();
      return dayFirst(sameYear ? short : date, dayNumber(new Date(value)));
    },
  };
}
