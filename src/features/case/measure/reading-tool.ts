import { MARK_TOOLS, type MeasureTool } from '../../../domain/measure/mark-tool.ts';
import type { LeftTool } from '../../../engine/index.ts';

/** A tool that the page itself has on the image, over the engine. */
export type PageTool = MeasureTool | 'region-window' | 'magnifier';

/** What the left mouse button does. */
export type ReadingTool = LeftTool | PageTool;

export const MEASURE_TOOLS: readonly MeasureTool[] = MARK_TOOLS.filter((tool) => tool !== 'key');
const PAGE_TOOLS: ReadonlySet<ReadingTool> = new Set<PageTool>([
  ...MEASURE_TOOLS,
  'region-window',
  'magnifier',
]);

export const isPageTool = (tool: ReadingTool): tool is PageTool => PAGE_TOOLS.has(tool);

/**
 * What the engine does with the left button: nothing with a tool of the page, as with the crosshairs, so that the other
 * buttons and the wheel go on as they are.
 */
export const engineTool = (tool: ReadingTool): LeftTool => (isPageTool(tool) ? 'crosshair' : tool);
