import { expect, test } from 'vitest';
import { en } from '../i18n/messages/en.ts';
import { es } from '../i18n/messages/es.ts';
import { showChord } from './show-chord.ts';

test('keys are shown as keyboards print them', () => {
  const english = ['ctrl+ArrowLeft', 'shift+n', '+', 'ctrl++', 'Space', 'PageDown', 'F11', 'alt+r'];
  expect(english.map((chord) => showChord(en.keys.caps, chord, false))).toEqual([
    'Ctrl ←',
    '⇧ N',
    '+',
    'Ctrl +',
    'Space',
    'PgDn',
    'F11',
    'Alt R',
  ]);
  expect(showChord(es.keys.caps, 'PageDown', false)).toBe('AvPág');
  expect(showChord(en.keys.caps, 'ctrl+k', true)).toBe('⌘ K');
});
