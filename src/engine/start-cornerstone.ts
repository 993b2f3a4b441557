import { cache, imageLoader, init, metaData, RenderingEngine, type Types } from '@cornerstonejs/core';
import { frameMetadata, loadFrame, type FrameTable } from './frames.ts';
import { registerTools } from './tools.ts';

/** The running viewer: one rendering engine for every viewport of the page. */
export interface Engine {
  readonly rendering: Types.IRenderingEngine;
  /** The images that viewports show now, by image id. */
  readonly frames: FrameTable;
}

/** Scheme of the image ids; the rest is a viewport's id and a number. */
export const SCHEME = 'midscope';

/**
 * WebGL contexts shared by all viewports. Browsers allow about sixteen in a page, and each costs memory;
 * a new viewport waits for none with two.
 */
const WEBGL_CONTEXTS = 2;

/** Own metadata comes before Cornerstone's. */
const PROVIDER_PRIORITY = 10_000;

// Cornerstone is one global; starting it twice, as StrictMode would, must yield the same engine.
let started: Engine | undefined;

/** Whether this browser can draw: without WebGL 2 there are no images. */
export function canRender(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

/** Starts the viewer ahead of the first image, where it can be started. */
export function warmUp(): void {
  if (canRender()) startCornerstone();
}

/** Starts Cornerstone, or hands out the engine that was started before. */
export function startCornerstone(): Engine {
  if (started) return started;
  init({ rendering: { webGlContextCount: WEBGL_CONTEXTS } } as Types.Cornerstone3DConfig);
  const frames: FrameTable = new Map();
  imageLoader.registerImageLoader(SCHEME, (imageId) => loadFrame(frames, imageId));
  metaData.addProvider(
    (type: string, imageId: string) => frameMetadata(frames, type, imageId),
    PROVIDER_PRIORITY,
  );
  // Frames are kept by the session's image store; Cornerstone's cache only ever holds what is on screen.
  cache.setMaxCacheSize(2 ** 30);
  registerTools();
  started = { rendering: new RenderingEngine('midscope'), frames };
  return started;
}
