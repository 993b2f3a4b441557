import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  ToggleButton as AriaToggleButton,
  Tooltip,
  TooltipTrigger,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { KeyCap } from './key-cap.tsx';
import styles from './icon-button.module.css';

export interface IconButtonProps extends Omit<
  AriaButtonProps,
  'className' | 'style' | 'children' | 'aria-label'
> {
  /** What the button does; its accessible name and its tooltip. */
  readonly name: string;
  readonly shortcut?: string | undefined;
  /** Given for a button that stays pressed. */
  readonly pressed?: boolean;
  readonly children: ReactNode;
}

/** A button that shows an icon alone; name and key are in a tooltip. */
export function IconButton({ name, shortcut, pressed, children, ...props }: IconButtonProps) {
  const { onPress, ...rest } = props;
  return (
    <TooltipTrigger delay={450} closeDelay={0}>
      {pressed === undefined ? (
        <AriaButton {...props} aria-label={name} className={cx(styles.icon)}>
          {children}
        </AriaButton>
      ) : (
        <AriaToggleButton
          {...(rest.isDisabled === undefined ? {} : { isDisabled: rest.isDisabled })}
          {...(onPress && { onPress })}
          aria-label={name}
          isSelected={pressed}
          className={cx(styles.icon)}
        >
          {children}
        </AriaToggleButton>
      )}
      <Tooltip className={cx(styles.tooltip)} offset={6}>
        {name}
        {shortcut !== undefined && <KeyCap keys={shortcut} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
