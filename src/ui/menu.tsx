import { memo, type ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Check } from 'lucide-react';
import { cx } from './cx.ts';
import buttonStyles from './button.module.css';
import iconStyles from './icon-button.module.css';
import styles from './menu.module.css';
import { areSameProps } from './same-node.ts';
import { useStable } from './use-stable.ts';

export interface MenuChoice {
  readonly id: string;
  readonly label: string;
  /** Said at the end of the line: a value, a key. */
  readonly note?: string | undefined;
  readonly onAction: () => void;
  /** Given for a choice among several of which one is in force. */
  readonly selected?: boolean;
}

interface MenuButtonProps {
  readonly name: string;
  readonly choices: readonly MenuChoice[];
  /** Shown on the button; without a label the name is a tooltip. */
  readonly children: ReactNode;
  readonly labelled?: boolean;
  /** Several choices may be in force at once; the menu stays open. */
  readonly multiple?: boolean;
}

/** A button that opens a menu. */
export function MenuButton({ choices, ...rest }: MenuButtonProps) {
  const onChoose = useStable((id: string) => choices.find((choice) => choice.id === id)?.onAction());
  return <Drawn {...rest} choices={choices} onChoose={onChoose} />;
}

type Shown = Omit<MenuChoice, 'onAction'>;

interface DrawnProps extends Omit<MenuButtonProps, 'choices'> {
  readonly choices: readonly Shown[];
  readonly onChoose: (id: string) => void;
}

const isSameChoice = (a: Shown, b: Shown | undefined): boolean =>
  a.id === b?.id && a.label === b.label && a.note === b.note && a.selected === b.selected;

/** Choices are written anew with every change of the page; what they say seldom is another. */
function isDrawnAlike({ choices: before, ...a }: DrawnProps, { choices: after, ...b }: DrawnProps): boolean {
  return (
    areSameProps(a, b) &&
    before.length === after.length &&
    before.every((choice, at) => isSameChoice(choice, after[at]))
  );
}

const Drawn = memo(function Drawn({
  name,
  choices,
  onChoose,
  children,
  labelled = false,
  multiple = false,
}: DrawnProps) {
  const selected = choices.filter((choice) => choice.selected).map((choice) => choice.id);
  const isChoice = choices.some((choice) => choice.selected !== undefined);
  const trigger = (
    <Button
      {...(!labelled && { 'aria-label': name })}
      className={cx(...(labelled ? [buttonStyles.button, buttonStyles.quiet] : [iconStyles.icon]))}
    >
      {children}
    </Button>
  );
  return (
    <MenuTrigger>
      {labelled ? (
        trigger
      ) : (
        <TooltipTrigger delay={450} closeDelay={0}>
          {trigger}
          <Tooltip className={cx(iconStyles.tooltip)} offset={6}>
            {name}
          </Tooltip>
        </TooltipTrigger>
      )}
      <Popover className={cx(styles.popover)} offset={6}>
        <Menu
          aria-label={name}
          selectionMode={isChoice ? (multiple ? 'multiple' : 'single') : 'none'}
          selectedKeys={selected}
          onAction={(id) => onChoose(String(id))}
          className={cx(styles.menu)}
        >
          {choices.map((choice) => (
            <MenuItem key={choice.id} id={choice.id} textValue={choice.label} className={cx(styles.item)}>
              <span className={styles.mark}>{choice.selected === true && <Check aria-hidden />}</span>
              {choice.label}
              {choice.note !== undefined && <span className={styles.note}>{choice.note}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}, isDrawnAlike);
