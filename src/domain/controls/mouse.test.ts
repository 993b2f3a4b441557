import { expect, test } from 'vitest';
import { actionsOf, inputOf, MOUSE_SLOTS, OHIF_MOUSE, slotOf, slotParts } from './mouse.ts';

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test('three buttons and the wheel go with four sets of modifiers', () => {
  expect(MOUSE_SLOTS).toHaveLength(16);
  expect(new Set(MOUSE_SLOTS).size).toBe(16);
  expect(MOUSE_SLOTS.map(slotParts).map(({ input, modifiers }) => modifiers + input)).toEqual(MOUSE_SLOTS);
});

test('the mouse is that of OHIF', () => {
  const { left, middle, right, wheel } = OHIF_MOUSE;
  expect({ left, middle, right, wheel }).toEqual({
    left: 'window',
    middle: 'pan',
    right: 'zoom',
    wheel: 'scroll',
  });
  expect(OHIF_MOUSE['ctrl+wheel']).toBe('zoom');
});

test('every slot does something that it can be made to do', () => {
  for (const slot of MOUSE_SLOTS) expect(actionsOf(slot), slot).toContain(OHIF_MOUSE[slot]);
  expect(actionsOf('left')).not.toContain('none');
  expect(actionsOf('wheel')).not.toContain('window');
});

test('a press is told by its button and what is held; Alt is the system’s', () => {
  expect(inputOf(0)).toBe('left');
  expect(inputOf(1)).toBe('middle');
  expect(inputOf(2)).toBe('right');
  expect(inputOf(3)).toBeUndefined();
  expect(slotOf('right', NONE)).toBe('right');
  expect(slotOf('left', { ...NONE, metaKey: true })).toBe('ctrl+left');
  expect(slotOf('wheel', { ...NONE, ctrlKey: true, shiftKey: true })).toBe('ctrl+shift+wheel');
  expect(slotOf('left', { ...NONE, altKey: true })).toBeUndefined();
});
