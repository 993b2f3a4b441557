import type { HangingProtocol, HangingStage, Link, ViewportRule } from './protocol.ts';

const TOGETHER: readonly Link[] = ['zoom', 'pan', 'window'];

const FRONTAL: ViewportRule = { select: { kind: 'frontal', when: 'current' } };
const LATERAL: ViewportRule = { select: { kind: 'lateral', when: 'current' } };
const PRIOR_FRONTAL: ViewportRule = {
  select: { kind: 'frontal', when: 'earlier' },
};
const PRIOR_LATERAL: ViewportRule = {
  select: { kind: 'lateral', when: 'earlier' },
};
const CT: ViewportRule = { select: { kind: 'ct', when: 'current' } };
const PRIOR_CT: ViewportRule = { select: { kind: 'ct', when: 'earlier' } };

const single = (viewport: ViewportRule): HangingStage => ({
  layout: 1,
  viewports: [viewport],
  links: [],
});

/** The same CT in the windows of lung and mediastinum; each keeps its own window, all else is one. */
const LUNG_MEDIASTINUM: HangingStage = {
  layout: 2,
  viewports: [
    { select: { kind: 'ct' }, window: 'lung' },
    { select: { sameAs: 0 }, window: 'mediastinum' },
  ],
  links: ['zoom', 'pan', 'scroll'],
};

const CT_PRIOR: HangingStage = {
  layout: 2,
  viewports: [CT, PRIOR_CT],
  links: [...TOGETHER, 'scroll'],
};

const FRONTAL_PRIOR: HangingStage = {
  layout: 2,
  viewports: [FRONTAL, PRIOR_FRONTAL],
  links: TOGETHER,
};

const inWindow = (viewport: ViewportRule, window: 'lung' | 'mediastinum'): ViewportRule => ({
  ...viewport,
  window,
});

/** What hangs without a rule of its own: the series in the order of the strip. It fits every case. */
export const IN_ORDER = {
  id: 'in-order',
  needs: [],
  stages: [{ viewports: [], links: [] }, LUNG_MEDIASTINUM, CT_PRIOR],
} as const satisfies HangingProtocol;

/** The protocols of midscope; the first that fits and is not only offered is hung by itself. */
export const BUILT_IN_PROTOCOLS = [
  {
    id: 'frontal-lateral',
    needs: [
      { kind: 'frontal', when: 'current', atLeast: 1 },
      { kind: 'lateral', when: 'current', atLeast: 1 },
    ],
    stages: [
      { layout: 2, viewports: [FRONTAL, LATERAL], links: [] },
      single(FRONTAL),
      single(LATERAL),
      FRONTAL_PRIOR,
      {
        layout: 4,
        viewports: [FRONTAL, LATERAL, PRIOR_FRONTAL, { ...PRIOR_LATERAL, optional: true }],
        links: TOGETHER,
      },
    ],
  },
  {
    id: 'film-ct',
    needs: [
      { kind: 'frontal', when: 'current', atLeast: 1 },
      { kind: 'ct', when: 'current', atLeast: 1 },
    ],
    stages: [
      { layout: 2, viewports: [FRONTAL, CT], links: [] },
      {
        layout: 4,
        viewports: [FRONTAL, inWindow(CT, 'lung'), { select: { sameAs: 1 }, window: 'mediastinum' }],
        links: ['scroll'],
      },
    ],
  },
  {
    id: 'current-prior',
    needs: [
      { kind: 'frontal', when: 'current', atLeast: 1 },
      { kind: 'frontal', when: 'earlier', atLeast: 1 },
    ],
    stages: [
      FRONTAL_PRIOR,
      single(FRONTAL),
      {
        layout: 4,
        viewports: [FRONTAL, PRIOR_FRONTAL, PRIOR_FRONTAL, { ...PRIOR_FRONTAL, optional: true }],
        links: TOGETHER,
      },
    ],
  },
  IN_ORDER,
  {
    id: 'ct-windows',
    needs: [{ kind: 'ct', atLeast: 1 }],
    stages: [
      LUNG_MEDIASTINUM,
      single({ select: { kind: 'ct' }, window: 'lung' }),
      single({ select: { kind: 'ct' }, window: 'mediastinum' }),
    ],
    offered: true,
  },
  {
    id: 'ct-prior',
    needs: [
      { kind: 'ct', when: 'current', atLeast: 1 },
      { kind: 'ct', when: 'earlier', atLeast: 1 },
    ],
    stages: [
      {
        ...CT_PRIOR,
        viewports: [inWindow(CT, 'lung'), inWindow(PRIOR_CT, 'lung')],
      },
      {
        ...CT_PRIOR,
        viewports: [inWindow(CT, 'mediastinum'), inWindow(PRIOR_CT, 'mediastinum')],
      },
    ],
    offered: true,
  },
  {
    id: 'masks',
    needs: [{ when: 'current', masks: true, atLeast: 1 }],
    stages: [
      {
        layout: 2,
        viewports: [
          { select: { when: 'current', masks: true }, masks: 'off' },
          { select: { sameAs: 0 }, masks: 'on' },
        ],
        links: [...TOGETHER, 'scroll'],
      },
      single({ select: { when: 'current', masks: true }, masks: 'on' }),
    ],
    offered: true,
  },
  {
    id: 'all-films',
    needs: [{ kind: 'frontal', atLeast: 2 }],
    stages: [
      {
        layout: 1,
        viewports: [{ select: { kind: 'frontal', when: 'current' }, optional: true }],
        links: [],
        cine: true,
      },
    ],
    offered: true,
  },
] as const satisfies readonly HangingProtocol[];

export type BuiltInId = (typeof BUILT_IN_PROTOCOLS)[number]['id'];
