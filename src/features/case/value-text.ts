import type { Formats } from '../../i18n/formats.ts';

/** A value of an image with so many digits behind the point, thousands apart, and a real minus. */
export const valueText = (format: Formats, value: number, digits: number): string =>
  (digits === 0 ? format.number(Math.round(value) + 0) : format.fixed(value, digits)).replace('-', '−');
