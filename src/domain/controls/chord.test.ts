import { assert, boolean, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chordOf, chordParts, isChord, isReserved, isSingleCharacter, type KeyPress } from './chord.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('the chord of a press', () => {
  test.each<readonly [string, KeyPress]>([
    ['i', press('i')],
    ['i', press('I')],
    ['shift+i', press('I', { shiftKey: true })],
    ['?', press('?', { shiftKey: true })],
    ['+', press('+', { shiftKey: true })],
    ['Space', press(' ')],
    ['shift+Space', press(' ', { shiftKey: true })],
    ['ctrl+ArrowLeft', press('ArrowLeft', { ctrlKey: true })],
    ['ctrl+k', press('k', { metaKey: true })],
    ['ctrl++', press('+', { ctrlKey: true })],
    ['ctrl+alt+shift+F2', press('F2', { ctrlKey: true, altKey: true, shiftKey: true })],
    ['ñ', press('ñ')],
    // Spanish keyboards type [ with AltGr, which Windows tells as Ctrl and Alt.
    ['[', press('[', { ctrlKey: true, altKey: true, getModifierState: (key) => key === 'AltGraph' })],
  ])('%s', (chord, pressed) => {
    expect(chordOf(pressed)).toBe(chord);
    expect(isChord(chord)).toBe(true);
  });
});

test('a chord is taken apart at its joints, of which the key + is none', () => {
  expect(chordParts('ctrl+shift+ArrowUp')).toEqual(['ctrl', 'shift', 'ArrowUp']);
  expect(chordParts('+')).toEqual(['+']);
  expect(chordParts('ctrl++')).toEqual(['ctrl', '+']);
});

test.each([
  '',
  'I',
  'shift+?',
  'shift+ctrl+a',
  'ctrl+ctrl+a',
  'ctrl+',
  'Shift',
  'ctrl+Control',
  'Dead',
  ' ',
  'ab',
  'alt+arrowUp',
  '__proto__',
  '\u0000',
  'ctrl+<script>',
])('%j is no chord', (text) => {
  expect(isChord(text)).toBe(false);
});

test('every press of a key that is no modifier makes a chord that is told from a text', () => {
  const keys = oneof(
    constantFrom('ArrowUp', 'F11', 'Delete', 'Enter', ' ', 'PageDown'),
    string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
  );
  assert(
    property(keys, boolean(), boolean(), boolean(), (key, ctrlKey, altKey, shiftKey) => {
      expect(isChord(chordOf(press(key, { ctrlKey, altKey, shiftKey })))).toBe(true);
    }),
  );
});

test('single characters are told from keys that nobody types by accident', () => {
  expect(['a', 'shift+a', '?', '+', 'ñ'].every(isSingleCharacter)).toBe(true);
  expect(['ctrl+a', 'alt+a', 'Space', 'F2', 'ctrl++', 'shift+F2'].some(isSingleCharacter)).toBe(false);
});

test('what moves the focus and what the browser keeps cannot be given away', () => {
  expect(['Tab', 'Escape', 'ctrl+w', 'F5'].every(isReserved)).toBe(true);
  expect(['F11', 'Backspace', 'ctrl+k', 'w'].some(isReserved)).toBe(false);
});
