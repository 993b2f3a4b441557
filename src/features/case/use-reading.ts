import { useMemo, useState } from 'react';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { VoiChoice } from '../../domain/imaging/voi.ts';
import type { Display, LeftTool, Turn, ViewState } from '../../engine/index.ts';

export type LabelMode = 'off' | 'names' | 'cuis';
export type MaskMode = 'off' | 'outline' | 'fill';
export type Layout = 1 | 2;

/** What one viewport shows and how. */
export interface View {
  readonly seriesKey: string | undefined;
  readonly display: Display;
  /** What the viewport last said of itself. */
  readonly state: ViewState | undefined;
  readonly turn: Turn | undefined;
}

export interface Reading {
  readonly layout: Layout;
  readonly setLayout: (layout: Layout) => void;
  readonly views: readonly View[];
  readonly active: number;
  readonly setActive: (view: number) => void;
  /** Puts a series into a viewport, shown as its file says. */
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
  readonly cornerText: boolean;
  readonly setCornerText: (shown: boolean) => void;
  readonly hiddenSegments: ReadonlySet<string>;
  readonly toggleSegment: (key: string) => void;
}

const AS_FILED: Display = { invert: false };
const EMPTY_VIEW: View = { seriesKey: undefined, display: AS_FILED, state: undefined, turn: undefined };

/** The image asked for, and beside it the next one: frontal and lateral, if both are there. */
function firstViews(series: readonly CaseSeries[], image: string | null): readonly View[] {
  const found = series.filter(({ presence }) => presence === 'found');
  const asked =
    series.find(({ images }) => images.some(({ path }) => path === image)) ?? found[0] ?? series[0];
  const other = found.find((one) => one !== asked);
  return [asked, other].map((one) => ({ ...EMPTY_VIEW, seriesKey: one?.key }));
}

/** Everything on the case page that is not in the data: what is shown where, and how. */
export function useReading(series: readonly CaseSeries[], image: string | null): Reading {
  const [chosen, setViews] = useState<readonly View[]>();
  const first = useMemo(() => firstViews(series, image), [series, image]);
  // Until the user chooses, the views follow what is found of the session.
  const views = chosen ?? first;
  const films = series.filter(({ presence }) => presence === 'found').length;
  const [layoutChosen, setLayout] = useState<Layout>();
  const [active, setActive] = useState(0);
  const [leftTool, setLeftTool] = useState<LeftTool>('window');
  const [labels, setLabels] = useState<LabelMode>('names');
  const [masks, setMasks] = useState<MaskMode>('outline');
  const [cornerText, setCornerText] = useState(true);
  const [hiddenSegments, setHidden] = useState<ReadonlySet<string>>(new Set());

  const change = (view: number, next: (old: View) => Partial<View>): void =>
    setViews((old) => (old ?? first).map((one, at) => (at === view ? { ...one, ...next(one) } : one)));

  return {
    layout: layoutChosen ?? (films > 1 ? 2 : 1),
    setLayout,
    views,
    active,
    setActive,
    place: (view, seriesKey) => {
      // What is shown already is not read again.
      if (views[view]?.seriesKey !== seriesKey) change(view, () => ({ ...EMPTY_VIEW, seriesKey }));
      setActive(view);
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
    cornerText,
    setCornerText,
    hiddenSegments,
    toggleSegment: (key) =>
      setHidden((old) => {
        const next = new Set(old);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
  };
}
