import { memo, type ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './segmented.module.css';
import { isSameNode } from './same-node.ts';
import { useStable } from './use-stable.ts';

export interface SegmentedOption<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** Accessible name where the label is an icon. */
  readonly name?: string;
}

interface SegmentedProps<Value extends string> {
  readonly name: string;
  readonly options: readonly SegmentedOption<Value>[];
  /** No value: none of the options is in force. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

/** A row of choices of which one is in force. */
export function Segmented<Value extends string>({ options, onChange, ...rest }: SegmentedProps<Value>) {
  const onChoose = useStable((key: string) => {
    const chosen = options.find(({ value }) => value === key);
    if (chosen) onChange(chosen.value);
  });
  return <Choices {...rest} options={options} onChoose={onChoose} />;
}

interface ChoicesProps extends Pick<SegmentedProps<string>, 'name' | 'options' | 'value'> {
  readonly onChoose: (value: string) => void;
}

const isSame = (a: SegmentedOption<string>, b: SegmentedOption<string> | undefined): boolean =>
  a.value === b?.value && isSameNode(a.label, b.label) && a.name === b.name;

// Pages that are drawn anew at every letter typed write their options anew, too; what they say is seldom another.
const Choices = memo(
  function Choices({ name, options, value, onChoose }: ChoicesProps) {
    return (
      <ToggleButtonGroup
        aria-label={name}
        selectionMode="single"
        disallowEmptySelection={value !== undefined}
        selectedKeys={value === undefined ? [] : [value]}
        onSelectionChange={(keys) => [...keys].forEach((key) => onChoose(String(key)))}
        className={cx(styles.group)}
      >
        {options.map((option) => (
          <ToggleButton
            key={option.value}
            id={option.value}
            {...(option.name !== undefined && { 'aria-label': option.name })}
            className={cx(styles.option)}
          >
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    );
  },
  (a, b) =>
    a.name === b.name &&
    a.value === b.value &&
    a.onChoose === b.onChoose &&
    a.options.length === b.options.length &&
    a.options.every((option, at) => isSame(option, b.options[at])),
);
