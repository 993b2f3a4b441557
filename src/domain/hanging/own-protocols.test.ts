import { describe, expect, it } from 'vitest';
import type { CaseContents, HangingImage } from './case-contents.ts';
import { fitsCase, stagesOf } from './hang.ts';
import { ownProtocol, protocolNamed, readProtocols, renamed, withProtocol } from './own-protocols.ts';
import { stageFromViews, type ShownView } from './stage-from-views.ts';

const image = (
  key: string,
  kind: HangingImage['kind'],
  when: HangingImage['when'] = 'current',
): HangingImage => ({
  key,
  kind,
  when,
  hasMasks: false,
});

const contents = (...images: HangingImage[]): CaseContents => ({
  images,
  usual: images.filter(({ when }) => when === 'current').map(({ key }) => key),
  asked: undefined,
});

const view = (key: string | undefined, more: Partial<ShownView> = {}): ShownView => ({
  key,
  choice: undefined,
  masks: undefined,
  ...more,
});

const CASE = contents(image('pa', 'frontal'), image('ct', 'ct'), image('old', 'frontal', 'earlier'));
const LUNG = { kind: 'preset', center: -600, width: 1500 } as const;

const stage = stageFromViews(
  4,
  [view('old', { masks: 'off' }), view('ct', { choice: LUNG }), view('ct'), view(undefined)],
  ['scroll'],
  CASE,
);

describe('an arrangement of the user', () => {
  it('is kept as what its images are', () => {
    expect(stage.viewports).toEqual([
      { select: { kind: 'frontal', when: 'earlier' }, masks: 'off' },
      { select: { kind: 'ct', when: 'current' }, window: 'lung' },
      { select: { sameAs: 1 } },
      { select: { when: 'current' }, optional: true },
    ]);
  });

  it('fits where all that it shows is there, and hangs it again', () => {
    const own = ownProtocol('1', ' Mine ', stage);
    expect(own.name).toBe('Mine');
    const other = contents(image('film', 'frontal', 'earlier'), image('scan', 'ct'));
    expect(fitsCase(own, other)).toBe(true);
    expect(stagesOf(own, other)[0]?.views.map(({ key }) => key)).toEqual(['film', 'scan', 'scan', undefined]);
    expect(fitsCase(own, contents(image('scan', 'ct')))).toBe(false);
    // Two frontals on screen need two.
    const two = ownProtocol(
      '2',
      'two',
      stageFromViews(
        2,
        [view('pa'), view('pa 2')],
        [],
        contents(image('pa', 'frontal'), image('pa 2', 'frontal')),
      ),
    );
    expect(fitsCase(two, CASE)).toBe(false);
  });

  it('comes back from the settings as it went, and leaves nothing else in', () => {
    const own = [ownProtocol('1', 'Mine', stage)];
    expect(readProtocols(JSON.parse(JSON.stringify(own)))).toEqual(own);
    const hostile = [
      null,
      7,
      { id: 'own 1', name: '', stages: [stage] },
      { id: 'own 2', name: 'no stage' },
      { id: 'own 3', name: 'layout', stages: [{ layout: 3 }] },
      { id: 'in-order', name: 'not own', stages: [stage] },
      {
        id: 'own 4',
        name: 'x'.repeat(500),
        stages: [
          {
            layout: 2,
            viewports: [
              { select: { sameAs: 0 }, window: 'toString' },
              { select: { sameAs: 0 } },
              5,
              {},
              {},
              {},
            ],
            links: ['zoom', '__proto__'],
          },
        ],
      },
    ];
    const [read, ...more] = readProtocols(hostile);
    expect(more).toEqual([]);
    expect(readProtocols([...own, { ...own[0], name: 'the same id' }])).toEqual(own);
    expect(read?.name).toHaveLength(60);
    expect(read?.stages).toEqual([
      {
        layout: 2,
        viewports: [{ select: {} }, { select: { sameAs: 0 } }, { select: {} }, { select: {} }],
        links: ['zoom'],
      },
    ]);
    expect(readProtocols('[]')).toEqual([]);
  });
});

describe('names', () => {
  const [a, b] = [ownProtocol('1', 'Ángel', stage), ownProtocol('2', 'b', stage)];

  it('are told apart without capitals and accents', () => {
    expect(protocolNamed([a, b], 'angel')).toBe(a);
    expect(withProtocol([a, b], ownProtocol('3', 'ANGEL', stage)).map(({ name }) => name)).toEqual([
      'ANGEL',
      'b',
    ]);
  });

  it('are given anew; who had the name gives way', () => {
    expect(renamed([a, b], a, 'c')).toEqual([{ ...a, name: 'c' }, b]);
    expect(renamed([a, b], a, 'B').map(({ name }) => name)).toEqual(['B']);
    expect(renamed([a, b], a, 'ángel').map(({ name }) => name)).toEqual(['ángel', 'b']);
  });
});
