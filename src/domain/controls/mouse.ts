import type { HeldModifiers } from './chord.ts';

/** A button or the wheel, with the modifiers that are held: `ctrl` is Ctrl or Cmd. */
export type MouseSlot = `${MouseModifiers}${MouseInput}`;
export type MouseModifiers = '' | 'shift+' | 'ctrl+' | 'ctrl+shift+';
export type MouseInput = 'left' | 'middle' | 'right' | 'wheel';

/** What a drag does, or a turn of the wheel. */
export type MouseAction = 'window' | 'pan' | 'zoom' | 'scroll' | 'fast-scroll' | 'none';

/**
 * What every slot does. `left` alone is the tool that is in hand to begin with: the toolbar and the keys put another
 * one there.
 */
export type MouseBindings = Readonly<Record<MouseSlot, MouseAction>>;

export const MOUSE_INPUTS: readonly MouseInput[] = ['left', 'middle', 'right', 'wheel'];
export const MOUSE_MODIFIERS: readonly MouseModifiers[] = ['', 'shift+', 'ctrl+', 'ctrl+shift+'];

export const MOUSE_SLOTS: readonly MouseSlot[] = MOUSE_INPUTS.flatMap((input) =>
  MOUSE_MODIFIERS.map((modifiers): MouseSlot => `${modifiers}${input}`),
);

/** OHIF's mouse; what OHIF leaves free serves laptops, whose pads have one button. */
export const OHIF_MOUSE: MouseBindings = {
  left: 'window',
  'shift+left': 'zoom',
  'ctrl+left': 'pan',
  'ctrl+shift+left': 'scroll',
  middle: 'pan',
  'shift+middle': 'none',
  'ctrl+middle': 'none',
  'ctrl+shift+middle': 'none',
  right: 'zoom',
  'shift+right': 'none',
  'ctrl+right': 'none',
  'ctrl+shift+right': 'none',
  wheel: 'scroll',
  'shift+wheel': 'fast-scroll',
  'ctrl+wheel': 'zoom',
  'ctrl+shift+wheel': 'none',
};

const DRAGS: readonly MouseAction[] = ['window', 'pan', 'zoom', 'scroll', 'none'];
const TURNS: readonly MouseAction[] = ['scroll', 'fast-scroll', 'zoom', 'none'];

/** What a slot can be made to do. The left button alone always has a tool. */
export function actionsOf(slot: MouseSlot): readonly MouseAction[] {
  if (slot === 'left') return DRAGS.filter((action) => action !== 'none');
  return slot.endsWith('wheel') ? TURNS : DRAGS;
}

/** A slot taken apart. */
export function slotParts(slot: MouseSlot): {
  readonly input: MouseInput;
  readonly modifiers: MouseModifiers;
} {
  const input = MOUSE_INPUTS.find((one) => slot.endsWith(one)) ?? 'left';
  const modifiers = MOUSE_MODIFIERS.find((one) => `${one}${input}` === slot) ?? '';
  return { input, modifiers };
}

/** The slot of a press or a turn; undefined with Alt, which belongs to the system, and for further buttons. */
export function slotOf(input: MouseInput, held: HeldModifiers): MouseSlot | undefined {
  if (held.altKey) return undefined;
  return `${held.ctrlKey || held.metaKey ? 'ctrl+' : ''}${held.shiftKey ? 'shift+' : ''}${input}`;
}

/** The input of `MouseEvent.button`. */
export const inputOf = (button: number): MouseInput | undefined =>
  (['left', 'middle', 'right'] as const)[button];
