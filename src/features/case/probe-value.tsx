import type { RefObject } from 'react';
import { traceValue } from '../../domain/imaging/render-grey.ts';
import { areHounsfield, valueDigits } from '../../domain/imaging/value-digits.ts';
import type { ImagePlacement } from '../../domain/imaging/placement.ts';
import type { ViewState } from '../../engine/index.ts';
import { useLanguage, type Language } from '../../i18n/locale.tsx';
import styles from './captions.module.css';
import { usePixelBelow } from './use-pixel-below.ts';
import { valueText } from './value-text.ts';

interface ProbeValueProps {
  /** What the pointer is watched over: the image, without its captions. */
  readonly over: RefObject<HTMLElement | null>;
  readonly state: ViewState | undefined;
  readonly placement: ImagePlacement | undefined;
}

/** A stored value in the unit it is known to have; colours as they are. */
function probeText({ t, format }: Language, { image, chain }: ViewState, samples: readonly number[]): string {
  const [stored] = samples;
  if (!image || !chain || stored === undefined) return '';
  if (image.pixels.kind === 'rgb') return t.ct.colourValue(samples.map((sample) => format.number(sample)));
  const { modality, padding } = traceValue(chain, stored);
  if (padding) return '—';
  const digits = valueDigits(chain, image.pixels);
  const value = (number: number): string => valueText(format, number, digits);
  return areHounsfield(image.attributes, chain) ? t.ct.hu(value(modality)) : t.ct.storedValue(value(stored));
}

/** The value under the pointer; empty beside the image. */
export function ProbeValue({ over, state, placement }: ProbeValueProps) {
  const language = useLanguage();
  const pixel = usePixelBelow(over, state?.image?.pixels, placement);
  return (
    <span className={styles.probe} title={language.t.ct.valueBelow} data-testid="probe">
      {state && pixel ? probeText(language, state, pixel.samples) : ''}
    </span>
  );
}
