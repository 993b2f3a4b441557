import { useCommand } from '../../../commands/command-scope.tsx';
import type { CommandId } from '../../../commands/registry.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import type { ViewportHandle } from '../../../engine/index.ts';
import type { Reading } from '../use-reading.ts';
import { labelOf } from './mark-text.ts';
import type { Measuring } from './measuring.ts';
import { isPageTool, type PageTool } from './reading-tool.ts';

/** The command that takes each tool in hand. */
export const TOOL_COMMANDS: Readonly<Record<PageTool, CommandId>> = {
  length: 'measure-length',
  bidirectional: 'measure-bidirectional',
  angle: 'measure-angle',
  cobb: 'measure-cobb',
  rectangle: 'measure-rectangle',
  ellipse: 'measure-ellipse',
  freehand: 'measure-freehand',
  probe: 'measure-probe',
  arrow: 'measure-arrow',
  calibration: 'measure-calibration',
  ctr: 'measure-ctr',
  'region-window': 'region-window',
  magnifier: 'magnifier',
};

/** Gives the keys back to the viewport where something on its image had them. */
function leaveImage(): void {
  const { activeElement } = document;
  if (activeElement?.closest('[data-marks]')) activeElement.closest<HTMLElement>('section')?.focus();
}

/** Takes a mark away, and says how it comes back. */
export function useDelete({ marks, selected, select, apply, say }: Measuring): (id: string) => void {
  const language = useLanguage();
  return (id) => {
    const mark = marks.get(id);
    if (!mark) return;
    leaveImage();
    if (selected === id) select(undefined);
    apply({ remove: [id] });
    say(language.t.measure.removed(labelOf(language, mark)));
  };
}

/** What the keys do with marks. */
export function useMeasureCommands(
  measuring: Measuring,
  reading: Reading,
  handle: () => ViewportHandle | null,
): void {
  const { selected, select, drawing, entry, ask, front } = measuring;
  const { leftTool, setLeftTool } = reading;
  const remove = useDelete(measuring);
  const take = (tool: PageTool): void => {
    drawing.current?.();
    if (leftTool === tool) reading.dropTool?.();
    else setLeftTool(tool);
  };
  useCommand('measure-length', () => take('length'));
  useCommand('measure-bidirectional', () => take('bidirectional'));
  useCommand('measure-angle', () => take('angle'));
  useCommand('measure-cobb', () => take('cobb'));
  useCommand('measure-rectangle', () => take('rectangle'));
  useCommand('measure-ellipse', () => take('ellipse'));
  useCommand('measure-freehand', () => take('freehand'));
  useCommand('measure-probe', () => take('probe'));
  useCommand('measure-arrow', () => take('arrow'));
  useCommand('measure-calibration', () => take('calibration'));
  useCommand('measure-ctr', () => take('ctr'));
  useCommand('region-window', () => take('region-window'));
  useCommand('magnifier', () => take('magnifier'));
  useCommand('place-mark', isPageTool(leftTool) ? () => front.current?.place() : undefined);
  useCommand('delete-mark', selected === undefined ? undefined : () => remove(selected));
  useCommand('undo', measuring.undo);
  useCommand('redo', measuring.redo);
  useCommand('toggle-marks', () => measuring.setShown(!measuring.isShown));
  useCommand('key-image', () => front.current?.toggleKey());
  useCommand('capture', () => front.current?.capture());
  useCommand('actual-size', () => handle()?.actualSize());
  // One thing at a time: what is being drawn, what is selected, the tool.
  const cancel = (): (() => void) | undefined => {
    if (entry) return () => ask(undefined);
    if (selected === undefined && !isPageTool(leftTool))
      return reading.isReorienting ? () => reading.setReorienting(false) : reading.dropTool;
    return () => {
      if (drawing.current) return drawing.current();
      leaveImage();
      if (selected === undefined) reading.dropTool?.();
      else select(undefined);
    };
  };
  useCommand('cancel', cancel());
}
