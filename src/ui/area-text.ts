import type { Scale } from '../domain/measure/scale.ts';
import type { Language } from '../i18n/locale.tsx';

/** An area in the words of its scale. */
export function areaText({ t, format }: Language, area: number, scale: Scale): string {
  const number = area < 10 ? format.fixed(area, 1) : format.number(Math.round(area));
  if (scale.kind === 'none') return t.case.area(number);
  if (scale.kind === 'user') return t.measure.userArea(number);
  return scale.kind === 'magnified'
    ? t.areas.magnified(number, format.number(scale.factor))
    : t.areas[scale.kind](number);
}
