import { Label, Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './slider.module.css';

interface SliderProps {
  readonly name: string;
  /** 0 to 1. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A share that is set by hand, said in per cent. */
export function Slider({ name, value, onChange }: SliderProps) {
  return (
    <AriaSlider
      value={value}
      onChange={onChange}
      minValue={0}
      maxValue={1}
      step={0.01}
      formatOptions={{ style: 'percent' }}
      className={cx(styles.slider)}
    >
      <Label>{name}</Label>
      <SliderTrack className={cx(styles.track)}>
        <SliderThumb className={cx(styles.thumb)} />
      </SliderTrack>
      <SliderOutput className={cx(styles.output)} />
    </AriaSlider>
  );
}
