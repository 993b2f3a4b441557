/** The viewer as the pages see it. Nothing else outside this folder knows Cornerstone. */
export { canRender, warmUp } from './start-cornerstone.ts';
export { Viewport, type ViewportHandle, type ViewportProps } from './viewport.tsx';
export type { ZoomMemory } from './zoom-memory.ts';
export type { Display, ImagePlacement, Turn, ViewState, ViewStatus } from './stack-view.ts';
export type { LeftTool } from './tools.ts';
