import type { CtrBasis } from '../../../domain/measure/cardiothoracic.ts';
import type { Value } from '../../../domain/measure/evaluate.ts';
import type { Mark } from '../../../domain/measure/measurement.ts';
import type { RegionStatistics } from '../../../domain/measure/region-statistics.ts';
import type { Scale } from '../../../domain/measure/scale.ts';
import type { Language } from '../../../i18n/locale.tsx';
import { areaText } from '../../../ui/area-text.ts';

/** A real minus before numbers below 0. */
const signed = (text: string): string => text.replace('-', '−');

/** A length in the words of its scale. */
function lengthText({ t, format }: Language, length: number, scale: Scale): string {
  const number = format.fixed(length, 1);
  if (scale.kind === 'none') return t.measure.px(number);
  if (scale.kind === 'user') return t.measure.user(number);
  return scale.kind === 'magnified'
    ? t.spacing.magnified(number, format.number(scale.factor))
    : t.spacing[scale.kind](number);
}

/** A pixel value: whole where it was filed so. */
const valueText = ({ format }: Language, value: number): string =>
  signed(Number.isInteger(value) ? format.number(value) : format.fixed(value, 1));

function statisticsLines(language: Language, found: RegionStatistics): readonly string[] {
  const { t, format } = language;
  const unit = t.measure.values[found.unit];
  return [
    t.measure.mean(signed(format.fixed(found.mean, 1)), format.fixed(found.sd, 1), unit),
    t.measure.range(
      valueText(language, found.min),
      valueText(language, found.max),
      format.number(found.count),
    ),
  ];
}

/** What a mark says beside its lines, the most important first. */
export function valueLines(language: Language, value: Value, scale: Scale): readonly string[] {
  const { t, format } = language;
  switch (value.kind) {
    case 'length':
      return [lengthText(language, value.length, scale)];
    case 'axes':
      return [t.measure.axes(format.fixed(value.long, 1), lengthText(language, value.short, scale))];
    case 'angle':
      return [t.measure.degrees(format.fixed(value.degrees, 1))];
    case 'region':
      return [
        areaText(language, value.area, scale),
        ...(value.statistics ? statisticsLines(language, value.statistics) : []),
      ];
    case 'probe':
      return [
        value.statistics
          ? t.measure.value(
              valueText(language, value.statistics.mean),
              t.measure.valueIn[value.statistics.unit],
            )
          : t.measure.noValue,
      ];
    case 'calibration':
      return value.statedMm === undefined ? [] : [t.measure.statedAs(format.number(value.statedMm))];
    case 'ctr':
      return [
        Number.isNaN(value.ratio) ? t.measure.noRatio : t.measure.ratio(format.fixed(value.ratio, 2)),
        t.measure.widths(format.fixed(value.cardiac, 1), lengthText(language, value.thoracic, scale)),
        t.measure.bases[value.basis],
      ];
    case 'none':
      return [];
  }
}

/** Of these lines the ones that are said in few words: the first, and of a ratio what it is worth. */
export const briefLines = ({ kind }: Value, lines: readonly string[]): readonly string[] =>
  kind === 'ctr' ? [...lines.slice(0, 1), ...lines.slice(2)] : lines.slice(0, 1);

/** Whether a ratio may be read against 0.5. */
export const isReference = (basis: CtrBasis): boolean => basis === 'pa';

/** What a mark is called: by the user, else by its tool. */
export const labelOf = ({ t }: Language, { text, tool }: Pick<Mark, 'text' | 'tool'>): string =>
  text === '' ? t.measure.names[tool] : text;
