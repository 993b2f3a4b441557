import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonCursor } from './json-cursor.ts';

const cursorOf = (text: string): JsonCursor => new JsonCursor(new TextEncoder().encode(text));

function membersOf(text: string): readonly (readonly [string, unknown])[] {
  const cursor = cursorOf(text);
  const members: [string, unknown][] = [];
  cursor.members((key) => members.push([key, cursor.parse(cursor.skip())]));
  cursor.finish();
  return members;
}

function elementsOf(text: string): readonly unknown[] {
  const cursor = cursorOf(text);
  const elements: unknown[] = [];
  cursor.elements(() => elements.push(cursor.parse(cursor.skip())));
  cursor.finish();
  return elements;
}

/** What a reader answers, or the name of what it throws. */
function outcomeOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (thrown) {
    return thrown instanceof Error ? thrown.name : thrown;
  }
}

describe('JsonCursor', () => {
  it('finds members and elements between blanks, brackets in texts and behind a byte-order mark', () => {
    expect(membersOf('\ufeff { "a" : [1, {"b": "]}\\""}] ,\n"\\u0062é":null }\r\n')).toEqual([
      ['a', [1, { b: ']}"' }]],
      ['bé', null],
    ]);
    expect(elementsOf('[-1.5e3 ,"x,y",[],{}]')).toEqual([-1500, 'x,y', [], {}]);
    expect(membersOf('{}')).toEqual([]);
    expect(elementsOf('[ ]')).toEqual([]);
  });

  it('says what kind of value comes next', () => {
    expect([' {', '\t[', '"{"', '7', ''].map((text) => cursorOf(text).next())).toEqual([
      'object',
      'list',
      'other',
      'other',
      'other',
    ]);
  });

  it('refuses what breaks off and what is out of place', () => {
    for (const text of [
      '',
      '{',
      '{"a"',
      '{"a":',
      '{"a":1',
      '{"a":1,',
      '{a:1}',
      '{"a" 1}',
      '{"a":}',
      '{} x',
      '{"a',
    ])
      expect(() => membersOf(text), text).toThrow(SyntaxError);
    for (const text of ['[', '[1', '[1 2]', '[,]', '[1,]', '[1}', '["\\"', '[[]', '[] []', 'x'])
      expect(() => elementsOf(text), text).toThrow(SyntaxError);
  });

  it('finds in any JSON what JSON.parse finds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.integer({ min: 0, max: 3 }),
        (value, indent) => {
          const text = JSON.stringify(value, undefined, indent);
          expect(Object.fromEntries(membersOf(text))).toEqual(
            Object.fromEntries(Object.entries(JSON.parse(text))),
          );
        },
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (value) => {
        const text = JSON.stringify(value);
        expect(elementsOf(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('ends on any bytes, and refuses each text that JSON.parse refuses', () => {
    const pieces = fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', ' ', '1', 'a', '"a"', 'null');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = `[${parts.join('')}`;
        expect(outcomeOf(() => elementsOf(text))).toEqual(outcomeOf(() => JSON.parse(text) as unknown));
      }),
      { numRuns: 2_000 },
    );
  });
});
