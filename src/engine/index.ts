/** The viewer as the pages see it. Nothing else outside this folder knows Cornerstone. */
export { startEngine } from './start-engine.ts';
export { Viewport, type ViewportHandle, type ViewportProps } from './viewport.tsx';
export type { ZoomMemory } from './zoom-memory.ts';
export type { Display, Turn, ViewState, ViewStatus } from './view-state.ts';
export type { LeftTool } from './tools.ts';
