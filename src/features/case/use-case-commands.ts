import { useCommand, useHeldCommand } from '../../commands/command-scope.tsx';
import type { PatientSeries } from '../../domain/dataset/patient-sessions.ts';
import { PATIENT_PLANES } from '../../domain/imaging/reslice-grid.ts';
import type { LeftTool, ViewportHandle } from '../../engine/index.ts';
import { useDataset } from '../../session/session-context.tsx';
import { useHangingCommands } from './hanging/use-hanging-commands.ts';
import type { LabelMode, MaskMode, Reading } from './use-reading.ts';
import { useWindowCommands } from './use-window-commands.ts';

const NEXT_LABELS: Readonly<Record<LabelMode, LabelMode>> = {
  off: 'names',
  names: 'cuis',
  cuis: 'off',
};
const NEXT_MASKS: Readonly<Record<MaskMode, MaskMode>> = {
  off: 'outline',
  outline: 'fill',
  fill: 'off',
};

/** What the left button does next. */
function useToolCommands(reading: Reading): void {
  const take = (tool: LeftTool) => () => reading.setLeftTool(tool);
  useCommand('tool-window', take('window'));
  useCommand('tool-zoom', take('zoom'));
  useCommand('tool-pan', take('pan'));
  useCommand('tool-scroll', take('scroll'));
  useCommand('tool-crosshair', reading.mpr.isOn ? take('crosshair') : undefined);
}

/** What the keys of the reading context do on the case page. */
export function useCaseCommands(
  reading: Reading,
  patient: PatientSeries,
  handle: () => ViewportHandle | null,
): void {
  const { active, views, layout } = reading;
  const view = views[active];
  const shown = view?.state;

  // Within the session that the viewport shows.
  const { series } = patient.find(view?.seriesKey)?.session ?? patient.current;
  const stepSeries = (by: number): (() => void) | undefined => {
    const next = series[series.findIndex(({ key }) => key === view?.seriesKey) + by];
    return next && (() => reading.place(active, next.key));
  };
  useCommand('next-series', stepSeries(1));
  useCommand('previous-series', stepSeries(-1));
  const stepViewport = (by: 1 | -1): (() => void) | undefined => {
    if (reading.mpr.isOn) {
      const plane = PATIENT_PLANES[PATIENT_PLANES.indexOf(reading.mpr.plane) + by];
      return plane && (() => reading.mpr.setPlane(plane));
    }
    const next = active + by;
    // Alone on the page, a viewport without a series shows nothing.
    const isThere = layout > 1 ? reading.together.includes(next) : views[next]?.seriesKey !== undefined;
    return isThere ? () => reading.setActive(next) : undefined;
  };
  useCommand('next-viewport', stepViewport(1));
  useCommand('previous-viewport', stepViewport(-1));
  useCommand('layout-1', () => reading.setLayout(1));
  useCommand('layout-2', () => reading.setLayout(2));
  useCommand('layout-4', () => reading.setLayout(4));
  useCommand('toggle-one', reading.toggleOne);
  const isSliced = (shown?.slices ?? 0) > 1;
  useCommand(
    'toggle-mpr',
    isSliced || reading.mpr.isOn ? () => reading.mpr.setOn(!reading.mpr.isOn) : undefined,
  );
  useCommand('toggle-reference-lines', () => reading.setReferenceLines(!reading.referenceLines));
  useHangingCommands(reading);
  useCommand('side-by-side', reading.sideBySide);
  useCommand('reorient', isSliced ? () => reading.setReorienting(!reading.isReorienting) : undefined);
  useCommand('next-slice', () => handle()?.step(1));
  useCommand('previous-slice', () => handle()?.step(-1));
  useCommand('ten-slices-on', () => handle()?.step(10));
  useCommand('ten-slices-back', () => handle()?.step(-10));
  useCommand('first-slice', () => handle()?.goTo(0));
  useCommand('last-slice', () => handle()?.goTo((shown?.slices ?? 1) - 1));

  useToolCommands(reading);
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

  useWindowCommands(reading);
  useCommand('toggle-labels', () => reading.setLabels(NEXT_LABELS[reading.labels]));
  const { guides } = useDataset();
  useCommand('toggle-guide', guides.toggle);
  useCommand('toggle-masks', () => reading.setMasks(NEXT_MASKS[reading.masks]));
  useHeldCommand('blink-masks', reading.holdMasks);
  useCommand('toggle-file-overlays', () => reading.setFileOverlays(!reading.fileOverlays));
  useCommand('toggle-corner-text', () => reading.setCornerText(!reading.cornerText));
}
