import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup, type Key } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './segmented.module.css';

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
export function Segmented<Value extends string>({ name, options, value, onChange }: SegmentedProps<Value>) {
  const choose = (keys: Set<Key>): void => {
    const chosen = options.find((option) => keys.has(option.value));
    if (chosen) onChange(chosen.value);
  };
  return (
    <ToggleButtonGroup
      aria-label={name}
      selectionMode="single"
      disallowEmptySelection={value !== undefined}
      selectedKeys={value === undefined ? [] : [value]}
      onSelectionChange={choose}
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
}
