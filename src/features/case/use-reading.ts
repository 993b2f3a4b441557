import { useMemo, useState } from 'react';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import { hangSeries } from '../../domain/dataset/hang-series.ts';
import type { VoiChoice } from '../../domain/imaging/voi.ts';
import type { Display, LeftTool, Turn, ViewState } from '../../engine/index.ts';
import { useLayout, type Viewports } from './use-layout.ts';

export type LabelMode = 'off' | 'names' | 'cuis';
export type MaskMode = 'off' | 'outline' | 'fill';

/** What one viewport shows and how. */
export interface View {
  readonly seriesKey: string | undefined;
  readonly display: Display;
  /** What the viewport last said of itself. */
  readonly state: ViewState | undefined;
  readonly turn: Turn | undefined;
}

export interface Reading extends Viewports {
  readonly views: readonly View[];
  /** Puts a series into a viewport, shown as its file says; there are more viewports if it needs them. */
  readonly place: (view: number, seriesKey: string) => void;
  readonly setDisplay: (view: number, change: Partial<Display>) => void;
  readonly setChoice: (view: number, choice: VoiChoice | undefined) => void;
  readonly report: (view: number, state: ViewState, turn: Turn) => void;
  readonly leftTool: LeftTool;
  readonly setLeftTool: (tool: LeftTool) => void;
  readonly labels: LabelMode;
  readonly setLabels: (mode: LabelMode) => void;
  readonly masks: MaskMode;
  readonly setMasks: (mode: MaskMode) => void;
  /** How strongly masks are filled, 0 to 1. */
  readonly maskOpacity: number;
  readonly setMaskOpacity: (opacity: number) => void;
  /** Masks are hidden as long as a key is held. */
  readonly masksHeld: boolean;
  readonly holdMasks: (held: boolean) => void;
  readonly cornerText: boolean;
  readonly setCornerText: (shown: boolean) => void;
  /** Whether birth dates and texts typed by hand are shown. */
  readonly personal: boolean;
  readonly setPersonal: (shown: boolean) => void;
  readonly hiddenSegments: ReadonlySet<string>;
  readonly toggleSegment: (key: string) => void;
}

/** Films stay readable below a fill of this strength. */
const DEFAULT_OPACITY = 0.28;
const AS_FILED: Display = { invert: false };
/** A viewport without a series. */
export const EMPTY_VIEW: View = {
  seriesKey: undefined,
  display: AS_FILED,
  state: undefined,
  turn: undefined,
};

const firstViews = (series: readonly CaseSeries[], image: string | null): readonly View[] => {
  const asked = series.find(({ images }) => images.some(({ path }) => path === image));
  return hangSeries(series, asked).map((one) => ({ ...EMPTY_VIEW, seriesKey: one?.key }));
};

/**
 * Everything on the case page that is not in the data: what is shown where, and how. Labels, masks, tools and layout
 * stay as they are from case to case, what the viewports show does not.
 */
export function useReading(caseKey: string, series: readonly CaseSeries[], image: string | null): Reading {
  const [chosen, setViews] = useState<{ readonly caseKey: string; readonly views: readonly View[] }>();
  const first = useMemo(() => firstViews(series, image), [series, image]);
  // Until the user chooses, the views follow what is found of the session.
  const viewsIn = (of: typeof chosen): readonly View[] => (of?.caseKey === caseKey ? of.views : first);
  const views = viewsIn(chosen);
  const viewports = useLayout(caseKey, series.filter(({ presence }) => presence === 'found').length);
  const [leftTool, setLeftTool] = useState<LeftTool>('window');
  const [labels, setLabels] = useState<LabelMode>('names');
  const [masks, setMasks] = useState<MaskMode>('outline');
  const [maskOpacity, setMaskOpacity] = useState(DEFAULT_OPACITY);
  const [masksHeld, holdMasks] = useState(false);
  const [cornerText, setCornerText] = useState(true);
  const [personal, setPersonal] = useState(false);
  const [hiddenSegments, setHidden] = useState<ReadonlySet<string>>(new Set());

  const change = (view: number, next: (old: View) => Partial<View>): void =>
    setViews((old) => ({
      caseKey,
      views: viewsIn(old).map((one, at) => (at === view ? { ...one, ...next(one) } : one)),
    }));

  return {
    ...viewports,
    views,
    place: (view, seriesKey) => {
      // What is shown already is not read again.
      if (views[view]?.seriesKey !== seriesKey) change(view, () => ({ ...EMPTY_VIEW, seriesKey }));
      if (view >= viewports.layout && !viewports.shown.includes(view)) viewports.setLayout(view < 2 ? 2 : 4);
      viewports.setActive(view);
    },
    setDisplay: (view, display) => change(view, (old) => ({ display: { ...old.display, ...display } })),
    setChoice: (view, choice) =>
      change(view, ({ display }) => ({ display: { invert: display.invert, ...(choice && { choice }) } })),
    report: (view, state, turn) => change(view, () => ({ state, turn })),
    leftTool,
    setLeftTool,
    labels,
    setLabels,
    masks,
    setMasks,
    maskOpacity,
    setMaskOpacity,
    masksHeld,
    holdMasks,
    cornerText,
    setCornerText,
    personal,
    setPersonal,
    hiddenSegments,
    toggleSegment: (key) =>
      setHidden((old) => {
        const next = new Set(old);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
  };
}
