import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './switch.module.css';

interface SwitchProps {
  readonly isSelected: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}

/** Something that is on or off, at once. */
export function Switch({ isSelected, onChange, children }: SwitchProps) {
  return (
    <AriaSwitch isSelected={isSelected} onChange={onChange} className={cx(styles.switch)}>
      <span aria-hidden className={styles.track} />
      {children}
    </AriaSwitch>
  );
}
