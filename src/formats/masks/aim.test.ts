import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MidscopeError } from '../../domain/error.ts';
import type { MaskTarget } from '../../domain/segmentation/mask-target.ts';
import { maskContext, pixelsByName } from '../../testing/mask-context.ts';
import { testAim, type TestShape } from '../../testing/test-masks.ts';
import { aimReferences, decodeAim } from './aim.ts';
import { readAimShapes } from './aim-xml.ts';

const encode = (text: string) => new TextEncoder().encode(text);

const FILM: MaskTarget = { columns: 8, rows: 6, slices: [{ uid: '2.25.1' }] };
const SQUARE = [
  [2, 1],
  [5, 1],
  [5, 4],
  [2, 4],
] as const;
const square: TestShape = { type: 'Polyline', points: SQUARE };

const reasonOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
    return undefined;
  } catch (thrown) {
    return thrown instanceof MidscopeError ? (thrown.issue.facts as { reason?: string }).reason : thrown;
  }
};

const decode = (text: string, target = FILM, isByHand = false) =>
  decodeAim(encode(text), maskContext(target, isByHand));

const HEAD = '<ImageAnnotationCollection xmlns="gme://caCORE.caCORE/4.4/edu.northwestern.radiology.AIM">';
const BOMB = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 20 },
  (_, at) => `<!ENTITY b${at} "${'&a;'.repeat(10)}">`,
).join('')}]>${HEAD}&b19;</ImageAnnotationCollection>`;

describe('decodeAim', () => {
  it('names segments as their annotations, and gives them the colour of their lines', async () => {
    const mask = await decode(
      testAim([
        ['Consolidación &amp; derrame', { ...square, colour: '#00ff7f' }],
        ['mass', { ...square, points: SQUARE.toReversed(), colour: '10 20 30' }],
      ]),
    );
    expect([...mask.names]).toEqual([
      [1, 'Consolidación & derrame'],
      [2, 'mass'],
    ]);
    expect([...(mask.colours ?? [])]).toEqual([
      [1, [0, 255, 127]],
      [2, [10, 20, 30]],
    ]);
    const found = await pixelsByName(mask);
    expect(found['mass']?.[0]).toEqual(found['Consolidación & derrame']?.[0]);
    expect(found['mass']?.[0]).toHaveLength(9);
  });

  it('takes a name of the code where the annotation has none', async () => {
    const mask = await decode(testAim([['', square]]));
    expect([...mask.names]).toEqual([[1, 'ROI only']]);
  });

  it('draws on the frame that is named', async () => {
    const target: MaskTarget = {
      ...FILM,
      slices: [1, 2, 3].map((frame) => ({ uid: '2.25.1', frame })),
    };
    const mask = await decode(testAim([['a', { ...square, frame: 3 }]]), target);
    expect(Object.keys((await pixelsByName(mask))['a'] ?? {})).toEqual(['2']);
  });

  it('leaves out what is on other images, and says how much', async () => {
    const other = { ...square, uid: '2.25.99' };
    const mask = await decode(testAim([['a', square, other, other]]));
    expect(mask.issues).toEqual([{ code: 'MASK_PARTLY', facts: { missing: 2, parts: 3 } }]);
    expect(await reasonOf(decode(testAim([['a', other]])))).toBe('no-such-image');
  });

  it('draws what names another image only where the user has put it, and says so', async () => {
    const text = testAim([['a', { ...square, uid: '2.25.99' }]]);
    const byHand = await decode(text, FILM, true);
    expect(byHand.issues).toEqual([{ code: 'MASK_OTHER_IMAGE' }]);
    expect((await pixelsByName(byHand))['a']?.[0]).toHaveLength(9);
    // An image of which no UID is known may be the one.
    expect((await decode(text, { ...FILM, slices: [{}] })).issues).toEqual([]);
    // Shapes on two images are not both on one.
    const two = testAim([['a', { ...square, uid: '2.25.99' }, { ...square, uid: '2.25.98' }]]);
    expect(await reasonOf(decode(two, FILM, true))).toBe('no-such-image');
    expect(await reasonOf(decode(text, { ...FILM, slices: [{}, {}] }, true))).toBe('no-such-image');
  });

  it('lists the images that it is drawn on', () => {
    expect(aimReferences(encode(testAim([['a', square, { ...square, uid: '2.25.5' }, square]])))).toEqual([
      '2.25.1',
      '2.25.5',
    ]);
  });

  it.each([
    ['entities that grow', BOMB],
    ['an entity of the world outside', `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${HEAD}&x;`],
    ['a document type alone', `<!DOCTYPE ImageAnnotationCollection>${HEAD}</ImageAnnotationCollection>`],
    ['an entity that nobody declared', `${HEAD}&nbsp;</ImageAnnotationCollection>`],
    ['an end that is missing', testAim([['a', square]]).slice(0, -40)],
    ['tags that cross', `${HEAD}<a><b></a></b></ImageAnnotationCollection>`],
    ['depth without end', HEAD + '<a>'.repeat(5_000)],
    ['a lone bracket', '<'],
  ])('refuses %s', async (_, text) => {
    expect(await reasonOf(decode(text))).toBe('broken-xml');
  });

  it.each([
    ['other XML', '<annotation><object/></annotation>', 'unknown-format'],
    ['an empty collection', `${HEAD}</ImageAnnotationCollection>`, 'no-segments'],
    ['coordinates that are none', testAim([['a', { ...square, points: [[Number.NaN, 1]] }]]), 'not-points'],
    ['a circle of one point', testAim([['a', { type: 'Circle', points: [[1, 1]] }]]), 'not-points'],
    [
      'more names than a mask has values',
      testAim(Array.from({ length: 256 }, (_, at) => [`n${at}`, square] as const)),
      'too-many-segments',
    ],
  ])('refuses %s', async (_, text, reason) => {
    // Shapes are filled when they are asked for.
    expect(await reasonOf(decode(text).then(pixelsByName))).toBe(reason);
  });

  it('refuses more points than anyone has drawn, before it has read them all', () => {
    const point =
      '<TwoDimensionSpatialCoordinate><coordinateIndex value="0"/><x value="1"/><y value="1"/></TwoDimensionSpatialCoordinate>';
    const text = `${HEAD}<ImageAnnotation><MarkupEntity>${point.repeat(2 ** 18 + 1)}`;
    expect(() => readAimShapes(text)).toThrow('outline-too-long');
  });

  it('reads back any shapes, whatever their names, order and places', () => {
    const number = fc.double({ min: -1e4, max: 1e4, noNaN: true }).map((value) => value + 0);
    const shape = fc.record({
      type: fc.constantFrom('Polyline', 'Point', 'MultiPoint', 'Circle', 'Ellipse'),
      points: fc.array(fc.tuple(number, number), { maxLength: 6 }),
      uid: fc.stringMatching(/^2\.25\.[1-9]\d{0,8}$/),
      include: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[\p{L}\d ,.()-]{1,20}$/u), shape)), (shapes) => {
        const read = readAimShapes(testAim(shapes.map(([name, one]) => [name, one as TestShape])));
        expect(read).toEqual(
          shapes.map(([name, { type, points, uid, include }]) => ({
            type: `TwoDimension${type}`,
            name: name.trim() || 'ROI only',
            reference: { uid },
            isIncluded: include,
            colour: '',
            points: points.flat().map((value) => Number(String(value))),
          })),
        );
      }),
    );
  });

  it('either decodes or throws an error with a code, whatever the text is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.nat(), async (text, at) => {
        const whole = testAim([['a', square]]);
        const cut = at % whole.length;
        const reason = await reasonOf(decode(whole.slice(0, cut) + text + whole.slice(cut)));
        expect(reason === undefined || typeof reason === 'string').toBe(true);
      }),
    );
  });
});
