import { X } from 'lucide-react';
import type { RefObject } from 'react';
import type { DisplayChain } from '../../domain/imaging/display-chain.ts';
import { traceValue, type ValueTrace } from '../../domain/imaging/render-grey.ts';
import { valueDigits } from '../../domain/imaging/value-digits.ts';
import type { ImagePlacement } from '../../domain/imaging/placement.ts';
import type { ViewState } from '../../engine/index.ts';
import { useLanguage, type Language } from '../../i18n/locale.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './chain-steps.module.css';
import { usePixelBelow } from './use-pixel-below.ts';
import { valueText } from './value-text.ts';

type Image = NonNullable<ViewState['image']>;

interface ChainStepsProps {
  readonly image: Image;
  readonly chain: DisplayChain;
  /** How the pixels were made that no file holds. */
  readonly made?: string | undefined;
  readonly over: RefObject<HTMLElement | null>;
  readonly placement: ImagePlacement | undefined;
  readonly onClose: () => void;
}

interface Step {
  readonly name: string;
  /** Where the standard has it, PS3.3. */
  readonly section: string;
  readonly how: string;
  readonly value: string;
}

/** What each step of the display chain makes of the pixel below the pointer. */
export function ChainSteps({ image, chain, made, over, placement, onClose }: ChainStepsProps) {
  const language = useLanguage();
  const { t, format } = language;
  const pixel = usePixelBelow(over, image.pixels, placement);
  const isColour = image.pixels.kind === 'rgb';
  const trace = pixel && !isColour ? traceValue(chain, pixel.samples[0] ?? NaN) : undefined;
  const steps = isColour
    ? colourSteps(language, image, chain, pixel?.samples)
    : stepsOf(language, image, chain, trace, made);
  return (
    <section
      aria-label={t.chain.title}
      className={styles.steps}
      data-testid="chain-steps"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 className={styles.title}>{t.chain.title}</h2>
        <IconButton name={t.chain.close} onPress={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      <p className={styles.pixel}>
        {pixel ? t.chain.pixel(format.number(pixel.column + 1), format.number(pixel.row + 1)) : t.chain.hint}
      </p>
      <ol className={styles.list}>
        {steps.map(({ name, section, how, value }) => (
          <li key={name} className={styles.step} data-step={section}>
            <span className={styles.name}>{name}</span>
            <span className={styles.value}>{value}</span>
            <span className={styles.how}>{how}</span>
            <span className={styles.section}>{section}</span>
          </li>
        ))}
      </ol>
      {trace?.padding === true && <p className={styles.pixel}>{t.chain.padding}</p>}
    </section>
  );
}

function stepsOf(
  language: Language,
  image: Image,
  chain: DisplayChain,
  trace: ValueTrace | undefined,
  made: string | undefined,
): readonly Step[] {
  const { t, format } = language;
  const shown = (value: number | undefined, digits = 1): string => {
    if (value === undefined) return '';
    return valueText(format, value, Number.isInteger(value) ? 0 : digits);
  };
  // Values that are no whole numbers have a digit more here than below the image.
  const digits = Math.max(2, valueDigits(chain, image.pixels) + 1);
  const stored = storedText(language, image);
  return [
    {
      name: t.chain.stored,
      section: 'C.7.6.3',
      how: made === undefined ? stored : `${made}, ${stored}`,
      value: shown(trace?.stored, digits),
    },
    {
      name: t.chain.modality,
      section: 'C.11.1',
      how: modalityText(language, chain),
      value: shown(trace?.modality, digits),
    },
    {
      name: t.chain.voi,
      section: 'C.11.2',
      how: voiText(language, chain, digits - 1),
      value: shown(trace?.voi),
    },
    {
      name: t.chain.polarity,
      section: 'C.7.6.3.1.2',
      how: polarityText(language, chain),
      value: trace ? shown(trace.grey) : '',
    },
  ];
}

/** Colours go to the screen as they are filed; only the user turns them round. */
function colourSteps(
  language: Language,
  { attributes }: Image,
  chain: DisplayChain,
  samples: readonly number[] | undefined,
): readonly Step[] {
  const { t, format } = language;
  const { PhotometricInterpretation = 'RGB', BitsStored = 8 } = attributes;
  const { inverted } = chain.polarity;
  const values = (map: (sample: number) => number): string =>
    samples?.map((sample) => format.number(map(sample))).join(', ') ?? '';
  return [
    {
      name: t.chain.stored,
      section: 'C.7.6.3',
      how: t.chain.colourNote(PhotometricInterpretation, format.number(BitsStored)),
      value: values((sample) => sample),
    },
    { name: t.chain.modality, section: 'C.11.1', how: t.chain.colours, value: '' },
    { name: t.chain.voi, section: 'C.11.2', how: t.chain.colours, value: '' },
    {
      name: t.chain.polarity,
      section: 'C.7.6.3.1.2',
      how: inverted ? t.chain.byUser : t.chain.asFiled,
      value: values((sample) => (inverted ? 255 - sample : sample)),
    },
  ];
}

function storedText({ t, format }: Language, { pixels, attributes }: Image): string {
  const { data } = pixels;
  const bits = 8 * data.BYTES_PER_ELEMENT;
  if (data instanceof Float32Array || data instanceof Float64Array)
    return t.chain.realNote(format.number(bits));
  const isSigned = data instanceof Int8Array || data instanceof Int16Array || data instanceof Int32Array;
  const allocated = attributes.BitsAllocated ?? bits;
  return t.chain.storedNote(
    format.number(attributes.BitsStored ?? allocated),
    format.number(allocated),
    isSigned,
  );
}

function modalityText({ t, format }: Language, { modality }: DisplayChain): string {
  switch (modality.kind) {
    case 'none':
      return modality.reason === 'applied' ? t.chain.alreadyModality : t.chain.noModality;
    case 'rescale':
      return t.chain.rescale(String(modality.slope), String(modality.intercept)).replaceAll('-', '−');
    case 'lut':
      return t.chain.modalityLut(format.number(modality.lut.entries.length));
  }
}

function voiText({ t, format }: Language, { voi }: DisplayChain, digits: number): string {
  if (voi.kind === 'lut')
    return t.chain.voiLut(
      voi.lut.explanation,
      format.number(voi.lut.entries.length),
      format.number(voi.lut.bits),
    );
  const number = (value: number): string =>
    valueText(format, value, Number.isInteger(value) ? 0 : Math.max(1, digits));
  return t.chain.window(voi.function, number(voi.center), number(voi.width));
}

function polarityText({ t }: Language, { polarity }: DisplayChain): string {
  const { reason, byUser } = polarity;
  const parts = [
    ...(reason === 'none' ? [] : [t.chain.inverted(reason)]),
    ...(byUser ? [t.chain.byUser] : []),
  ];
  return parts.length === 0 ? t.chain.asIs : parts.join(', ');
}
