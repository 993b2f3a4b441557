import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MidscopeError } from '../../domain/error.ts';
import { openCoco } from './coco-file.ts';

const open = (text: string) => openCoco(new TextEncoder().encode(text));

const reasonOf = (work: () => unknown): unknown => {
  try {
    work();
    return undefined;
  } catch (thrown) {
    return thrown instanceof MidscopeError ? thrown.issue.facts : thrown;
  }
};

describe('openCoco', () => {
  it('keeps the place of each image, the names of categories and how many annotations an image has', () => {
    const file = open(
      '{"annotations": [{"id": 9, "image_id": "b", "x": {"image_id": 1}}, {"image_id": 1}, {"image_id": "b"}, {}, 4],' +
        '"images": [7, {"id": 1, "file_name": "a/one.png", "width": 3, "height": 2}, {"id": "b"}],' +
        '"categories": [{"id": 5, "name": " lung "}, {"id": 5, "name": "heart"}, {"id": 6, "name": " "}]}',
    );
    expect(file.images).toEqual([
      { id: undefined, fileName: '', width: undefined, height: undefined },
      { id: 1, fileName: 'a/one.png', width: 3, height: 2 },
      { id: 'b', fileName: '', width: undefined, height: undefined },
    ]);
    expect([...file.counts]).toEqual([
      ['b', 2],
      [1, 1],
    ]);
    expect([...file.annotationsOf('b')]).toEqual([
      { id: 9, image_id: 'b', x: { image_id: 1 } },
      { image_id: 'b' },
    ]);
    expect([...file.annotationsOf('1')]).toEqual([]);
    expect([...file.categories]).toEqual([[5, 'lung']]);
  });

  it('tells other JSON from a COCO file that is broken', () => {
    for (const other of [
      '{}',
      '[]',
      '7',
      '{"images": [], "annotations": {}}',
      '{"images": 4, "annotations": []}',
    ])
      expect(
        reasonOf(() => open(other)),
        other,
      ).toEqual({ reason: 'unknown-format' });
    for (const broken of [
      '{"images": [',
      '{"images": [{]}',
      '{"images": [], "annotations": []} x',
      '{"images": [+]}',
    ])
      expect(
        reasonOf(() => open(broken)),
        broken,
      ).toEqual({ reason: 'broken-json' });
  });

  it('says so of an annotation that is no JSON only when it is asked for', () => {
    const file = open(
      '{"images": [{"id": 1}], "annotations": [{"image_id": 1, "x": [1 2]}, {"image_id": 2}]}',
    );
    expect([...file.annotationsOf(2)]).toHaveLength(1);
    expect(reasonOf(() => [...file.annotationsOf(1)])).toEqual({ reason: 'broken-json' });
  });

  it('refuses a file beyond measure, and an entry that is longer than anyone has drawn', () => {
    expect(reasonOf(() => openCoco(new Uint8Array(2 ** 26 + 1)))).toEqual({ bytes: 2 ** 26 + 1 });
    const long = '1,'.repeat(2 ** 22);
    expect(reasonOf(() => open(`{"images": [{"id": [${long}1]}], "annotations": []}`))).toEqual({
      reason: 'too-many-entries',
    });
    const file = open(`{"images": [{"id": 1}], "annotations": [{"image_id": 1, "x": [${long}1]}]}`);
    expect(reasonOf(() => [...file.annotationsOf(1)])).toEqual({ reason: 'too-many-entries' });
  });

  it('goes over brackets without end in little memory', () => {
    const deep = `{"images": [], "annotations": [${'['.repeat(2 ** 22)}`;
    expect(reasonOf(() => open(deep))).toEqual({ reason: 'broken-json' });
    const closed = `{"images": [], "other": ${'['.repeat(2 ** 20)}${']'.repeat(2 ** 20)}, "annotations": []}`;
    expect(open(closed).images).toEqual([]);
  });

  it('opens or says a reason, whatever the content is', () => {
    const lists = fc.record({
      images: fc.jsonValue(),
      annotations: fc.jsonValue(),
      categories: fc.jsonValue(),
    });
    const entries = fc.record({
      images: fc.array(
        fc.oneof(fc.jsonValue(), fc.record({ id: fc.jsonValue(), file_name: fc.jsonValue() })),
      ),
      annotations: fc.array(fc.oneof(fc.jsonValue(), fc.record({ image_id: fc.jsonValue() }))),
      categories: fc.array(fc.record({ id: fc.jsonValue(), name: fc.jsonValue() })),
    });
    fc.assert(
      fc.property(fc.oneof(lists, entries), fc.double({ min: 0, max: 1, noNaN: true }), (json, share) => {
        const text = JSON.stringify(json);
        for (const cut of [text, text.slice(0, Math.floor(share * text.length))]) {
          const fault = reasonOf(() => {
            const file = open(cut);
            for (const { id } of file.images) for (const _ of file.annotationsOf(id));
          });
          expect(fault === undefined || !(fault instanceof Error)).toBe(true);
        }
      }),
    );
  });
});
