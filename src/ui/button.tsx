import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './button.module.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly tone?: 'primary' | 'plain' | 'quiet';
  readonly children: ReactNode;
  readonly 'data-testid'?: string;
}

export function Button({ tone = 'plain', ...props }: ButtonProps) {
  return <AriaButton {...props} className={cx(styles.button, styles[tone])} />;
}
