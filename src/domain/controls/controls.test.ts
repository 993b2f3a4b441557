import { anything, assert, property } from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_CONTROLS, mouseOf, readControls } from './controls.ts';
import { isChord } from './chord.ts';
import { OHIF_MOUSE } from './mouse.ts';

test('controls are read as they were written', () => {
  const controls = {
    scheme: 'weasis',
    keys: { invert: ['shift+i', 'F2'], 'side-by-side': [] },
    mouse: { 'ctrl+wheel': 'none', left: 'pan' },
  } as const;
  expect(readControls(JSON.parse(JSON.stringify(controls)))).toEqual({ controls, notUnderstood: [] });
});

test('what is not understood is left out and named, the rest stays', () => {
  const read = readControls({
    scheme: 'emacs',
    keys: {
      invert: ['i'],
      'next-case': 'n',
      reset: ['Space', 'no such key'],
      'Fit it': ['='],
      fit: ['1', '2', '3', '4', '5'],
      'from-the-future': ['F9'],
    },
    mouse: { right: 'pan', wheel: 'window', left: 'none', thumb: 'pan', middle: 7 },
  });
  expect(read.controls).toEqual({
    scheme: 'ohif',
    keys: { invert: ['i'], 'from-the-future': ['F9'] },
    mouse: { right: 'pan' },
  });
  expect(read.notUnderstood).toEqual([
    'scheme',
    'keys.next-case',
    'keys.reset',
    'keys.Fit it',
    'keys.fit',
    'mouse.wheel',
    'mouse.left',
    'mouse.thumb',
    'mouse.middle',
  ]);
});

test('names that objects know by themselves do no harm', () => {
  const hostile: unknown = JSON.parse(
    '{"keys": {"__proto__": ["i"], "constructor": ["i"], "toString": ["i"]}, "mouse": {"__proto__": {"left": "pan"}}}',
  );
  const { controls } = readControls(hostile);
  expect(Object.keys(controls.keys)).toEqual(['constructor']);
  expect(Object.getPrototypeOf(controls.keys)).toBe(Object.prototype);
  expect(mouseOf(controls)).toEqual(OHIF_MOUSE);
});

test('anything at all makes controls that are sound', () => {
  assert(
    property(anything(), (value) => {
      const { controls } = readControls(value);
      expect(Object.values(controls.keys).flat().every(isChord)).toBe(true);
      expect(Object.values(mouseOf(controls)).every((action) => typeof action === 'string')).toBe(true);
    }),
  );
  expect(readControls(undefined).controls).toEqual(DEFAULT_CONTROLS);
});
