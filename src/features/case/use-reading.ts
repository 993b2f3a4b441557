import { useMemo, useState } from 'react';
import type { PatientSeries } from '../../domain/dataset/patient-sessions.ts';
import type { Link } from '../../domain/hanging/protocol.ts';
import type { VoiChoice } from '../../domain/imaging/voi.ts';
import type { Display, Turn, ViewState } from '../../engine/index.ts';
import { usePreferences } from '../../session/session-context.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { useHanging, type Hanging, type HangingFacts, type Hung } from './hanging/use-hanging.ts';
import { useLinkedWindow } from './hanging/use-linked-window.ts';
import { useLayout, type Viewports } from './use-layout.ts';
import { useLeftTool, type LeftToolChoice } from './use-left-tool.ts';
import { useMpr, type Mpr } from './use-mpr.ts';
import { usePanel, type Panel } from './use-panel.ts';

export type LabelMode = 'off' | 'names' | 'cuis';
/** How many labels are written over an image: as few as leave the lungs free, or all. */
export type LabelDensity = 'few' | 'all';
export type MaskMode = 'off' | 'outline' | 'fill';

/** What one viewport shows and how. */
export interface View extends Hung {
  /** What the viewport last said of itself while it had this series. */
  readonly state: ViewState | undefined;
  readonly turn: Turn | undefined;
}

/** What a viewport says of itself, and of which series. */
type Report = Pick<View, 'seriesKey' | 'state' | 'turn'>;

export interface Reading extends Viewports, LeftToolChoice {
  readonly views: readonly View[];
  /** Numbers of the viewports of the layout: on a small page one of two is shown at a time. */
  readonly together: readonly number[];
  /** Puts a series into a viewport, shown as its file says; there are more viewports if it needs them. */
  readonly place: (view: number, seriesKey: string) => void;
  /** Puts a series in the place of another, inverted as that was. */
  readonly exchange: (view: number, seriesKey: string) => void;
  readonly setDisplay: (view: number, change: Partial<Display>) => void;
  readonly setChoice: (view: number, choice: VoiChoice | undefined) => void;
  readonly report: (view: number, report: Report) => void;
  readonly labels: LabelMode;
  readonly setLabels: (mode: LabelMode) => void;
  readonly labelDensity: LabelDensity;
  readonly setLabelDensity: (density: LabelDensity) => void;
  readonly masks: MaskMode;
  readonly setMasks: (mode: MaskMode) => void;
  /** How strongly masks are filled, 0 to 1. */
  readonly maskOpacity: number;
  readonly setMaskOpacity: (opacity: number) => void;
  /** Masks are hidden as long as a key is held. */
  readonly masksHeld: boolean;
  readonly holdMasks: (held: boolean) => void;
  readonly panel: Panel;
  /** Planes of the body in place of slices. */
  readonly mpr: Mpr;
  /** Whether lines show where the active viewport's image cuts the others. */
  readonly referenceLines: boolean;
  readonly setReferenceLines: (shown: boolean) => void;
  /** By which protocol the case hangs, and in which of its stages. */
  readonly hanging: Hanging;
  /** What the viewports do together. */
  readonly isLinked: (link: Link) => boolean;
  readonly setLinked: (links: readonly Link[], linked: boolean) => void;
  /** Hangs the CT of the active viewport twice, in the windows of lung and mediastinum. */
  readonly sideBySide: (() => void) | undefined;
  /** Whether the controls to re-orient a series are shown. */
  readonly isReorienting: boolean;
  readonly setReorienting: (shown: boolean) => void;
  readonly cornerText: boolean;
  readonly setCornerText: (shown: boolean) => void;
  /** What files draw over their images, and their shutters. */
  readonly fileOverlays: boolean;
  readonly setFileOverlays: (shown: boolean) => void;
  /** Whether birth dates and texts typed by hand are shown. */
  readonly personal: boolean;
  readonly setPersonal: (shown: boolean) => void;
  readonly hiddenSegments: ReadonlySet<string>;
  readonly toggleSegment: (key: string) => void;
}

/** Films stay readable below a fill of this strength. */
const DEFAULT_OPACITY = 0.28;
const AS_FILED: Display = { invert: false };
/** Below this width two images have no room beside each other, as the style sheet has it. */
const SMALL = '(max-width: 959px)';
/** Modalities of slices, which may make up a volume. */
export const SLICED: ReadonlySet<string> = new Set(['CT', 'MR', 'PT']);

/** A viewport without a series. */
export const EMPTY_VIEW: View = {
  seriesKey: undefined,
  display: AS_FILED,
  masks: undefined,
  state: undefined,
  turn: undefined,
};

/** How masks are drawn in one viewport. */
export function maskModeIn({ masks, masksHeld }: Reading, view: View): MaskMode {
  if (masksHeld || view.masks === 'off') return 'off';
  return view.masks === 'on' && masks === 'off' ? 'outline' : masks;
}

/** What hangs, with what the viewports said of it. */
const viewsOf = (hung: readonly Hung[], reports: readonly (Report | undefined)[]): readonly View[] =>
  hung.map((one, at) => {
    const { seriesKey, state, turn } = reports[at] ?? EMPTY_VIEW;
    return seriesKey === one.seriesKey
      ? { ...one, state, turn }
      : { ...one, state: undefined, turn: undefined };
  });

/**
 * Everything on the case page that is not in the data: what is shown where, and how. Labels, masks, tools and layout
 * stay as they are from case to case, what the viewports show does not.
 */
export function useReading(
  caseKey: string,
  patient: PatientSeries,
  facts: HangingFacts,
  image: string | null,
): Reading {
  const hanging = useHanging(caseKey, patient, facts, image, usePreferences().protocols);
  const { views: hung, change: changeHung } = hanging;
  const [reports, setReports] = useState<readonly (Report | undefined)[]>([]);
  const views = useMemo(() => viewsOf(hung, reports), [hung, reports]);
  const viewports = useLayout(caseKey, hanging.current?.layout ?? 1);
  const linkedWindow = useLinkedWindow(hanging.isLinked('window'), patient, views, viewports.shown);
  const tool = useLeftTool();
  const panel = usePanel();
  const isSmall = useMedia(SMALL);
  const [labels, setLabels] = useState<LabelMode>('names');
  const [labelDensity, setLabelDensity] = useState<LabelDensity>('few');
  const [masks, setMasks] = useState<MaskMode>('outline');
  const [maskOpacity, setMaskOpacity] = useState(DEFAULT_OPACITY);
  const [masksHeld, holdMasks] = useState(false);
  const shownSeries = patient.find(views[viewports.active]?.seriesKey)?.series;
  const mpr = useMpr(SLICED.has(shownSeries?.modality ?? ''));
  const [referenceLines, setReferenceLines] = useState(true);
  const [isReorienting, setReorienting] = useState(false);
  const [cornerText, setCornerText] = useState(true);
  const [fileOverlays, setFileOverlays] = useState(true);
  const [personal, setPersonal] = useState(false);
  const [hiddenSegments, setHidden] = useState<ReadonlySet<string>>(new Set());

  const change = (of: readonly number[], next: (old: Hung, at: number) => Hung): void =>
    changeHung((old) => old.map((one, at) => (of.includes(at) ? next(one, at) : one)));
  const beginStage = (): void => {
    mpr.setOn(false);
    viewports.resetLayout();
  };
  const choose: Hanging['choose'] = (id, preferred) => {
    beginStage();
    hanging.choose(id, preferred);
  };

  return {
    ...viewports,
    together: viewports.shown,
    ...(isSmall && viewports.layout === 2 && { shown: [viewports.active] }),
    ...(mpr.isOn && { shown: [viewports.active], toggleOne: mpr.toggleAlone }),
    setLayout: (layout) => {
      mpr.setOn(false);
      viewports.setLayout(layout);
    },
    views,
    panel,
    mpr,
    referenceLines,
    setReferenceLines,
    hanging: {
      ...hanging,
      choose: (id) => choose(id, shownSeries),
      goTo: (stage) => {
        beginStage();
        hanging.goTo(stage);
      },
    },
    isLinked: hanging.isLinked,
    setLinked: hanging.setLinked,
    sideBySide: shownSeries?.modality === 'CT' ? () => choose('ct-windows', shownSeries) : undefined,
    isReorienting,
    setReorienting,
    place: (view, seriesKey) => {
      // What is shown already is not read again.
      if (views[view]?.seriesKey !== seriesKey)
        change([view], () => ({
          seriesKey,
          display: AS_FILED,
          masks: undefined,
        }));
      if (view >= viewports.layout && !viewports.shown.includes(view)) viewports.setLayout(view < 2 ? 2 : 4);
      viewports.setActive(view);
    },
    exchange: (view, seriesKey) =>
      change([view], ({ display: { invert } }) => ({
        seriesKey,
        display: invert ? { invert } : AS_FILED,
        masks: undefined,
      })),
    setDisplay: (view, display) =>
      change([view, ...linkedWindow.followers(view)], (old) => ({
        ...old,
        display: { ...old.display, ...display },
      })),
    setChoice: (view, choice) =>
      change([view, ...linkedWindow.followers(view)], (old, at) => {
        const own = at === view ? choice : linkedWindow.choiceFor(choice, view, at);
        return { ...old, display: { invert: old.display.invert, ...(own && { choice: own }) } };
      }),
    report: (view, report) =>
      setReports((old) => {
        const next = [...old];
        next[view] = report;
        return next;
      }),
    ...tool,
    labels,
    setLabels,
    labelDensity,
    setLabelDensity,
    masks,
    setMasks,
    maskOpacity,
    setMaskOpacity,
    masksHeld,
    holdMasks,
    cornerText,
    setCornerText,
    fileOverlays,
    setFileOverlays,
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
