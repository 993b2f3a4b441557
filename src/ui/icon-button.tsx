import { memo, type ReactNode } from 'react';
import {
  Button as AriaButton,
  ToggleButton as AriaToggleButton,
  Tooltip,
  TooltipTrigger,
  type ButtonProps as AriaButtonProps,
  type PressEvent,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { KeyCap } from './key-cap.tsx';
import styles from './icon-button.module.css';
import { areSameProps } from './same-node.ts';
import { useStable } from './use-stable.ts';

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
export function IconButton({ onPress, ...rest }: IconButtonProps) {
  const press = useStable((event: PressEvent) => onPress?.(event));
  return <Drawn {...rest} onPress={press} />;
}

// A toolbar has twenty of them, each of ten components, and is written anew with every change of the page.
const Drawn = memo(function Drawn({ name, shortcut, pressed, children, ...props }: IconButtonProps) {
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
}, areSameProps);
