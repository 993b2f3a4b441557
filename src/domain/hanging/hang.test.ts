import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_PROTOCOLS, IN_ORDER } from './built-in-protocols.ts';
import type { CaseContents, HangingImage } from './case-contents.ts';
import { chooseProtocol, fitsCase, hangStage, stagesOf } from './hang.ts';
import { IMAGE_KINDS } from './image-kinds.ts';
import { LAYOUTS, LINKS, type HangingProtocol, type HangingStage, type Selector } from './protocol.ts';

const image = (key: string, more: Partial<HangingImage> = {}): HangingImage => ({
  key,
  kind: 'frontal',
  when: 'current',
  hasMasks: false,
  ...more,
});

const contents = (images: readonly HangingImage[], asked?: string): CaseContents => ({
  images,
  usual: images
    .filter(({ when }) => when === 'current')
    .map(({ key }) => key)
    .slice(0, 4),
  asked,
});

const PA = image('pa');
const LATERAL = image('lat', { kind: 'lateral' });
const CT = image('ct', { kind: 'ct' });
const PRIOR = image('prior', { when: 'earlier' });
const OLDER = image('older', { when: 'earlier' });
const PRIOR_CT = image('prior ct', { kind: 'ct', when: 'earlier' });

const chosen = (images: readonly HangingImage[], wanted?: string, asked?: string): string =>
  chooseProtocol(BUILT_IN_PROTOCOLS, contents(images, asked), wanted).id;

const shown = (stage: HangingStage, images: readonly HangingImage[]): (string | undefined)[] =>
  hangStage(stage, contents(images)).views.map(({ key }) => key);

const stageOf = (id: string, images: readonly HangingImage[], at = 0) =>
  stagesOf(BUILT_IN_PROTOCOLS.find((one) => one.id === id) ?? IN_ORDER, contents(images))[at];

describe('which protocol hangs a case', () => {
  it('goes by what the case holds', () => {
    expect(chosen([PA, LATERAL, PRIOR])).toBe('frontal-lateral');
    expect(chosen([PA, CT, PRIOR])).toBe('film-ct');
    expect(chosen([PA, PRIOR])).toBe('current-prior');
    expect(chosen([PA])).toBe('in-order');
    expect(chosen([CT, PRIOR_CT])).toBe('in-order');
    expect(chosen([LATERAL, PRIOR])).toBe('in-order');
    expect(chosen([PA, image('after', { when: 'later' })])).toBe('in-order');
    expect(chosen([])).toBe('in-order');
  });

  it('stays with what the user chose wherever it fits', () => {
    expect(chosen([CT], 'ct-windows')).toBe('ct-windows');
    expect(chosen([PA, LATERAL, PRIOR], 'current-prior')).toBe('current-prior');
    expect(chosen([PA], 'ct-windows')).toBe('in-order');
    expect(chosen([image('pa', { hasMasks: true })], 'masks')).toBe('masks');
    expect(chosen([PA], 'masks')).toBe('in-order');
  });

  it('shows the image that is asked for first', () => {
    expect(chosen([LATERAL, PA], undefined, 'lat')).toBe('in-order');
    expect(chosen([PA, LATERAL], undefined, 'pa')).toBe('frontal-lateral');
  });
});

describe('a stage', () => {
  it('puts the lateral beside the frontal, and what is left behind them', () => {
    const stage = stageOf('frontal-lateral', [PA, image('ap'), LATERAL]);
    expect(stage?.views.map(({ key }) => key)).toEqual(['pa', 'lat', 'ap', undefined]);
    expect(stage?.layout).toBe(2);
  });

  it('is passed over where the case cannot fill it', () => {
    expect(stagesOf(BUILT_IN_PROTOCOLS[0], contents([PA, LATERAL]))).toHaveLength(3);
    expect(stagesOf(BUILT_IN_PROTOCOLS[0], contents([PA, LATERAL, PRIOR]))).toHaveLength(5);
  });

  it('has the nearest priors, one after the other', () => {
    expect(stageOf('current-prior', [PA, PRIOR, OLDER], 2)?.views.map(({ key }) => key)).toEqual([
      'pa',
      'prior',
      'older',
      undefined,
    ]);
  });

  it('shows one CT in two windows', () => {
    const stage = stageOf('ct-windows', [CT]);
    expect(stage?.views.slice(0, 2)).toEqual([
      {
        key: 'ct',
        choice: { kind: 'preset', center: -600, width: 1500 },
        masks: undefined,
      },
      {
        key: 'ct',
        choice: { kind: 'preset', center: 80, width: 400 },
        masks: undefined,
      },
    ]);
    expect(stage?.links).not.toContain('window');
  });

  it('falls back to what is left of the session, without window or masks of the rule', () => {
    const rule = {
      select: { kind: 'ct' },
      window: 'lung',
      masks: 'off',
    } as const;
    const stage: HangingStage = {
      layout: 2,
      viewports: [rule, { select: { kind: 'frontal' } }],
      links: [],
    };
    expect(hangStage(stage, contents([PA, LATERAL])).views.slice(0, 3)).toEqual([
      { key: 'lat', choice: undefined, masks: undefined },
      { key: 'pa', choice: undefined, masks: undefined },
      { key: undefined, choice: undefined, masks: undefined },
    ]);
    expect(shown(stage, [])).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('without a layout has two viewports for more than one series', () => {
    expect(stageOf('in-order', [PA])?.layout).toBe(1);
    expect(stageOf('in-order', [CT, image('ct 2', { kind: 'ct' })])?.layout).toBe(2);
  });
});

const anyImages = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...IMAGE_KINDS),
      when: fc.constantFrom('current', 'earlier', 'later'),
      hasMasks: fc.boolean(),
    }),
    { maxLength: 9 },
  )
  .map((all) => all.map((one, at): HangingImage => ({ key: `image ${at}`, ...one })));

const anyRule: fc.Arbitrary<Selector> = fc.record(
  {
    kind: fc.constantFrom(...IMAGE_KINDS),
    when: fc.constantFrom('current', 'earlier', 'later'),
    masks: fc.constant(true),
  },
  { requiredKeys: [] },
);

const anyStage = (selector: fc.Arbitrary<Selector>): fc.Arbitrary<HangingStage> =>
  fc.record({
    layout: fc.constantFrom(...LAYOUTS),
    viewports: fc.array(fc.record({ select: selector }), { maxLength: 4 }),
    links: fc.subarray([...LINKS]),
  });

describe('whatever stage and case', () => {
  it('no image hangs twice unless it is asked for', () => {
    fc.assert(
      fc.property(anyStage(anyRule), anyImages, (stage, images) => {
        const keys = shown(stage, images).filter((key) => key !== undefined);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('no viewport is empty while a series of the session is left', () => {
    fc.assert(
      fc.property(anyStage(anyRule), anyImages, (stage, images) => {
        const keys = shown(stage, images);
        const { usual } = contents(images);
        const left = usual.filter((key) => !keys.includes(key));
        expect(keys.includes(undefined) ? left : []).toEqual([]);
      }),
    );
  });

  it('every image is what its selector asks for, or the stage says that it is not whole', () => {
    fc.assert(
      fc.property(anyStage(anyRule), anyImages, (stage, images) => {
        const { views, isWhole } = hangStage(stage, contents(images));
        const isMet = stage.viewports.every(({ select }, at) => {
          const { kind } = images.find(({ key }) => key === views[at]?.key) ?? {};
          return !('kind' in select) || select.kind === kind;
        });
        expect(isMet || !isWhole).toBe(true);
      }),
    );
  });

  it('the same case hangs the same way, and the protocol that is chosen fits', () => {
    const protocol: fc.Arbitrary<HangingProtocol> = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      needs: fc.array(
        fc.record(
          {
            kind: fc.constantFrom(...IMAGE_KINDS),
            when: fc.constantFrom('current', 'earlier', 'later'),
            atLeast: fc.integer({ min: 1, max: 3 }),
          },
          { requiredKeys: ['atLeast'] },
        ),
        { maxLength: 3 },
      ),
      stages: fc.array(anyStage(anyRule), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(protocol), anyImages, (protocols, images) => {
        const hang = () => {
          const one = chooseProtocol(protocols, contents(images), 'b');
          return { one, stages: stagesOf(one, contents(images)) };
        };
        expect(hang()).toEqual(hang());
        expect(fitsCase(hang().one, contents(images))).toBe(true);
        expect(hang().stages.length).toBeGreaterThan(0);
      }),
    );
  });
});
