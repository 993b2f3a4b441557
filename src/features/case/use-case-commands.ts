import { useCommand, useHeldCommand } from '../../commands/command-scope.tsx';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import { CT_PRESETS } from '../../domain/imaging/ct-presets.ts';
import type { ViewportHandle } from '../../engine/index.ts';
import type { LabelMode, MaskMode, Reading } from './use-reading.ts';

const NEXT_LABELS: Readonly<Record<LabelMode, LabelMode>> = { off: 'names', names: 'cuis', cuis: 'off' };
const NEXT_MASKS: Readonly<Record<MaskMode, MaskMode>> = { off: 'outline', outline: 'fill', fill: 'off' };

/** What the keys of the reading context do on the case page. */
export function useCaseCommands(
  reading: Reading,
  series: readonly CaseSeries[],
  handle: () => ViewportHandle | null,
): void {
  const { active, views, layout } = reading;
  const view = views[active];
  const shown = view?.state;

  const stepSeries = (by: number): (() => void) | undefined => {
    const next = series[series.findIndex(({ key }) => key === view?.seriesKey) + by];
    return next && (() => reading.place(active, next.key));
  };
  useCommand('next-series', stepSeries(1));
  useCommand('previous-series', stepSeries(-1));
  const stepViewport = (by: 1 | -1): (() => void) | undefined => {
    const next = active + by;
    // Alone on the page, a viewport without a series shows nothing.
    const isThere = layout > 1 ? reading.shown.includes(next) : views[next]?.seriesKey !== undefined;
    return isThere ? () => reading.setActive(next) : undefined;
  };
  useCommand('next-viewport', stepViewport(1));
  useCommand('previous-viewport', stepViewport(-1));
  useCommand('layout-1', () => reading.setLayout(1));
  useCommand('layout-2', () => reading.setLayout(2));
  useCommand('layout-4', () => reading.setLayout(4));
  useCommand('toggle-one', reading.toggleOne);
  useCommand('next-slice', () => handle()?.step(1));
  useCommand('previous-slice', () => handle()?.step(-1));
  useCommand('ten-slices-on', () => handle()?.step(10));
  useCommand('ten-slices-back', () => handle()?.step(-10));
  useCommand('first-slice', () => handle()?.goTo(0));
  useCommand('last-slice', () => handle()?.goTo((shown?.slices ?? 1) - 1));

  useCommand('invert', () => reading.setDisplay(active, { invert: !(view?.display.invert ?? false) }));
  useCommand('rotate-right', () => handle()?.rotate(90));
  useCommand('rotate-left', () => handle()?.rotate(-90));
  useCommand('flip-horizontal', () => handle()?.flip('horizontal'));
  useCommand('flip-vertical', () => handle()?.flip('vertical'));
  useCommand('fit', () => handle()?.fit());
  useCommand('zoom-in', () => handle()?.zoom(1));
  useCommand('zoom-out', () => handle()?.zoom(-1));
  useCommand('reset', () => {
    reading.setDisplay(active, { invert: false });
    reading.setChoice(active, undefined);
    handle()?.reset();
  });

  const preset = (number: number): (() => void) | undefined => {
    const found = CT_PRESETS[number - 1];
    if (!found || shown?.image?.attributes.Modality !== 'CT') return undefined;
    return () => reading.setChoice(active, { kind: 'preset', center: found.center, width: found.width });
  };
  useCommand('preset-1', preset(1));
  useCommand('preset-2', preset(2));
  useCommand('preset-3', preset(3));
  useCommand('preset-4', preset(4));
  useCommand('preset-5', preset(5));
  useCommand('preset-6', preset(6));
  useCommand('as-filed', () => reading.setChoice(active, undefined));

  useCommand('toggle-labels', () => reading.setLabels(NEXT_LABELS[reading.labels]));
  useCommand('toggle-masks', () => reading.setMasks(NEXT_MASKS[reading.masks]));
  useHeldCommand('blink-masks', reading.holdMasks);
  useCommand('toggle-corner-text', () => reading.setCornerText(!reading.cornerText));
}
