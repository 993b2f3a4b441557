import {
  cache,
  Enums,
  eventTarget,
  imageLoader,
  init,
  metaData,
  RenderingEngine,
  type Types,
} from '@cornerstonejs/core';
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
let frames: FrameTable | undefined;
let started: Engine | undefined;
let enginesMade = 0;
const lostListeners = new Set<() => void>();

/** Whether this browser can draw: without WebGL 2 there are no images. */
export function canRender(): boolean {
  if (started) return true;
  const context = document.createElement('canvas').getContext('webgl2');
  // Browsers allow few contexts at a time; this one has done its work.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

/** Starts the viewer ahead of the first image, where it can be started. */
export function warmUp(): void {
  if (canRender()) startCornerstone();
}

/** Starts Cornerstone, or hands out the engine that was started before. */
export function startCornerstone(): Engine {
  frames ??= initialise();
  started ??= { rendering: new RenderingEngine(`midscope-${++enginesMade}`), frames };
  return started;
}

/**
 * Tells when the graphics card has let go of the engine. By then {@link startCornerstone} hands out a new one, on which
 * every viewport has to be set up again.
 */
export function onEngineLost(listener: () => void): () => void {
  lostListeners.add(listener);
  return () => lostListeners.delete(listener);
}

function initialise(): FrameTable {
  init({ rendering: { webGlContextCount: WEBGL_CONTEXTS } } as Types.Cornerstone3DConfig);
  const table: FrameTable = new Map();
  imageLoader.registerImageLoader(SCHEME, (imageId) => loadFrame(table, imageId));
  metaData.addProvider(
    (type: string, imageId: string) => frameMetadata(table, type, imageId),
    PROVIDER_PRIORITY,
  );
  // Frames are kept by the session's image store; Cornerstone's cache only ever holds what is on screen.
  cache.setMaxCacheSize(2 ** 30);
  registerTools();
  eventTarget.addEventListener(Enums.Events.WEBGL_CONTEXT_LOST, onContextLost);
  return table;
}

function onContextLost(event: Event): void {
  const lost = started;
  const { renderingEngineId } = (event as CustomEvent<{ readonly renderingEngineId: string }>).detail;
  // Each of its contexts tells; the first one is enough.
  if (!lost || renderingEngineId !== lost.rendering.id) return;
  started = undefined;
  lostListeners.forEach((listener) => listener());
  // Its viewports let go of it first, when React has heard of it.
  setTimeout(() => lost.rendering.destroy(), 1_000);
}
