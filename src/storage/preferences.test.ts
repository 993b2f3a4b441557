import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONTROLS } from '../domain/controls/controls.ts';
import {
  loadPreferences,
  readSettings,
  savePreferences,
  writeSettings,
  type Preferences,
} from './preferences.ts';

function storageOf(kept: Record<string, string>): Pick<Storage, 'getItem' | 'setItem'> {
  const items = new Map(Object.entries(kept));
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}

/** As the first version wrote them. */
const VERSION_1 =
  '{"locale":"es","theme":"light","singleKeys":false,"columns":["subject","date"],"columnWidths":{"subject":120}}';

test('settings of the first version are understood, and left for it', () => {
  const storage = storageOf({ 'midscope:preferences:1': VERSION_1 });
  const loaded = loadPreferences(storage, 'en-GB');
  expect(loaded).toEqual({
    locale: 'es',
    theme: 'light',
    singleKeys: false,
    controls: DEFAULT_CONTROLS,
    columns: ['subject', 'date'],
    columnWidths: { subject: 120 },
    density: 'comfortable',
    dayZero: 'first-positive',
    rulesOff: [],
    views: [],
    protocols: [],
  });
  savePreferences(storage, { ...loaded, theme: 'dark' });
  expect(storage.getItem('midscope:preferences:1')).toBe(VERSION_1);
  expect(loadPreferences(storage, 'en-GB').theme).toBe('dark');
});

/** As the second version wrote them. */
const VERSION_2 =
  '{"locale":"en","theme":"page","singleKeys":true,"controls":{"scheme":"weasis","keys":{},"mouse":{}},"columns":["subject","date","images","findings","locations","tests","report","masks","issues","missing"],"columnWidths":{"picture":60,"date":90}}';

test('settings of the second version are understood: columns that nobody chose were not chosen', () => {
  const loaded = loadPreferences(storageOf({ 'midscope:preferences:2': VERSION_2 }), 'en-GB');
  expect(loaded.controls.scheme).toBe('weasis');
  expect(loaded.columns).toBeUndefined();
  expect(loaded.columnWidths).toEqual({ date: 90 });
  const chosen = VERSION_2.replace('"subject","date","images"', '"picture","subject","images"');
  expect(loadPreferences(storageOf({ 'midscope:preferences:2': chosen }), 'en-GB').columns).toEqual([
    'subject',
    'images',
    'findings',
    'locations',
    'tests',
    'report',
    'masks',
    'issues',
    'missing',
  ]);
});

test('settings of the third version are read as they were written', () => {
  const kept: Preferences = {
    locale: 'en',
    theme: 'page',
    singleKeys: true,
    controls: { scheme: 'weasis', keys: { invert: ['F2'] }, mouse: { right: 'pan' } },
    columns: ['session'],
    columnWidths: {},
    density: 'compact',
    dayZero: 'session',
    rulesOff: ['label-denied'],
    views: [{ name: 'Masks', kind: 'bimcv-1', search: 'mask=1' }],
    protocols: [],
  };
  const storage = storageOf({});
  expect(savePreferences(storage, kept)).toBe(true);
  expect(storage.getItem('midscope:preferences:3')).toBe(
    '{"locale":"en","theme":"page","singleKeys":true,"controls":{"scheme":"weasis","keys":{"invert":["F2"]},"mouse":{"right":"pan"}},"columns":["session"],"columnWidths":{},"density":"compact","dayZero":"session","rulesOff":["label-denied"],"views":[{"name":"Masks","kind":"bimcv-1","search":"mask=1"}],"protocols":[]}',
  );
  expect(loadPreferences(storage, 'es-ES')).toEqual(kept);
});

test.each([
  '',
  'null',
  '[]',
  '{',
  '7',
  '{"locale":"fr","theme":7,"controls":[],"columns":["no such"],"density":3,"dayZero":"easter","rulesOff":["no such rule",7],"views":{}}',
])('what makes no sense is the browser’s language and the defaults: %s', (text) => {
  expect(loadPreferences(storageOf({ 'midscope:preferences:3': text }), 'es-MX')).toEqual({
    locale: 'es',
    theme: 'page',
    singleKeys: true,
    controls: DEFAULT_CONTROLS,
    columns: undefined,
    columnWidths: {},
    density: 'comfortable',
    dayZero: 'first-positive',
    rulesOff: [],
    views: [],
    protocols: [],
  });
});

describe('settings in a file', () => {
  const NOW = loadPreferences(storageOf({}), 'en-GB');

  test('come back as they went', () => {
    const kept: Preferences = {
      ...NOW,
      controls: { scheme: 'weasis', keys: { invert: ['F2'] }, mouse: { right: 'pan' } },
      columns: ['session'],
    };
    expect(readSettings(writeSettings(kept), NOW)).toEqual({
      kind: 'settings',
      preferences: kept,
      notUnderstood: [],
    });
  });

  test('that make no sense are named, and what is not said stays', () => {
    const text = JSON.stringify({
      midscope: 'settings',
      version: 3,
      settings: {
        theme: 'pink',
        density: 'compact',
        controls: { scheme: 'ohif', keys: { invert: ['F2'], fit: 'x' }, mouse: { right: 'fly' } },
        evil: { __proto__: null },
      },
    });
    const now = { ...NOW, locale: 'es', singleKeys: false } as const;
    expect(readSettings(text, now)).toEqual({
      kind: 'settings',
      preferences: {
        ...now,
        density: 'compact',
        controls: { scheme: 'ohif', keys: { invert: ['F2'] }, mouse: {} },
      },
      notUnderstood: ['theme', 'evil', 'keys.fit', 'mouse.right'],
    });
  });

  test.each([
    ['', 'no-settings'],
    ['{"midscope":"settings","version":3}', 'no-settings'],
    ['{"midscope":"settings","version":1.5,"settings":{}}', 'no-settings'],
    ['{"locale":"es"}', 'no-settings'],
    ['{"midscope":"settings","version":99,"settings":{}}', 'newer'],
  ])('are refused: %s', (text, kind) => {
    expect(readSettings(text, NOW)).toEqual({ kind });
  });

  test('whatever is in them, what is read can be kept and read again', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(NOW), '__proto__'), fc.json()), (settings) => {
        const values = Object.fromEntries(
          Object.entries(settings).map(([name, json]) => [name, JSON.parse(json) as unknown]),
        );
        const text = JSON.stringify({ midscope: 'settings', version: 3, settings: values });
        const read = readSettings(text, NOW);
        if (read.kind !== 'settings') throw new Error('it has settings');
        expect(readSettings(writeSettings(read.preferences), NOW)).toEqual({ ...read, notUnderstood: [] });
      }),
    );
  });
});
